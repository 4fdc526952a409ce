import type { OrganisationId } from "../../../platform/model.ts";
import { type Condition, grant, rightsOn } from "../../../platform/rights.ts";

export interface PlaceSubject {
  readonly organisationId: OrganisationId;
}

const own: Condition<PlaceSubject, "party"> = {
  name: "own",
  holds: ({ organisation }, { organisationId }) => organisation === organisationId,
  said: { fr: "pour un lieu de leur organisation", en: "for a place of their organisation" },
};

/** Rights on a place, known or about to be. */
export const placeRights = rightsOn<PlaceSubject>()("directory.place", {
  save: [grant("operator"), grant("coordinator"), grant("party", own)],
  addService: [grant("operator"), grant("coordinator"), grant("party", own)],
});
