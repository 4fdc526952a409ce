import type { Actor } from "../../../platform/actor.ts";
import { personOf } from "../../../platform/actor.ts";
import type { PersonId } from "../../../platform/model.ts";
import { grant, rightsOn } from "../../../platform/rights.ts";

/** Rights on what belongs to the territory as a whole: its address book, its settings, its people. */
export const territoryRights = rightsOn<object>()("territory", {
  /** The address book: professional contacts, seen by those who work together here. */
  read: [grant("operator"), grant("coordinator"), grant("party"), grant("elected"), grant("contributor"), grant("reader")],
  /** Organisations, people and their mandates. */
  manage: [grant("operator"), grant("coordinator")],
  /** Who may do what, and who is invited. */
  grantAccess: [grant("operator"), grant("coordinator")],
  configure: [grant("operator"), grant("coordinator")],
  /** All the data of the territory in one archive, what is restricted with it. */
  takeAway: [grant("operator"), grant("coordinator")],
});

/** Rights on the instance: which territories live in it. */
export const instanceRights = rightsOn<object>()("instance", {
  addTerritory: [grant("operator")],
});

export interface InvitationSubject {
  readonly personId: PersonId;
}

const isTheirs = {
  name: "theirs",
  holds: (actor: Actor, { personId }: InvitationSubject) => personOf(actor) === personId,
  said: { fr: "à qui cette invitation est adressée", en: "to whom this invitation is addressed" },
};

/** Rights on an invitation: only the one it is addressed to takes it, as who they are about to become. */
export const invitationRights = rightsOn<InvitationSubject>()("invitation", {
  accept: [
    grant("coordinator", isTheirs),
    grant("party", isTheirs),
    grant("elected", isTheirs),
    grant("contributor", isTheirs),
    grant("reader", isTheirs),
  ],
});
