import { z } from "zod";
import { OrganisationId, PersonId, TerritoryId } from "../../../platform/model.ts";

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
  /** Hue of the colour that acts, in degrees; `null` is the pine green of the instance. */
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

export { OrganisationId, PersonId, TerritoryId };
