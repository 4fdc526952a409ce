import type { Tx } from "../../../platform/database/database.ts";
import type { TerritoryId } from "../../../platform/model.ts";
import { keptWith } from "../../../platform/kept/kept.ts";
import { may } from "../../../platform/rights.ts";
import type { Framework } from "../../convention/frameworks/model.ts";
import { passerBy, readPublicConventions } from "../../convention/public/public-facts.ts";
import type { Commune } from "../../territory/territories/model.ts";
import type { Organisation } from "../../territory/organisations/model.ts";
import type { Action } from "../action/model.ts";
import type { Axis } from "../axes/model.ts";
import { actionRights, actionSubject } from "../action/rights.ts";
import { planAt } from "../action/store.ts";

/** What everyone may know of the plan of the convention in force. */
export interface PublicPlan {
  readonly axes: readonly Axis[];
  readonly actions: readonly Action[];
  readonly framework: Framework | null;
  readonly communes: readonly Commune[];
  readonly organisations: readonly Organisation[];
}

/** Kept with its plan: hundreds of rights are not decided anew for each passer-by. */
const publicOf = keptWith<readonly Action[]>(2);

/** Reads what is public of the plan, with the rights of a passer-by whoever asks; `null` before a convention is signed. */
export async function readPublicPlan(tx: Tx, territory: TerritoryId): Promise<PublicPlan | null> {
  const { current, framework, communes, organisations } = await readPublicConventions(tx, territory);
  if (current === null) return null;
  const { plan } = await planAt(tx, current.id);
  const reader = passerBy(territory);
  const actions = publicOf(plan, current.state, () =>
    plan.actions.filter((action) => may(actionRights.read, reader, actionSubject(action, current.state))),
  );
  return { axes: plan.axes, actions, framework, communes, organisations };
}
