import type { CommuneCode, ThemeKey } from "../../territory/territories/model.ts";
import type { Directory, Service } from "../card/model.ts";
import type { Place } from "../places/model.ts";
import type { ServiceKind, ServiceKindKey } from "../kinds/model.ts";
import { agesOf, communesOf } from "../card/rules.ts";
import { communePhrases } from "./communes.ts";
import { defaultSynonyms } from "../synonyms/default-synonyms.ts";
import type { Position } from "./model.ts";
import { NearWords } from "./near-words.ts";
import { openDays } from "./opening-days.ts";
import { Phrases } from "./phrases.ts";
import { Tallies } from "./tally.ts";
import { stemsOf } from "./tokens.ts";

/** What the index must know beside the directory: how things are named. */
export interface Named {
  readonly communes: readonly { readonly code: CommuneCode; readonly name: string }[];
  readonly themes: readonly { readonly key: ThemeKey; readonly name: { readonly fr: string; readonly en: string } }[];
}

/** The services in which a word stands, in the order of their numbers, and how much it says of each. */
export interface Postings {
  readonly docs: Int32Array;
  readonly weights: Float32Array;
}

/** What everyday words mean: kinds of services, or other words that must all be there. */
export type Meaning =
  { readonly kind: "kinds"; readonly kinds: readonly number[] } | { readonly kind: "words"; readonly stems: readonly string[] };

/** Published services, column by column: number `i` of each array is about the same service. */
export interface SearchIndex {
  readonly services: readonly Service[];
  readonly places: readonly Place[];
  readonly kinds: readonly ServiceKind[];
  readonly themes: Named["themes"];
  readonly communes: readonly { readonly code: CommuneCode; readonly name: string; readonly position: Position | null }[];
  readonly kindOf: Uint16Array;
  /** The services of each kind. */
  readonly docsOfKind: readonly Int32Array[];
  /** A bit a theme. */
  readonly themesOf: Uint32Array;
  /** Months; 0 and 1,440 where nothing bounds. `saysAges` is 0 where neither the card nor its kind says any. */
  readonly minMonths: Uint16Array;
  readonly maxMonths: Uint16Array;
  readonly saysAges: Uint8Array;
  readonly days: Uint8Array;
  readonly holidays: Uint8Array;
  readonly evening: Uint8Array;
  readonly early: Uint8Array;
  readonly free: Uint8Array;
  readonly wheelchair: Uint8Array;
  /** Degrees; NaN where the place has no position. */
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  /** Days since 1970; -1 where never verified. */
  readonly verified: Int32Array;
  /** Communes of service `i`, of its place then of its rounds: `communeNumbers[communeStart[i]]` to before `communeStart[i + 1]`. */
  readonly communeStart: Int32Array;
  readonly communeNumbers: Uint16Array;
  readonly postings: ReadonlyMap<string, Postings>;
  readonly near: NearWords;
  readonly tallies: Tallies;
  readonly meanings: Phrases<readonly Meaning[]>;
  readonly communeNames: Phrases<number>;
}

/** How much a field says of what a service is. */
const fieldWeights = { kind: 4, name: 3.5, theme: 1.6, place: 1.4, description: 1, details: 0.7, commune: 0.8 } as const;

/** The words of a service and how much each says of it; a service that did not change is not read again. */
const readBefore = new WeakMap<
  Service,
  { readonly place: Place; readonly named: Named; readonly words: ReadonlyMap<string, number> }
>();

/** What does not change from one service to the next, read once. */
interface Lists {
  readonly named: Named;
  readonly stems: (text: string) => readonly string[];
  readonly communeName: (code: string | null) => string | undefined;
  readonly themeName: (key: string) => string | undefined;
}

function listsOf(named: Named): Lists {
  const communes = new Map<string, string>(named.communes.map(({ code, name }) => [code, name]));
  const themes = new Map<string, string>(named.themes.map(({ key, name }) => [key, name.fr]));
  const known = new Map<string, readonly string[]>();
  return {
    named,
    stems: (text) => {
      const before = known.get(text) ?? stemsOf(text);
      known.set(text, before);
      return before;
    },
    communeName: (code) => (code === null ? undefined : communes.get(code)),
    themeName: (key) => themes.get(key),
  };
}

