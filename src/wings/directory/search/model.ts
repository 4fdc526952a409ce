import type { CommuneCode, ThemeKey } from "../../territory/territories/model.ts";
import type { Service, Weekday } from "../card/model.ts";
import type { ServiceKindKey } from "../kinds/model.ts";

/** Degrees, WGS84. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** When, as people say it. */
export const moments = ["evening", "early", "weekend", "holidays"] as const;
export type Moment = (typeof moments)[number];

/** What is chosen beside the text: each narrows, none ranks. */
export interface ServiceFilters {
  /** Age of the child in months, from one to the other: one age twice, or a span that the service meets. */
  readonly age: { readonly from: number; readonly to: number } | null;
  readonly day: Weekday | null;
  readonly free: boolean;
  readonly wheelchair: boolean;
  readonly kind: ServiceKindKey | null;
  readonly theme: ThemeKey | null;
  /** In this commune: a place there, or a round that stops there. */
  readonly commune: CommuneCode | null;
}
export type FilterName = keyof ServiceFilters;

export const noFilters: ServiceFilters = {
  age: null,
  day: null,
  free: false,
  wheelchair: false,
  kind: null,
  theme: null,
  commune: null,
};

export interface Asked {
  readonly text: string;
  readonly filters: ServiceFilters;
  /** Where the person is, if they said it. */
  readonly from: Position | null;
  /** Days since 1 January 1970, for freshness. */
  readonly today: number;
  readonly limit: number;
  readonly offset?: number | undefined;
}

/** What was understood of the text, to be said back. */
export interface Understood {
  readonly communes: readonly CommuneCode[];
  /** Months: an age said in figures is one month; "bébé" is a span. */
  readonly ages: { readonly from: number; readonly to: number; readonly exact: boolean } | null;
  readonly day: Weekday | null;
  readonly moments: readonly Moment[];
  /** Each group of words that means one thing. */
  readonly concepts: readonly string[];
  /** Words that nothing in the directory is near to. */
  readonly unknown: readonly string[];
}

/** Why a service is there, and what it leaves unanswered. */
export type Reason =
  /** `meant` is what the typed words were read as, where they are not in the card. */
  | { readonly kind: "words"; readonly written: string; readonly meant: string | null }
  | { readonly kind: "commune"; readonly commune: CommuneCode }
  | { readonly kind: "ages" }
  | { readonly kind: "day"; readonly day: Weekday }
  | { readonly kind: "moment"; readonly moment: Moment };

export interface Result {
  readonly service: Service;
  readonly score: number;
  /** From where the person is, or from the commune that they named; `null` where one of the two is not known. */
  readonly km: number | null;
  readonly why: readonly Reason[];
  /** What was asked and that the card does not say, or says otherwise. */
  readonly leftOut: readonly Reason[];
}

export interface Facets {
  readonly kind: ReadonlyMap<ServiceKindKey, number>;
  readonly theme: ReadonlyMap<ThemeKey, number>;
  readonly commune: ReadonlyMap<CommuneCode, number>;
  readonly day: ReadonlyMap<Weekday, number>;
  /** By year of age, 0 to 17. */
  readonly age: readonly number[];
  readonly free: number;
  readonly wheelchair: number;
}

export interface Found {
  readonly results: readonly Result[];
  readonly total: number;
  readonly understood: Understood;
  readonly facets: Facets;
  /** Where nothing answers everything: what answers without these filters, best first. */
  readonly nearest: { readonly without: readonly FilterName[]; readonly results: readonly Result[] } | null;
}
