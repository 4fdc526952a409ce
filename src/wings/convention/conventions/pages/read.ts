import { dayOf } from "../../../../platform/clock.ts";
import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import type { Day, OrganisationId } from "../../../../platform/model.ts";
import { decide, permissions, type Right } from "../../../../platform/rights.ts";
import type { SharedAxis } from "../../../../platform/wing/contributions.ts";
import { readSharedAxes } from "../shared-axes.ts";
import type { Organisation, OrganisationKind } from "../../../territory/organisations/model.ts";
import type { Theme } from "../../../territory/territories/model.ts";
import { listOrganisations } from "../../../territory/organisations/store.ts";
import { listThemes } from "../../../territory/territories/store.ts";
import type { Found } from "../../../../ui/show.tsx";
import { ConventionId, type Convention } from "../model.ts";
import type { Framework } from "../../frameworks/model.ts";
import type { Party } from "../../parties/model.ts";
import type { Snapshot } from "../../snapshots/model.ts";
import { conventionRights, type ConventionSubject } from "../rights.ts";
import { partyRights } from "../../parties/rights.ts";
import { currentOf } from "../rules.ts";
import { listConventions } from "../store.ts";
import { listFrameworks } from "../../frameworks/store.ts";
import { listSnapshots } from "../../snapshots/store.ts";

/** A convention with all that its pages show beside it, and what this visit may do with it. */
export interface OpenConvention {
  readonly visit: TerritoryVisit;
  readonly today: Day;
  readonly convention: Convention;
  readonly predecessor: Convention | undefined;
  readonly successor: Convention | undefined;
  readonly framework: Framework | undefined;
  readonly frameworks: readonly Framework[];
  readonly axes: readonly SharedAxis[];
  readonly snapshots: readonly Snapshot[];
  readonly themes: readonly Theme[];
  readonly organisations: readonly Organisation[];
  /** Parties in the order in which a convention names them, with the name of their organisation. */
  readonly parties: readonly NamedParty[];
  readonly can: { readonly [Verb in keyof typeof conventionRights]: boolean };
}

export interface NamedParty {
  readonly party: Party;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly can: { readonly [Verb in keyof typeof partyRights]: boolean };
}

/** The convention of the address, or the one that people mean by "the convention", for those who have this right on it. */
export async function readConvention(
  visit: TerritoryVisit,
  id: string | undefined,
  right: Right<ConventionSubject>,
): Promise<Found<OpenConvention>> {
  const asked = id === undefined ? undefined : ConventionId.safeParse(id).data;
  if (id !== undefined && asked === undefined) return { kind: "missing" };
  return visit.read(async (tx) => {
    const all = await listConventions(tx);
    const convention =
      asked === undefined ? currentOf(all.filter((each) => seenBy(each))) : all.find((each) => each.id === asked);
    if (convention === undefined) return { kind: "missing" };
    const decision = decide(right, visit.actor, convention);
    if (decision.kind === "refused") return decision;
    const [frameworks, organisations] = [await listFrameworks(tx), await listOrganisations(tx)];
    const related = (found: Convention | undefined) => (found !== undefined && seenBy(found) ? found : undefined);
    return {
      kind: "found",
      value: {
        visit,
        today: dayOf(visit.runtime.clock.now()),
        convention,
        predecessor: related(all.find((each) => each.id === convention.predecessorId)),
        successor: related(all.find((each) => each.predecessorId === convention.id)),
        framework: frameworks.find((each) => each.id === convention.frameworkId),
        frameworks,
        axes: await readSharedAxes(tx, visit.runtime.wings, visit.territory.id, convention.id),
        snapshots: await listSnapshots(tx, convention.id),
        themes: await listThemes(tx),
        organisations,
        parties: namedParties(convention, organisations, visit),
        can: permissions(conventionRights, visit.actor, convention),
      },
    };
  });

  function seenBy(each: Convention): boolean {
    return decide(conventionRights.readPublic, visit.actor, each).kind === "allowed";
  }
}

const order: readonly OrganisationKind[] = ["epci", "commune", "caf", "departement", "msa", "region", "etat"];

/** Parties in the order in which a convention names them: the EPCI, its communes, the Caf, the Département, the MSA, the others. */
export function namedParties(
  convention: Convention,
  organisations: readonly Organisation[],
  { actor }: TerritoryVisit,
): readonly NamedParty[] {
  const byId = new Map<OrganisationId, Organisation>(organisations.map((each) => [each.id, each]));
  const rank = (kind: OrganisationKind): number => (order.includes(kind) ? order.indexOf(kind) : order.length);
  return convention.parties
    .map((party): NamedParty => {
      const organisation = byId.get(party.organisationId);
      const can = permissions(partyRights, actor, party);
      return { party, name: organisation?.name ?? "?", kind: organisation?.kind ?? "other", can };
    })
    .toSorted((a, b) => rank(a.kind) - rank(b.kind) || a.name.localeCompare(b.name, "fr"));
}
