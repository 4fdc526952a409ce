import { z } from "zod";
import { email, line, optional, OrganisationId, type PersonId, writtenDay } from "../../../platform/model.ts";
import type { Provenance } from "../territories/model.ts";

export const PersonFields = z.object({ name: line(120), email: optional(email), phone: optional(line(40)) });
export type PersonFields = z.infer<typeof PersonFields>;

export const MandateId = z.uuid().brand<"MandateId">();
export type MandateId = z.infer<typeof MandateId>;

/** A function that someone holds in an organisation for a time: a mandate ends, and the history keeps it. */
export const MandateFields = z
  .object({ organisationId: OrganisationId, function: line(120), from: optional(writtenDay), to: optional(writtenDay) })
  .refine(({ from, to }) => from === null || to === null || from <= to, { path: ["to"], params: { rule: "endBeforeStart" } });
export type Mandate = z.infer<typeof MandateFields> & { readonly id: MandateId };

/** What a person may do here. Someone without a membership is in the address book only. */
export const Membership = z.discriminatedUnion("role", [
  z.object({ role: z.literal("coordinator") }),
  z.object({ role: z.literal("party"), organisationId: OrganisationId }),
  z.object({ role: z.literal("elected"), organisationId: OrganisationId }),
  z.object({ role: z.literal("contributor"), actionIds: z.array(z.uuid()).min(1) }),
  z.object({ role: z.literal("reader") }),
]);
export type Membership = z.infer<typeof Membership>;

export type Person = PersonFields & {
  readonly id: PersonId;
  readonly provenance: Provenance;
  readonly mandates: readonly Mandate[];
  readonly membership: Membership | null;
};

export const InvitationId = z.uuid().brand<"InvitationId">();
export type InvitationId = z.infer<typeof InvitationId>;

/** A way in, offered to an address: whoever proves that it is theirs before it expires receives the membership. */
export interface Invitation {
  readonly id: InvitationId;
  readonly personId: PersonId;
  /** The address that it was sent to. A person who changes theirs is invited anew. */
  readonly email: string;
  readonly membership: Membership;
  /** As it was said in the mail: the inviter and the organisation whose mandate they held that day. */
  readonly invitedBy: { readonly name: string; readonly organisation: string | null };
  readonly sentAt: Date;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly withdrawnAt: Date | null;
}
