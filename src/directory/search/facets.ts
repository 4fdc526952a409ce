import type { CommuneCode, ThemeKey } from "../../territory/model.ts";
import type { ServiceKindKey, Weekday } from "../model.ts";
import type { Facets, FilterName, Filters } from "./model.ts";
import { dayBit } from "./opening-days.ts";
import type { SearchIndex } from "./search-index.ts";

const names = ["age", "day", "free", "wheelchair", "kind", "theme", "commune"] as const satisfies readonly FilterName[];
const bitOf = (name: FilterName): number => 1 << names.indexOf(name);
const years = 18;

/** Which filters each service fails, a bit a filter: what fails one alone would answer without it. */
export interface Failures {
  readonly of: (doc: number) => number;
  readonly without: (doc: number, filters: readonly FilterName[]) => number;
}

/** Tells, service by service, which of the chosen filters it fails. A service that does not say its age or its day fails. */
export function failuresOf(index: SearchIndex, filters: Filters): Failures {
  const { age, day, free, wheelchair, kind, theme, commune } = filters;
  const kindNumber = kind === null ? -1 : index.kinds.findIndex(({ key }) => key === kind);
  const themeBit = theme === null ? 0 : 1 << index.themes.findIndex(({ key }) => key === theme);
  const communeNumber = commune === null ? -1 : index.communes.findIndex(({ code }) => code === commune);
  const of = (doc: number): number => {
    let failed = 0;
    if (age !== null && !hasAge(index, doc, age)) failed |= bitOf("age");
    if (day !== null && ((index.days[doc] ?? 0) & dayBit(day)) === 0) failed |= bitOf("day");
    if (free && index.free[doc] === 0) failed |= bitOf("free");
    if (wheelchair && index.wheelchair[doc] === 0) failed |= bitOf("wheelchair");
    if (kind !== null && index.kindOf[doc] !== kindNumber) failed |= bitOf("kind");
    if (theme !== null && ((index.themesOf[doc] ?? 0) & themeBit) === 0) failed |= bitOf("theme");
    if (commune !== null && !(index.communesOf[doc] ?? []).includes(communeNumber)) failed |= bitOf("commune");
    return failed;
  };
  return { of, without: (doc, some) => of(doc) & ~some.reduce((bits, name) => bits | bitOf(name), 0) };
}

const hasAge = (index: SearchIndex, doc: number, months: number): boolean =>
  index.saysAges[doc] === 1 && (index.minMonths[doc] ?? 0) <= months && months <= (index.maxMonths[doc] ?? 0);

/** Counts, for each value of each filter, how many services would answer with it and all the other filters. */
export function facetsOf(index: SearchIndex, ranked: readonly { readonly doc: number }[], failures: Failures): Facets {
  const byKind = new Uint32Array(index.kinds.length);
  const byTheme = new Uint32Array(index.themes.length);
  const byCommune = new Uint32Array(index.communes.length);
  const byDay = new Uint32Array(7);
  const age = new Uint32Array(years);
  let [free, wheelchair] = [0, 0];
  const add = (counts: Uint32Array, at: number): void => {
    counts[at] = (counts[at] ?? 0) + 1;
  };
  for (const { doc } of ranked) {
    const failed = failures.of(doc);
    const would = (name: FilterName): boolean => (failed & ~bitOf(name)) === 0;
    if (failed !== 0 && (failed & (failed - 1)) !== 0) continue;
    if (would("kind")) add(byKind, index.kindOf[doc] ?? 0);
    if (would("theme"))
      for (let at = 0; at < byTheme.length; at += 1) if (((index.themesOf[doc] ?? 0) >> at) & 1) add(byTheme, at);
    if (would("commune")) for (const at of index.communesOf[doc] ?? []) add(byCommune, at);
    if (would("day")) for (let at = 0; at < 7; at += 1) if (((index.days[doc] ?? 0) >> at) & 1) add(byDay, at);
    if (would("age")) for (let year = 0; year < years; year += 1) if (hasAge(index, doc, year * 12 + 6)) add(age, year);
    if (would("free")) free += index.free[doc] ?? 0;
    if (would("wheelchair")) wheelchair += index.wheelchair[doc] ?? 0;
  }
  const counted = <Key>(keys: readonly Key[], counts: Uint32Array): ReadonlyMap<Key, number> =>
    new Map(keys.flatMap((key, at) => ((counts[at] ?? 0) > 0 ? [[key, counts[at] ?? 0] as const] : [])));
  return {
    kind: counted<ServiceKindKey>(
      index.kinds.map(({ key }) => key),
      byKind,
    ),
    theme: counted<ThemeKey>(
      index.themes.map(({ key }) => key),
      byTheme,
    ),
    commune: counted<CommuneCode>(
      index.communes.map(({ code }) => code),
      byCommune,
    ),
    day: counted<Weekday>(["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"], byDay),
    age: [...age],
    free,
    wheelchair,
  };
}
