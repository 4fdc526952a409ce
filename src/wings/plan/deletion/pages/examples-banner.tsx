import type { Child } from "hono/jsx";
import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { may } from "../../../../platform/rights.ts";
import type { Plan } from "../../action/model.ts";
import { planRights } from "../../action/rights.ts";
import { deletionWords } from "../words.ts";

/** For a screen's banner: says that examples are among the actions, and leads to where they go in one step. */
export function examplesBanner(visit: TerritoryVisit, { actions }: Pick<Plan, "actions">): Child | undefined {
  const say = deletionWords(visit.lang);
  const count = actions.filter(({ provenance }) => provenance.kind === "example").length;
  if (count === 0) return undefined;
  return (
    <p>
      {say("examples.banner", { count })}{" "}
      {may(planRights.emptyExamples, visit.actor, {}) && <a href={visit.at("/plan/exemples/vider")}>{say("examples.empty")}</a>}
    </p>
  );
}
