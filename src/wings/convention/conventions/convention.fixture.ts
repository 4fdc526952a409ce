import { KnownDate } from "../../../platform/known-date.ts";
import { Day, OrganisationId } from "../../../platform/model.ts";
import { ConventionFields, ConventionId, type Convention } from "./model.ts";
import { PartyId, type Party } from "../parties/model.ts";

const uuid = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
export const day = (text: string): Day => Day.parse(text);
export const known = (text: string): KnownDate => KnownDate.parse(text);

/** A party of tests, known by its number. */
export const aParty = (number: number, fields: Partial<Party> = {}): Party => ({
  id: PartyId.parse(uuid(1_000 + number)),
  organisationId: OrganisationId.parse(uuid(2_000 + number)),
  representative: null,
  representativeFunction: null,
  deliberationNumber: null,
  deliberationDate: null,
  deliberationFileId: null,
  commitments: null,
  signedOn: null,
  ...fields,
});

/** A convention of tests: 2023 to 2027, nothing else known. */
export const aConvention = (fields: Partial<Convention> = {}): Convention => ({
  ...ConventionFields.parse({ title: "Convention 2023-2027", periodStart: "2023", periodEnd: "2027" }),
  id: ConventionId.parse(uuid(1)),
  state: "preparation",
  provenance: { kind: "entered" },
  predecessorId: null,
  parties: [],
  competences: [],
  amendments: [],
  ...fields,
});
