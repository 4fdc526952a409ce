import { z } from "zod";
import { defineUseCase, missing, refuseField, wholeTerritory } from "../../../../platform/use-case.ts";
import { personOf } from "../../../../platform/actor.ts";
import { asPlain } from "../../../../platform/record/rules.ts";
import { takeTurn } from "../../../../platform/history/store.ts";
import { email, line } from "../../../../platform/model.ts";
import { invitationMail } from "../invitation-mail.ts";
import { InvitationId, type Invitation } from "../model.ts";
import { PersonId } from "../../territories/model.ts";
import { findEpci } from "../../territories/national-register.ts";
import { territoryRights } from "../../territories/rights.ts";
import { invitationDays, invitationsPerDay, invitationState, isCurrent, isPlainName } from "../rules.ts";
import {
  closeInvitation,
  countInvitationsSince,
  insertInvitation,
  invitationsTo,
  personByEmail,
  personById,
  savePerson,
} from "../store.ts";
import { organisationById } from "../../organisations/store.ts";
import { territoryById } from "../../territories/store.ts";
import { words } from "../words.ts";
import { membershipFields, readMembership } from "./read-membership.ts";

const day = 86_400_000;

/**
 * Invites an address. Nothing in the mail is written by the inviter: their name, their organisation and the territory come
 * from what is recorded, and only if they read as names. Whether the address has an account is neither asked nor told.
 */
export const invitePerson = defineUseCase({
  name: "territory.invite-person",
  input: z.object({ email, name: line(120), ...membershipFields }),
  subject: wholeTerritory,
  allow: territoryRights.grantAccess,
  run: async ({ input, actor, lang, tx, now, today, origin, newId, record, send, wings }): Promise<Invitation> => {
    const say = words(lang);
    await takeTurn(tx, actor.territory);
    const territory = await territoryById(tx, actor.territory);
    if (territory === undefined) throw missing();
    if ((await countInvitationsSince(tx, new Date(now.getTime() - day))) >= invitationsPerDay) {
      throw refuseField("email", say("invite.tooMany", { most: invitationsPerDay }));
    }

    const inviterId = personOf(actor);
    const inviter = inviterId === null ? undefined : await personById(tx, inviterId);
    const mandate = inviter?.mandates.find((each) => isCurrent(each, today));
    const organisation = mandate && (await organisationById(tx, mandate.organisationId));
    if (actor.role !== "operator" && organisation === undefined) throw refuseField("email", say("invite.noMandate"));
    const invitedBy = { name: inviter?.name ?? say("invite.operator"), organisation: organisation?.name ?? null };
    if (![invitedBy.name, invitedBy.organisation ?? "-"].every(isPlainName)) throw refuseField("email", say("invite.unsafeName"));

    const known = await personByEmail(tx, input.email);
    if (known?.membership != null) throw refuseField("email", say("invite.alreadyIn", { name: known.name }));
    const membership = await readMembership(tx, input, lang, wings);
    const personId = known?.id ?? newId(PersonId);
    if (known === undefined) {
      const fields = { name: input.name, email: input.email, phone: null };
      await savePerson(tx, actor.territory, personId, { ...fields, membership: null, provenance: { kind: "entered" } });
      await record({
        verb: "created",
        object: { kind: "person", id: personId, label: input.name },
        block: "contact",
        after: fields,
      });
    }
    // A second invitation replaces the first: one door at a time for one address.
    for (const earlier of await invitationsTo(tx, input.email)) {
      if (invitationState(earlier, now) === "waiting") await closeInvitation(tx, earlier.id, { withdrawnAt: now });
    }
    const expiresAt = new Date(now.getTime() + invitationDays * day);
    const ends = { acceptedAt: null, withdrawnAt: null };
    const invitation: Invitation = {
      id: newId(InvitationId),
      personId,
      email: input.email,
      membership,
      invitedBy,
      sentAt: now,
      expiresAt,
      ...ends,
    };
    await insertInvitation(tx, actor.territory, invitation);
    const object = { kind: "invitation", id: invitation.id, label: known?.name ?? input.name };
    await record({ verb: "created", object, after: asPlain({ personId, email: input.email, membership, invitedBy, expiresAt }) });
    // The register's name of the territory, not the one chosen for the screen: nobody here writes it.
    const registered = findEpci(territory.siren)?.name ?? territory.slug;
    await send(
      invitationMail({ to: input.email, invitedBy, territory: registered, slug: territory.slug, origin, expiresAt, lang }),
    );
    return invitation;
  },
});
