import type { OrganisationId } from "../../../platform/model.ts";
import { grant, rightsOn } from "../../../platform/rights.ts";
import type { ConventionState } from "./model.ts";
import { isSigned } from "./rules.ts";

/** What the rights on a convention look at. */
export interface ConventionSubject {
  readonly state: ConventionState;
}

/** Rights on a convention as a whole. */
export const conventionRights = rightsOn<ConventionSubject>()("convention", {
  /** The public facts: what it is, who signed, when, its axes. A convention is public once everyone has signed. */
  readPublic: [
    grant("operator"),
    grant("coordinator"),
    grant("party"),
    grant("elected"),
    grant("contributor"),
    grant("reader"),
    grant("public", {
      name: "signed",
      holds: (_, { state }) => isSigned(state),
      said: { fr: "une fois la convention signée par tous", en: "once everyone has signed the convention" },
    }),
  ],
  /** Drafts, deliberations, history, what changed since the signature. */
  read: [grant("operator"), grant("coordinator"), grant("party"), grant("elected"), grant("contributor"), grant("reader")],
  edit: [grant("operator"), grant("coordinator")],
  /** Its life: validated, evaluated, ended, renewed. */
  move: [grant("operator"), grant("coordinator")],
  /** Who is a party to it, and signatures entered by mistake. */
  manageParties: [grant("operator"), grant("coordinator")],
  amend: [grant("operator"), grant("coordinator")],
});

/** What the rights on one party look at. */
export interface PartySubject {
  readonly organisationId: OrganisationId;
}

const ownOrganisation = {
  name: "ownOrganisation",
  holds: (actor: { readonly organisation: OrganisationId }, { organisationId }: PartySubject) =>
    actor.organisation === organisationId,
  said: { fr: "pour leur propre organisation", en: "for their own organisation" },
};

/** Rights on one party of a convention: each speaks for itself. */
export const partyRights = rightsOn<PartySubject>()("convention.party", {
  /** Representative, deliberation, commitments. */
  edit: [grant("operator"), grant("coordinator"), grant("party", ownOrganisation)],
  /** Writes the signature of a party; the coordinator enters those that were made on paper. */
  sign: [grant("operator"), grant("coordinator"), grant("party", ownOrganisation)],
});

/** What the rights on a scheme look at: whether this territory entered it. */
export interface FrameworkSubject {
  readonly owner: "this_territory" | "another";
}

const owned = {
  name: "owned",
  holds: (_: object, { owner }: FrameworkSubject) => owner === "this_territory",
  said: { fr: "du territoire qui a saisi ce schéma", en: "of the territory that entered this scheme" },
};

/** Rights on a departmental scheme: read by all, written by the territory that entered it. */
export const frameworkRights = rightsOn<FrameworkSubject>()("framework", {
  read: [
    grant("operator"),
    grant("coordinator"),
    grant("party"),
    grant("elected"),
    grant("contributor"),
    grant("reader"),
    grant("public"),
  ],
  edit: [grant("operator", owned), grant("coordinator", owned)],
});
