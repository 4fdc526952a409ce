import type { TerritoryVisit } from "../../platform/http/visit.ts";
import { may } from "../../platform/rights.ts";
import { Notice } from "../../ui/notice.tsx";
import { words } from "../fiche-words.ts";
import { planRights } from "../rights.ts";

/** Says that examples are among the actions, and leads to where they go in one step. */
export const ExamplesBanner = ({ visit, count }: { readonly visit: TerritoryVisit; readonly count: number }) => {
  const say = words(visit.lang);
  if (count === 0) return null;
  return (
    <Notice
      actions={
        may(planRights.emptyExamples, visit.actor, {}) && <a href={visit.at("/plan/exemples/vider")}>{say("examples.empty")}</a>
      }
    >
      <p>{say("examples.banner", { count })}</p>
    </Notice>
  );
};
