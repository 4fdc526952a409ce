import type { Convention, Framework } from "../../wings/convention/conventions/model.ts";
import { conventionRights } from "../../wings/convention/conventions/rights.ts";
import { currentOf } from "../../wings/convention/conventions/rules.ts";
import { listConventions, listFrameworks } from "../../wings/convention/conventions/store.ts";
import { directoryAt } from "../../wings/directory/card/store.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Tx } from "../../platform/database/database.ts";
import { may } from "../../platform/rights.ts";
import type { Action, Axis } from "../../wings/plan/action/model.ts";
import { remembered } from "../../wings/plan/action/remembered.ts";
import { actionRights, actionSubject } from "../../wings/plan/action/rights.ts";
import { planAt } from "../../wings/plan/action/store.ts";
import type { Commune, Organisation } from "../../wings/territory/territories/model.ts";
import { listCommunes, listOrganisations } from "../../wings/territory/territories/store.ts";

/** What everyone may know of a territory: its convention once signed, its axes, its public actions. */
export interface PublicFacts {
  readonly communes: readonly Commune[];
  readonly organisations: readonly Organisation[];
  /** The signed conventions, the oldest first. */
  readonly conventions: readonly Convention[];
  readonly current: Convention | null;
  readonly framework: Framework | null;
  readonly axes: readonly Axis[];
  readonly actions: readonly Action[];
  /** How many services families can find in the directory. */
  readonly services: number;
}

/** Remembered with its plan: hundreds of rights are not decided anew for each passer-by. */
const rememberPublic = remembered<readonly Action[]>(2);

/** Reads what is public, with the rights of a passer-by whoever asks: a page or an API that is public says the same to all. */
export async function readPublicFacts(tx: Tx, territory: Actor["territory"]): Promise<PublicFacts> {
  const passerBy: Actor = { role: "public", territory };
  const conventions = (await listConventions(tx)).filter((each) => may(conventionRights.readPublic, passerBy, each));
  const current = currentOf(conventions) ?? null;
  const frameworks = await listFrameworks(tx);
  const { directory } = await directoryAt(tx, territory);
  const plan = current === null ? null : (await planAt(tx, territory, current.id)).plan;
  return {
    communes: await listCommunes(tx),
    organisations: await listOrganisations(tx),
    conventions: conventions.toReversed(),
    current,
    framework: frameworks.find(({ id }) => id === current?.frameworkId) ?? null,
    axes: plan?.axes ?? [],
    services: [...directory.services.values()].filter(({ state }) => state.kind === "published").length,
    actions:
      current === null || plan === null
        ? []
        : rememberPublic(plan, current.state, () =>
            plan.actions.filter((action) => may(actionRights.read, passerBy, actionSubject(action, current.state))),
          ),
  };
}
