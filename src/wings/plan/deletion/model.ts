import { z } from "zod";
import { ConventionId } from "../../convention/conventions/model.ts";
import { Confidentiality, FileId, OrganisationId, PersonId } from "../../../platform/model.ts";
import { Provenance } from "../../territory/territories/model.ts";
import { type Action, type ActionFile, ActionId, type ActionLink, blocks, LinkKind } from "../action/model.ts";
import { type Note, NoteFields, NoteId } from "../notes/model.ts";

const instant = z.union([z.date(), z.iso.datetime().transform((text) => new Date(text))]);
/** An action with all that hangs on it, as the event of its deletion keeps it. */
export const WholeAction = z.object({
  action: z.object({
    id: ActionId,
    conventionId: ConventionId,
    provenance: Provenance,
    lastNewsAt: instant,
    validatedAt: instant.nullable(),
    validatedBy: z.string().nullable(),
    ...blocks,
  }),
  notes: z.array(
    NoteFields.extend({
      id: NoteId,
      actionId: ActionId,
      at: instant,
      author: z.object({ person: PersonId.nullable(), name: z.string(), organisationId: OrganisationId.nullable() }),
    }),
  ),
  files: z.array(
    z.object({ actionId: ActionId, fileId: FileId, name: z.string(), size: z.number(), confidentiality: Confidentiality }),
  ),
  links: z.array(z.object({ from: ActionId, to: ActionId, kind: LinkKind })),
});
export interface WholeAction {
  readonly action: Action;
  readonly notes: readonly Note[];
  readonly files: readonly ActionFile[];
  readonly links: readonly ActionLink[];
}
