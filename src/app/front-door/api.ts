import { OpenAPIHono } from "@hono/zod-openapi";
import { licence } from "../../platform/licence.ts";
import type { Runtime } from "../../platform/use-case.ts";
import type { Wing } from "../../platform/wing/wing.ts";

/** What everyone may know, for programs: open to any site, read only. Each wing says its own. */
export function publicApi(runtime: Runtime, wings: readonly Wing[], version: string): OpenAPIHono {
  const api = new OpenAPIHono();
  api.get("/", (c) =>
    c.json({ name: "Maillage", version, description: "/api/v1/openapi.json", territories: "/api/v1/territories" }),
  );
  for (const wing of wings) if (wing.api !== undefined) api.route("/", wing.api(runtime));

  api.doc31("/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "Maillage: what everyone may know of a territory",
      version,
      description:
        "Services to families, in the format of data·inclusion 1.0.8 and whole; conventions once signed, their parties and axes, the public actions and how they stand.",
      license: { name: licence.name, url: licence.address },
    },
    servers: [{ url: `${runtime.origin}/api/v1` }],
  });
  api.notFound((c) => c.json({ error: "Cette adresse n’existe pas : /api/v1/openapi.json donne celles qui existent." }, 404));
  return api;
}