function wordsOf(service: Service, place: Place, kind: ServiceKind | undefined, lists: Lists): ReadonlyMap<string, number> {
  const { named } = lists;
  const before = readBefore.get(service);
  if (before !== undefined && before.place === place && before.named === named) return before.words;
  const words = new Map<string, number>();
  const read = (text: string | null | undefined, weight: number, stems = stemsOf): void => {
    if (text === null || text === undefined) return;
    for (const stem of stems(text)) {
      const there = words.get(stem) ?? 0;
      // A word in two fields says more than in one, never twice as much.
      words.set(stem, Math.max(there, weight) + Math.min(there, weight) * 0.15);
    }
  };
  const { offer, forWhom, wayIn, fees, where } = service;
  if (kind !== undefined)
    for (const text of [kind.name.fr, kind.plain.fr, kind.name.en, kind.plain.en]) read(text, fieldWeights.kind, lists.stems);
  read(offer.name, fieldWeights.name);
  for (const key of offer.themes) read(lists.themeName(key), fieldWeights.theme, lists.stems);
  read(place.name, fieldWeights.place);
  read(offer.description, fieldWeights.description);
  for (const text of [forWhom.publicsDetails, forWhom.conditions, wayIn.details, fees.details, place.description])
    read(text, fieldWeights.details);
  if (forWhom.disability === "welcomed" || forWhom.disability === "with_preparation")
    read("situation de handicap", fieldWeights.details);
  for (const code of [place.communeCode, ...where.rounds.map(({ communeCode }) => communeCode)])
    read(lists.communeName(code), fieldWeights.commune, lists.stems);
  read(place.town, fieldWeights.commune);
  readBefore.set(service, { place, named, words });
  return words;
}

/** The kinds whose official name holds all these words, and little else: "accueil de jeunes" is not "accueil du jeune enfant". */
function kindsNamed(stems: readonly string[], kinds: readonly ServiceKind[]): readonly number[] {
  const named = kinds.flatMap(({ name }, number) => {
    const words = new Set(stemsOf(name.fr));
    return stems.every((stem) => words.has(stem)) ? [{ number, size: words.size }] : [];
  });
  const least = Math.min(...named.map(({ size }) => size));
  return named.filter(({ size }) => size === least).map(({ number }) => number);
}

function meaningsOf(means: string, kinds: readonly ServiceKind[]): readonly Meaning[] {
  return means.split(",").flatMap((phrase): Meaning[] => {
    const stems = stemsOf(phrase);
    if (stems.length === 0) return [];
    const meant = kindsNamed(stems, kinds);
    return [meant.length > 0 ? { kind: "kinds", kinds: meant } : { kind: "words", stems }];
  });
}

/** Services that answer equally well come in the order of their names. */
const byName = new Intl.Collator("fr", { numeric: true });

const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);

/** Whether a service is given in a commune, at its place or in its rounds. */
export function isIn({ communeStart, communeNumbers }: SearchIndex, doc: number, commune: number): boolean {
  const end = communeStart[doc + 1] ?? 0;
  for (let at = communeStart[doc] ?? 0; at < end; at += 1) if (communeNumbers[at] === commune) return true;
  return false;
}

/** The middle of the places of each commune: where a person of that commune may be thought to start from. */
function middles(communes: Named["communes"], places: Iterable<Place>): SearchIndex["communes"] {
  const byCommune = Map.groupBy(
    [...places].filter(({ latitude, longitude }) => latitude !== null && longitude !== null),
    ({ communeCode }) => communeCode,
  );
  const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
  return communes.map(({ code, name }) => {
    const there = byCommune.get(code);
    const position = there && {
      latitude: middle(there.map(({ latitude }) => latitude ?? 0)),
      longitude: middle(there.map(({ longitude }) => longitude ?? 0)),
    };
    return { code, name, position: position ?? null };
  });
}

/**
 * An index in memory of the published services of a directory. What is kept for those who keep the directory is never read.
 * Built anew when the directory changed: a service that did not change is not read again.
 */
