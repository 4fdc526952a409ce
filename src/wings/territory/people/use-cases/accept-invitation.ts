import { z } from "zod";
import { defineUseCase, missing, perform, type Runtime } from "../../../../platform/use-case.ts";
import { asPlain } from "../../../../platform/record/rules.ts";
import { takeTurn } from "../../../../platform/history/store.ts";
import { InvitationId } from "../model.ts";
import { invitationRights } from "../rights.ts";
import { actorOf, invitationState } from "../rules.ts";
import { closeInvitation, invitationById, invitationsTo, personById, savePerson } from "../store.ts";
import { listTerritories } from "../../territories/store.ts";

/** Takes an invitation that was sent to oneself: the membership that it offers becomes one's own. */
export const acceptInvitation = defineUseCase({
  name: "territory.accept-invitation",
  input: z.object({ id: InvitationId }),
  by: { id: InvitationId },
  subject: ({ input, tx }) => invitationById(tx, input.id),
  allow: invitationRights.accept,
  run: async ({ subject, actor, tx, now, record }): Promise<void> => {
    await takeTurn(tx, actor.territory);
    const invitation = (await invitationById(tx, subject.id)) ?? subject;
    const person = await personById(tx, invitation.personId);
    if (person === undefined || person.email !== invitation.email || invitationState(invitation, now) !== "waiting")
      throw missing();
    await closeInvitation(tx, invitation.id, { acceptedAt: now });
    const { id, mandates: _, membership, ...fields } = person;
    // Someone let them in meanwhile: that is the last word.
    if (membership !== null) return;
    await savePerson(tx, actor.territory, id, { ...fields, membership: invitation.membership });
    await record({
      verb: "changed",
      object: { kind: "person", id, label: person.name },
      block: "membership",
      before: { membership: null },
      after: { membership: asPlain(invitation.membership) },
    });
  },
});

/** Whoever has just proved that an address is theirs takes what was waiting for it, in every territory of the instance. */
export async function acceptInvitations(runtime: Runtime, address: string): Promise<void> {
  for (const { id: territory } of await runtime.database.inInstance(listTerritories)) {
    const waiting = await runtime.database.inTerritory(territory, async (tx) => {
      const now = runtime.clock.now();
      const open = (await invitationsTo(tx, address)).filter((each) => invitationState(each, now) === "waiting");
      const addressed = [];
      for (const invitation of open) addressed.push({ invitation, person: await personById(tx, invitation.personId) });
      return addressed;
    });
    for (const { invitation, person } of waiting) {
      if (person !== undefined)
        await perform(runtime, acceptInvitation, actorOf(territory, person, invitation.membership), { id: invitation.id });
    }
  }
}
