import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { may } from "../../../platform/rights.ts";
import type { Commune } from "../../territory/territories/model.ts";
import type { Organisation } from "../../territory/organisations/model.ts";
import { listCommunes } from "../../territory/territories/store.ts";
import { listOrganisations } from "../../territory/organisations/store.ts";
import type { Convention } from "../conventions/model.ts";
import type { Framework } from "../frameworks/model.ts";
import { conventionRights } from "../conventions/rights.ts";
import { currentOf } from "../conventions/rules.ts";
import { listConventions } from "../conventions/store.ts";
import { listFrameworks } from "../frameworks/store.ts";

/** What everyone may know of the conventions of a territory, once signed. */
export interface PublicConventions {
  /** The signed conventions, the oldest first. */
  readonly conventions: readonly Convention[];
  readonly current: Convention | null;
  readonly framework: Framework | null;
  readonly communes: readonly Commune[];
  readonly organisations: readonly Organisation[];
}

/** Whoever asks: a page or an API that is public says the same to all. */
export const passerBy = (territory: Actor["territory"]): Actor => ({ role: "public", territory });

/** Reads what is public of the conventions, with the rights of a passer-by whoever asks. */
export async function readPublicConventions(tx: Tx, territory: Actor["territory"]): Promise<PublicConventions> {
  const reader = passerBy(territory);
  const conventions = (await listConventions(tx)).filter((each) => may(conventionRights.readPublic, reader, each));
  const current = currentOf(conventions) ?? null;
  return {
    conventions: conventions.toReversed(),
    current,
    framework: (await listFrameworks(tx)).find(({ id }) => id === current?.frameworkId) ?? null,
    communes: await listCommunes(tx),
    organisations: await listOrganisations(tx),
  };
}