export function buildIndex({ kinds, synonyms, places, services }: Directory, named: Named): SearchIndex {
  const shown: { service: Service; place: Place }[] = [];
  for (const service of services.values()) {
    const place = places.get(service.placeId);
    if (service.state.kind === "published" && place !== undefined) shown.push({ service, place });
  }
  shown.sort((a, b) => byName.compare(a.service.offer.name, b.service.offer.name));
  const count = shown.length;
  const kindNumbers = new Map<ServiceKindKey, number>(kinds.map(({ key }, number) => [key, number]));
  const themeNumbers = new Map(named.themes.map(({ key }, number) => [key, number]));
  const communeNumbers = new Map<string, number>(named.communes.map(({ code }, number) => [code, number]));
  const lists = new Map<string, { docs: number[]; weights: number[] }>();
  const index = {
    kindOf: new Uint16Array(count),
    themesOf: new Uint32Array(count),
    minMonths: new Uint16Array(count),
    maxMonths: new Uint16Array(count),
    saysAges: new Uint8Array(count),
    days: new Uint8Array(count),
    holidays: new Uint8Array(count),
    evening: new Uint8Array(count),
    early: new Uint8Array(count),
    free: new Uint8Array(count),
    wheelchair: new Uint8Array(count),
    latitude: new Float64Array(count),
    longitude: new Float64Array(count),
    verified: new Int32Array(count),
  };
  const communeStart = new Int32Array(count + 1);
  const communesInOrder: number[] = [];
  const read = listsOf(named);
  for (const [doc, { service, place }] of shown.entries()) {
    const kind = kinds[kindNumbers.get(service.offer.kind) ?? -1];
    const ages = agesOf(service, kind);
    const open = openDays(service);
    index.kindOf[doc] = kindNumbers.get(service.offer.kind) ?? 0xffff;
    for (const theme of service.offer.themes)
      index.themesOf[doc] = (index.themesOf[doc] ?? 0) | (1 << (themeNumbers.get(theme) ?? 31));
    index.minMonths[doc] = ages?.minMonths ?? 0;
    index.maxMonths[doc] = ages?.maxMonths ?? 1_440;
    index.saysAges[doc] = ages === null ? 0 : 1;
    index.days[doc] = open.days;
    index.holidays[doc] = open.holidays;
    index.evening[doc] = open.evening ? 1 : 0;
    index.early[doc] = open.early ? 1 : 0;
    index.free[doc] = service.fees.fee === "free" ? 1 : 0;
    index.wheelchair[doc] = place.wheelchair === "yes" || place.wheelchair === "partly" ? 1 : 0;
    index.latitude[doc] = place.latitude ?? Number.NaN;
    index.longitude[doc] = place.longitude ?? Number.NaN;
    index.verified[doc] = service.verifiedOn === null ? -1 : dayNumber(service.verifiedOn);
    communesInOrder.push(...[...communesOf(service, place)].flatMap((code) => communeNumbers.get(code) ?? []));
    communeStart[doc + 1] = communesInOrder.length;
    for (const [stem, weight] of wordsOf(service, place, kind, read)) {
      const list = lists.get(stem) ?? { docs: [], weights: [] };
      lists.set(stem, list);
      list.docs.push(doc);
      list.weights.push(weight / fieldWeights.kind);
    }
  }
  const meanings = new Phrases<readonly Meaning[]>();
  for (const [words, means] of [...defaultSynonyms, ...synonyms.map((own) => [own.words, own.means] as const)])
    for (const phrase of words.split(",")) meanings.add(stemsOf(phrase), meaningsOf(means, kinds), (a, b) => [...a, ...b]);
  const communeNames = new Phrases<number>();
  for (const { stems, number } of communePhrases(named.communes)) communeNames.add(stems, number, (first) => first);
  return {
    ...index,
    services: shown.map(({ service }) => service),
    places: shown.map(({ place }) => place),
    kinds,
    docsOfKind: kinds.map((_, kind) => Int32Array.from(shown.keys().filter((doc) => index.kindOf[doc] === kind))),
    themes: named.themes,
    communes: middles(named.communes, places.values()),
    communeStart,
    communeNumbers: Uint16Array.from(communesInOrder),
    postings: new Map(
      [...lists].map(([stem, { docs, weights }]) => [stem, { docs: Int32Array.from(docs), weights: Float32Array.from(weights) }]),
    ),
    near: new NearWords([...lists.keys(), ...meanings.words(), ...communeNames.words()]),
    tallies: new Tallies(count),
    meanings,
    communeNames,
  };
}
