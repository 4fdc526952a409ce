import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Runtime } from "../../platform/use-case.ts";
import { ActionStatus, Audience } from "../../wings/plan/action/model.ts";
import { ConventionState } from "../../wings/convention/conventions/model.ts";
import { directoryApi } from "../../wings/directory/interop/api.ts";
import { licence } from "../../wings/directory/interop/open-data/open-data.ts";
import { OrganisationKind } from "../../wings/territory/territories/model.ts";
import type { Territory } from "../../wings/territory/territories/model.ts";
import { listTerritories } from "../../wings/territory/territories/store.ts";
import { readPublicFacts, type PublicFacts } from "./public-facts.ts";

const PublicTerritory = z
  .object({
    siren: z.string().openapi({ example: "200068377" }),
    name: z.string(),
    departement: z.object({ code: z.string(), name: z.string() }),
    region: z.object({ code: z.string(), name: z.string() }),
    page: z.string().openapi({ description: "Address of its public page." }),
  })
  .openapi("Territory");

const Party = z.object({ name: z.string(), kind: OrganisationKind, signedOn: z.string().nullable() }).openapi("Party");

const PublicConvention = z
  .object({
    title: z.string(),
    state: ConventionState,
    periodStart: z
      .string()
      .nullable()
      .openapi({ description: "As precisely as it is known: 2023-01-01, 2023-04 or 2023.", example: "2023" }),
    periodEnd: z.string().nullable(),
    planValidatedOn: z.string().nullable(),
    signedOn: z.string().nullable(),
    reviewedOn: z.string().nullable(),
    sources: z.array(z.string()),
    parties: z.array(Party),
  })
  .openapi("Convention");

const PublicAxis = z.object({ number: z.number().int(), title: z.string(), plainWords: z.string().nullable() }).openapi("Axis");

const PublicAction = z
  .object({
    id: z.uuid(),
    number: z.string(),
    title: z.string(),
    axis: z.number().int(),
    themes: z.array(z.string()),
    goals: z.string().nullable(),
    audiences: z.array(Audience),
    communes: z.array(z.string()).openapi({ description: "INSEE codes; empty: the whole EPCI." }),
    lead: z.string().nullable(),
    start: z.string().nullable(),
    end: z.string().nullable(),
    status: ActionStatus,
    provenance: z.enum(["entered", "sourced", "example"]).openapi({ description: "`example`: invented for a demonstration." }),
    page: z.string(),
  })
  .openapi("Action");

const Missing = z.object({ error: z.string() }).openapi("Missing");

const siren = z.object({ siren: z.string().openapi({ param: { name: "siren", in: "path" }, example: "200068377" }) });
const about = <Schema extends z.ZodType>(path: string, summary: string, schema: Schema) =>
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

const routes = {
  territories: createRoute({
    method: "get",
    path: "/territories",
    summary: "The territories of this instance",
    responses: { 200: { description: "By name", content: { "application/json": { schema: z.array(PublicTerritory) } } } },
  }),
  conventions: about("/conventions", "Its signed conventions with their parties, the oldest first", z.array(PublicConvention)),
  parties: about("/parties", "The parties of the convention in force", z.array(Party)),
  axes: about("/axes", "The axes of the convention in force", z.array(PublicAxis)),
  actions: about("/actions", "The public actions of the plan in force", z.array(PublicAction)),
};

/** The public facts of the public page, for programs: open to any site, read only. */
export function publicApi(runtime: Runtime, version: string): OpenAPIHono {
  const api = new OpenAPIHono();
  api.get("/", (c) =>
    c.json({ name: "Maillage", version, description: "/api/v1/openapi.json", territories: "/api/v1/territories" }),
  );

  const territories = (): Promise<readonly Territory[]> => runtime.database.inInstance(listTerritories);
  const facts = async (code: string): Promise<{ readonly territory: Territory; readonly facts: PublicFacts } | undefined> => {
    const territory = (await territories()).find((each) => each.siren === code);
    return (
      territory && {
        territory,
        facts: await runtime.database.inTerritory(territory.id, (tx) => readPublicFacts(tx, territory.id)),
      }
    );
  };
  const missing = { error: "Aucun territoire de cette instance n’a ce SIREN." };

  api.openapi(routes.territories, async (c) =>
    c.json(
      (await territories()).map(({ siren: code, name, departement, region, slug }) => ({
        siren: code,
        name,
        departement,
        region,
        page: `${runtime.origin}/${slug}`,
      })),
      200,
    ),
  );
  api.openapi(routes.conventions, async (c) => {
    const found = await facts(c.req.valid("param").siren);
    if (found === undefined) return c.json(missing, 404);
    return c.json(
      found.facts.conventions.map((each) => ({
        title: each.title,
        state: each.state,
        periodStart: each.periodStart,
        periodEnd: each.periodEnd,
        planValidatedOn: each.planValidatedOn,
        signedOn: each.signedOn,
        reviewedOn: each.reviewedOn,
        sources: [...each.sources],
        parties: partiesOf(found.facts, each),
      })),
      200,
    );
  });
  api.openapi(routes.parties, async (c) => {
    const found = await facts(c.req.valid("param").siren);
    if (found === undefined) return c.json(missing, 404);
    const { current } = found.facts;
    return c.json(current === null ? [] : partiesOf(found.facts, current), 200);
  });
  api.openapi(routes.axes, async (c) => {
    const found = await facts(c.req.valid("param").siren);
    if (found === undefined) return c.json(missing, 404);
    return c.json(
      found.facts.axes.map(({ number, title, plainWords }) => ({ number, title, plainWords })),
      200,
    );
  });
  api.openapi(routes.actions, async (c) => {
    const found = await facts(c.req.valid("param").siren);
    return found === undefined
      ? c.json(missing, 404)
      : c.json(actionsOf(found.facts, `${runtime.origin}/${found.territory.slug}`), 200);
  });

  api.route("/", directoryApi(runtime));

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

const partiesOf = ({ organisations }: PublicFacts, { parties }: PublicFacts["conventions"][number]): z.infer<typeof Party>[] =>
  parties.flatMap(({ organisationId, signedOn }) => {
    const party = organisations.find(({ id }) => id === organisationId);
    return party === undefined ? [] : [{ name: party.name, kind: party.kind, signedOn }];
  });

const actionsOf = ({ actions, axes, organisations }: PublicFacts, page: string): z.infer<typeof PublicAction>[] =>
  actions.map(({ id, identity, what, who, how, life, provenance }) => ({
    id,
    number: identity.number,
    title: identity.title,
    axis: axes.find((axis) => axis.id === identity.axisId)?.number ?? 0,
    themes: identity.themes,
    goals: what.goals,
    audiences: what.audiences,
    communes: what.communes,
    lead: organisations.find((each) => each.id === who.leadId)?.name ?? null,
    start: how.start,
    end: how.end,
    status: life.status,
    provenance: provenance.kind,
    page: `${page}/plan/actions/${id}`,
  }));
