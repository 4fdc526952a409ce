import { type Actor, personOf } from "../../../platform/actor.ts";
import type { PersonId } from "../../../platform/model.ts";
import { grant, rightsOn } from "../../../platform/rights.ts";

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
