import { z } from "zod";
import { defineUseCase, refuseField } from "../../../../platform/use-case.ts";
import { takeTurn } from "../../../../platform/history/store.ts";
import { InvitationId } from "../model.ts";
import { territoryRights } from "../../territories/rights.ts";
import { invitationState } from "../rules.ts";
import { closeInvitation, invitationById } from "../store.ts";
import { words } from "../words.ts";

/** Takes an invitation back before anyone has used it. */
export const withdrawInvitation = defineUseCase({
  name: "territory.withdraw-invitation",
  input: z.object({ id: InvitationId }),
  by: { id: InvitationId },
  subject: ({ input, tx }) => invitationById(tx, input.id),
  allow: territoryRights.grantAccess,
  run: async ({ subject, actor, lang, tx, now, record }): Promise<{ readonly email: string }> => {
    await takeTurn(tx, actor.territory);
    const invitation = (await invitationById(tx, subject.id)) ?? subject;
    const state = invitationState(invitation, now);
    if (state === "accepted") throw refuseField("id", words(lang)("invite.alreadyAccepted"));
    if (state === "waiting") {
      await closeInvitation(tx, invitation.id, { withdrawnAt: now });
      const object = { kind: "invitation", id: invitation.id, label: invitation.email };
      await record({ verb: "deleted", object, before: { email: invitation.email } });
    }
    return { email: invitation.email };
  },
});
