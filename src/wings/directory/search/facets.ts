import type { CommuneCode, ThemeKey } from "../../territory/territories/model.ts";
import type { ServiceKindKey } from "../kinds/model.ts";
import type { Weekday } from "../card/model.ts";
import type { Facets, FilterName, ServiceFilters } from "./model.ts";
import { dayBit } from "./opening-days.ts";
import { isIn, type SearchIndex } from "./search-index.ts";

const bitOf: Readonly<Record<FilterName, number>> = { age: 1, day: 2, free: 4, wheelchair: 8, kind: 16, theme: 32, commune: 64 };
const years = 18;

/** Which filters each service fails, a bit a filter: what fails one alone would answer without it. */
export interface Failures {
  /** Nothing was chosen: nothing fails. */
  readonly isNone: boolean;
  readonly of: (doc: number) => number;
  readonly without: (doc: number, filters: readonly FilterName[]) => number;
}

/** Tells, service by service, which of the chosen filters it fails. A service that does not say its age or its day fails. */
export function failuresOf(index: SearchIndex, filters: ServiceFilters): Failures {
  const { age, day, free, wheelchair, kind, theme, commune } = filters;
  const kindNumber = kind === null ? -1 : index.kinds.findIndex(({ key }) => key === kind);
  const themeBit = theme === null ? 0 : 1 << index.themes.findIndex(({ key }) => key === theme);
  const communeNumber = commune === null ? -1 : index.communes.findIndex(({ code }) => code === commune);
  const of = (doc: number): number => {
    let failed = 0;
    if (age !== null && !hasAge(index, doc, age)) failed |= bitOf.age;
    if (day !== null && ((index.days[doc] ?? 0) & dayBit(day)) === 0) failed |= bitOf.day;
    if (free && index.free[doc] === 0) failed |= bitOf.free;
    if (wheelchair && index.wheelchair[doc] === 0) failed |= bitOf.wheelchair;
    if (kind !== null && index.kindOf[doc] !== kindNumber) failed |= bitOf.kind;
    if (theme !== null && ((index.themesOf[doc] ?? 0) & themeBit) === 0) failed |= bitOf.theme;
    if (commune !== null && !isIn(index, doc, communeNumber)) failed |= bitOf.commune;
    return failed;
  };
  const isNone = Object.entries(filters).every(([, value]) => value === null || value === false);
  return {
    isNone,
    of: isNone ? () => 0 : of,
    without: (doc, some) => of(doc) & ~some.reduce((bits, name) => bits | bitOf[name], 0),
  };
}

const hasAge = (index: SearchIndex, doc: number, { from, to }: NonNullable<ServiceFilters["age"]>): boolean =>
  index.saysAges[doc] === 1 && (index.minMonths[doc] ?? 0) <= to && from <= (index.maxMonths[doc] ?? 0);

/** Counts, for each value of each filter, how many services would answer with it and all the other filters. */
export function facetsOf(index: SearchIndex, docs: Int32Array, failures: Failures): Facets {
  const byKind = new Uint32Array(index.kinds.length);
  const byThemes = new Map<number, number>();
  const byCommune = new Uint32Array(index.communes.length);
  const byDays = new Uint32Array(128);
  /** Of children of a year and a half, at `1`: how many services begin there, less how many ended the year before. */
  const byYear = new Int32Array(years + 1);
  let [free, wheelchair] = [0, 0];
  for (const doc of docs) {
    const failed = failures.of(doc);
    if (failed !== 0 && (failed & (failed - 1)) !== 0) continue;
    const kind = index.kindOf[doc] ?? 0;
    if (would(failed, "kind") && kind < byKind.length) byKind[kind] = (byKind[kind] ?? 0) + 1;
    const themes = index.themesOf[doc] ?? 0;
    if (themes !== 0 && would(failed, "theme")) byThemes.set(themes, (byThemes.get(themes) ?? 0) + 1);
    if (would(failed, "commune")) {
      const end = index.communeStart[doc + 1] ?? 0;
      for (let at = index.communeStart[doc] ?? 0; at < end; at += 1) {
        const commune = index.communeNumbers[at] ?? 0;
        byCommune[commune] = (byCommune[commune] ?? 0) + 1;
      }
    }
    const days = index.days[doc] ?? 0;
    if (would(failed, "day")) byDays[days] = (byDays[days] ?? 0) + 1;
    if (would(failed, "age") && index.saysAges[doc] === 1)
      countYears(byYear, index.minMonths[doc] ?? 0, index.maxMonths[doc] ?? 0);
    if (would(failed, "free")) free += index.free[doc] ?? 0;
    if (would(failed, "wheelchair")) wheelchair += index.wheelchair[doc] ?? 0;
  }
  const counted = <Key>(keys: readonly Key[], count: (at: number) => number): ReadonlyMap<Key, number> =>
    new Map(keys.map((key, at) => [key, count(at)] as const).filter(([, many]) => many > 0));
  const holding = (masks: Iterable<readonly [number, number]>, bit: number): number => {
    let many = 0;
    for (const [mask, count] of masks) if ((mask >> bit) & 1) many += count;
    return many;
  };
  let open = 0;
  return {
    kind: counted<ServiceKindKey>(
      index.kinds.map(({ key }) => key),
      (at) => byKind[at] ?? 0,
    ),
    theme: counted<ThemeKey>(
      index.themes.map(({ key }) => key),
      (at) => holding(byThemes, at),
    ),
    commune: counted<CommuneCode>(
      index.communes.map(({ code }) => code),
      (at) => byCommune[at] ?? 0,
    ),
    day: counted<Weekday>(["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"], (at) => holding(byDays.entries(), at)),
    age: Array.from({ length: years }, (_, year) => (open += byYear[year] ?? 0)),
    free,
    wheelchair,
  };
}

const would = (failed: number, name: FilterName): boolean => (failed & ~bitOf[name]) === 0;

/** The years of age whose middle is between two ages in months. */
function countYears(byYear: Int32Array, minMonths: number, maxMonths: number): void {
  const first = Math.max(0, Math.ceil((minMonths - 6) / 12));
  const last = Math.min(years - 1, Math.floor((maxMonths - 6) / 12));
  if (last < first) return;
  byYear[first] = (byYear[first] ?? 0) + 1;
  byYear[last + 1] = (byYear[last + 1] ?? 0) - 1;
}
