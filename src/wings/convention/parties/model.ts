import { z } from "zod";
import { type Day, type FileId, line, optional, OrganisationId, prose, writtenDay } from "../../../platform/model.ts";

export const PartyId = z.uuid().brand<"PartyId">();
export type PartyId = z.infer<typeof PartyId>;

export const PartyFields = z.object({
  organisationId: OrganisationId,
  representative: optional(line(120)),
  representativeFunction: optional(line(160)),
  deliberationNumber: optional(line(60)),
  deliberationDate: optional(writtenDay),
  commitments: optional(prose()),
});
export type PartyFields = z.infer<typeof PartyFields>;
export type Party = PartyFields & {
  readonly id: PartyId;
  readonly deliberationFileId: FileId | null;
  readonly signedOn: Day | null;
};
