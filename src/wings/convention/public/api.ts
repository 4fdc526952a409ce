import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { Runtime } from "../../../platform/use-case.ts";
import { noSuchTerritory, territoryOfRoute, territoryRoute } from "../../territory/public/api.ts";
import { OrganisationKind } from "../../territory/organisations/model.ts";
import { ConventionState } from "../conventions/model.ts";
import { readPublicConventions, type PublicConventions } from "./public-facts.ts";

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

const routes = {
  conventions: territoryRoute(
    "/conventions",
    "Its signed conventions with their parties, the oldest first",
    z.array(PublicConvention),
  ),
  parties: territoryRoute("/parties", "The parties of the convention in force", z.array(Party)),
};

/** The signed conventions and their parties, for programs. */
export function conventionApi(runtime: Runtime): OpenAPIHono {
  const facts = async (code: string): Promise<PublicConventions | undefined> => {
    const territory = await territoryOfRoute(runtime, code);
    return territory && runtime.database.look(territory.id, (tx) => readPublicConventions(tx, territory.id));
  };
  const api = new OpenAPIHono();
  api.openapi(routes.conventions, async (c) => {
    const found = await facts(c.req.valid("param").siren);
    if (found === undefined) return c.json(noSuchTerritory, 404);
    return c.json(
      found.conventions.map((each) => ({
        title: each.title,
        state: each.state,
        periodStart: each.periodStart,
        periodEnd: each.periodEnd,
        planValidatedOn: each.planValidatedOn,
        signedOn: each.signedOn,
        reviewedOn: each.reviewedOn,
        sources: [...each.sources],
        parties: partiesOf(found, each),
      })),
      200,
    );
  });
  api.openapi(routes.parties, async (c) => {
    const found = await facts(c.req.valid("param").siren);
    if (found === undefined) return c.json(noSuchTerritory, 404);
    return c.json(found.current === null ? [] : partiesOf(found, found.current), 200);
  });
  return api;
}

const partiesOf = (
  { organisations }: PublicConventions,
  { parties }: PublicConventions["conventions"][number],
): z.infer<typeof Party>[] =>
  parties.flatMap(({ organisationId, signedOn }) => {
    const party = organisations.find(({ id }) => id === organisationId);
    return party === undefined ? [] : [{ name: party.name, kind: party.kind, signedOn }];
  });
