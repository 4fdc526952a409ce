import { z } from "zod";
import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { CommuneCode, ThemeKey } from "../../../territory/territories/model.ts";
import { ServiceKindKey } from "../../kinds/model.ts";
import { Weekday } from "../../card/model.ts";
import { middleOfYear } from "../../card/rules.ts";
import type { ServiceFilters, Position } from "../model.ts";

const text = z.string().trim().max(200).catch("").default("");
const yes = z
  .string()
  .transform((value) => value === "1")
  .catch(false)
  .default(false);
const choice = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().catch(null).default(null);

const Address = z.object({
  q: text,
  near: text,
  /** Years: 0 is under one. */
  age: choice(z.coerce.number().int().min(0).max(25)),
  /** Years of age, from one to another, where no single one is chosen: `3-5`. */
  ages: choice(z.string().regex(/^\d{1,2}-\d{1,2}$/)),
  day: choice(Weekday),
  free: yes,
  wheelchair: yes,
  kind: choice(ServiceKindKey),
  theme: choice(ThemeKey),
  commune: choice(CommuneCode),
  /** The position of the device, given on request. */
  lat: choice(z.coerce.number().min(-90).max(90)),
  lon: choice(z.coerce.number().min(-180).max(180)),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});

/** What the address of the search says. */
export type SearchQuery = z.infer<typeof Address>;

/** Reads an address: what is blank or makes no sense is not asked. */
export const readQuery = (params: Readonly<Record<string, string>>): SearchQuery =>
  Address.parse(Object.fromEntries(Object.entries(params).filter(([, value]) => value.trim() !== "")));

export const blankQuery = readQuery({});

/** Years of age that are asked, both included. */
export function yearsOf({ age, ages }: Pick<SearchQuery, "age" | "ages">): { readonly from: number; readonly to: number } | null {
  if (age !== null) return { from: age, to: age };
  const [from, to] = (ages ?? "").split("-").map(Number);
  return from === undefined || to === undefined ? null : { from, to };
}

function monthsOf(query: Pick<SearchQuery, "age" | "ages">): ServiceFilters["age"] {
  const years = yearsOf(query);
  return years && { from: middleOfYear(years.from), to: middleOfYear(years.to) };
}

export const filtersOf = ({ age, ages, day, free, wheelchair, kind, theme, commune }: SearchQuery): ServiceFilters => ({
  age: monthsOf({ age, ages }),
  day,
  free,
  wheelchair,
  kind,
  theme,
  commune,
});

export const positionOf = ({ lat, lon }: SearchQuery): Position | null =>
  lat === null || lon === null ? null : { latitude: lat, longitude: lon };

/** The address that asks this. */
export function searchAddress(visit: TerritoryVisit, query: Partial<SearchQuery>): string {
  const params = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]): [string, string][] => {
      if (value === null || value === "" || value === false || (name === "page" && value === 1)) return [];
      return [[name, value === true ? "1" : String(value)]];
    }),
  ).toString();
  return visit.at(params === "" ? "/annuaire" : `/annuaire?${params}`);
}
