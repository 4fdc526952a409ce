import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { Runtime } from "../../../platform/use-case.ts";
import { noSuchTerritory, territoryOfRoute, territoryRoute } from "../../territory/public/api.ts";
import { ActionStatus, Audience } from "../action/model.ts";
import { readPublicPlan, type PublicPlan } from "./public-facts.ts";

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

const routes = {
  axes: territoryRoute("/axes", "The axes of the convention in force", z.array(PublicAxis)),
  actions: territoryRoute("/actions", "The public actions of the plan in force", z.array(PublicAction)),
};

/** The axes and the public actions of the plan in force, for programs. */
export function planApi(runtime: Runtime): OpenAPIHono {
  const api = new OpenAPIHono();
  api.openapi(routes.axes, async (c) => {
    const territory = await territoryOfRoute(runtime, c.req.valid("param").siren);
    if (territory === undefined) return c.json(noSuchTerritory, 404);
    const facts = await runtime.database.look(territory.id, (tx) => readPublicPlan(tx, territory.id));
    return c.json(
      (facts?.axes ?? []).map(({ number, title, plainWords }) => ({ number, title, plainWords })),
      200,
    );
  });
  api.openapi(routes.actions, async (c) => {
    const territory = await territoryOfRoute(runtime, c.req.valid("param").siren);
    if (territory === undefined) return c.json(noSuchTerritory, 404);
    const facts = await runtime.database.look(territory.id, (tx) => readPublicPlan(tx, territory.id));
    return c.json(facts === null ? [] : actionsOf(facts, `${runtime.origin}/${territory.slug}`), 200);
  });
  return api;
}

const actionsOf = ({ actions, axes, organisations }: PublicPlan, page: string): z.infer<typeof PublicAction>[] =>
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
