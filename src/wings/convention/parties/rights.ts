import type { OrganisationId } from "../../../platform/model.ts";
import { grant, rightsOn } from "../../../platform/rights.ts";

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
