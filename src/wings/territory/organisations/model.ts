import { z } from "zod";
import { email, line, optional, type OrganisationId } from "../../../platform/model.ts";
import { CommuneCode, type Provenance } from "../territories/model.ts";

export const OrganisationKind = z.enum([
  "epci",
  "commune",
  "caf",
  "msa",
  "departement",
  "region",
  "etat",
  "association",
  "public_body",
  "company",
  "other",
]);
export type OrganisationKind = z.infer<typeof OrganisationKind>;

export const OrganisationFields = z.object({
  kind: OrganisationKind,
  name: line(200),
  /** What people say: "Caf", "Com' com'". */
  shortName: optional(line(60)),
  /** The commune of a `commune`, or where the organisation sits. */
  communeCode: optional(CommuneCode),
  email: optional(email),
  phone: optional(line(40)),
});
export type OrganisationFields = z.infer<typeof OrganisationFields>;
export type Organisation = OrganisationFields & { readonly id: OrganisationId; readonly provenance: Provenance };
