import { z } from "zod";
import { email, line, optional, OrganisationId, PersonId, TerritoryId, writtenDay } from "../../../platform/model.ts";

/** SIREN of an EPCI: nine digits. */
export const Siren = z
  .string()
  .regex(/^\d{9}$/)
  .brand<"Siren">();
export type Siren = z.infer<typeof Siren>;
/** INSEE code of a commune: five characters, Corsica's begin with 2A or 2B. */
export const CommuneCode = z
  .string()
  .regex(/^\d[\dAB]\d{3}$/)
  .brand<"CommuneCode">();
export type CommuneCode = z.infer<typeof CommuneCode>;
/** Key of a theme in this territory's list, such as `petite-enfance`. */
export const ThemeKey = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/)
  .brand<"ThemeKey">();
export type ThemeKey = z.infer<typeof ThemeKey>;

export interface Territory {
  readonly id: TerritoryId;
  readonly kind: "epci";
  readonly siren: Siren;
  /** Part of every address of the territory: `porte-des-vosges-meridionales`. */
  readonly slug: string;
  readonly name: string;
  readonly departement: { readonly code: string; readonly name: string };
  readonly region: { readonly code: string; readonly name: string };
  /** Hue of the colour that acts, in degrees; `null` is the pine green of the house. */
  readonly accentHue: number | null;
}

export interface Commune {
  readonly code: CommuneCode;
  readonly name: string;
  /** Municipal population of `vintage`; `null` when it is not published. */
  readonly population: number | null;
  /** Edition of the register that the population comes from. Two editions are never mixed in one ratio. */
  readonly vintage: string;
}

export interface Theme {
  readonly key: ThemeKey;
  readonly name: { readonly fr: string; readonly en: string };
}

/** What a fact is worth: entered by the territory's people, carried over from a public source, or invented for the demonstration. */
export const Provenance = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("entered") }),
  z.object({ kind: z.literal("sourced"), source: z.string() }),
  z.object({ kind: z.literal("example") }),
]);
export type Provenance = z.infer<typeof Provenance>;

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

export { OrganisationId, PersonId, TerritoryId };
