import { z } from "zod";
import type { TerritoryVisit } from "../../../platform/http/visit.ts";
import { CommuneCode, ThemeKey } from "../../../territory/model.ts";
import { ServiceKindKey, Weekday } from "../../model.ts";
import type { Filters, Position } from "../../search/model.ts";

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

export const filtersOf = ({ age, day, free, wheelchair, kind, theme, commune }: SearchQuery): Filters => ({
  // The middle of the year: a child of two is some months past two.
  age: age === null ? null : age * 12 + 6,
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
