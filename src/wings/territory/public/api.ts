import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Runtime } from "../../../platform/use-case.ts";
import type { Territory } from "../territories/model.ts";
import { listTerritories } from "../territories/store.ts";

const PublicTerritory = z
  .object({
    siren: z.string().openapi({ example: "200068377" }),
    name: z.string(),
    departement: z.object({ code: z.string(), name: z.string() }),
    region: z.object({ code: z.string(), name: z.string() }),
    page: z.string().openapi({ description: "Address of its public page." }),
  })
  .openapi("Territory");

const Missing = z.object({ error: z.string() }).openapi("Missing");

const siren = z.object({ siren: z.string().openapi({ param: { name: "siren", in: "path" }, example: "200068377" }) });

/** A route about one territory, by its SIREN: what any wing says of it to programs. */
export const territoryRoute = <Schema extends z.ZodType>(path: string, summary: string, schema: Schema) =>
  createRoute({
    method: "get",
    path: `/territories/{siren}${path}`,
    summary,
    request: { params: siren },
    responses: {
      200: { description: summary, content: { "application/json": { schema } } },
      404: { description: "No such territory here.", content: { "application/json": { schema: Missing } } },
    },
  });

/** What such a route answers of a territory that is not here. */
export const noSuchTerritory = { error: "Aucun territoire de cette instance n’a ce SIREN." };

/** The territory of such a route. */
export async function territoryOfRoute({ database }: Runtime, code: string): Promise<Territory | undefined> {
  return (await database.inInstance(listTerritories)).find((each) => each.siren === code);
}

const territories = createRoute({
  method: "get",
  path: "/territories",
  summary: "The territories of this instance",
  responses: { 200: { description: "By name", content: { "application/json": { schema: z.array(PublicTerritory) } } } },
});

/** The territories of the instance, for programs. */
export const territoryApi = (runtime: Runtime): OpenAPIHono =>
  new OpenAPIHono().openapi(territories, async (c) =>
    c.json(
      (await runtime.database.inInstance(listTerritories)).map(({ siren: code, name, departement, region, slug }) => ({
        siren: code,
        name,
        departement,
        region,
        page: `${runtime.origin}/${slug}`,
      })),
      200,
    ),
  );
