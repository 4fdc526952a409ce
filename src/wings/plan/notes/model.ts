import { z } from "zod";
import { Confidentiality, type OrganisationId, type PersonId, prose } from "../../../platform/model.ts";
import type { ActionId } from "../action/model.ts";

export const NoteId = z.uuid().brand<"NoteId">();
export type NoteId = z.infer<typeof NoteId>;

export const NoteFields = z.object({ body: prose(10_000), confidentiality: Confidentiality });
/** A dated word on an action: news from its lead, or a partner's comment. Never about a family or a person in difficulty. */
export type Note = z.infer<typeof NoteFields> & {
  readonly id: NoteId;
  readonly actionId: ActionId;
  readonly at: Date;
  readonly author: { readonly person: PersonId | null; readonly name: string; readonly organisationId: OrganisationId | null };
};
