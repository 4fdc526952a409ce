import { z } from "zod";
import type { ThemeKey } from "../../territory/territories/model.ts";

/** Key of a kind of service in this territory's list, such as `eaje`. */
export const ServiceKindKey = z
  .string()
  .regex(/^[a-z0-9_-]{1,60}$/)
  .brand<"ServiceKindKey">();
export type ServiceKindKey = z.infer<typeof ServiceKindKey>;

/** A kind of service: the acronym that professionals say, and what a parent calls it. */
export interface ServiceKind {
  readonly key: ServiceKindKey;
  readonly name: { readonly fr: string; readonly en: string };
  readonly plain: { readonly fr: string; readonly en: string };
  readonly themes: readonly ThemeKey[];
  /** Ages that it is for when a card says nothing of its own. */
  readonly ages: Ages | null;
}

/** Months, both included: 0 to 35 is "under three". A bound that is not known does not bound. */
export interface Ages {
  readonly minMonths: number | null;
  readonly maxMonths: number | null;
}
