import { folded } from "../../../platform/french/plain.ts";
import type { Weekday } from "../card/model.ts";
import type { Moment, Understood } from "./model.ts";
import type { Meaning, SearchIndex } from "./search-index.ts";
import { stem, tokensOf, type Token } from "./tokens.ts";

/** A group of typed words that means one thing, and the ways in which a service may answer it. */
export interface Concept {
  readonly written: string;
  readonly words: readonly { readonly stem: string; readonly weight: number }[];
  readonly meanings: readonly { readonly meaning: Meaning; readonly weight: number }[];
}

export interface Query {
  readonly concepts: readonly Concept[];
  readonly communes: readonly number[];
  readonly ages: Understood["ages"];
  readonly day: Weekday | null;
  readonly moments: readonly Moment[];
  readonly unknown: readonly string[];
}

const numbers: Readonly<Record<string, number>> = Object.fromEntries(
  "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
    .split(" ")
    .map((word, at) => [word, at + 1]),
);
const agePattern = new RegExp(
  `\\b(\\d{1,2}|une?|${Object.keys(numbers).join("|")})\\s*(ans?|mois|semaines?)\\b(\\s*et demi)?`,
  "g",
);

/** Ages that words say, in months. Some say more than an age: they are looked for as well. */
const ageWords: readonly (readonly [words: string, from: number, to: number, says: "age" | "more"])[] = [
  ["bebe bebes nourrisson nouveau-ne", 0, 23, "age"],
  ["tout-petit tout-petits toutpetit", 0, 35, "age"],
  ["ado ados adolescent adolescente adolescents", 132, 215, "more"],
  ["collegien collegienne collegiens", 132, 191, "more"],
  ["lyceen lyceenne lyceens", 180, 215, "more"],
];
const dayWords: readonly (readonly [word: string, day: Weekday])[] = [
  ["lundi", "Mo"],
  ["mardi", "Tu"],
  ["mercredi", "We"],
  ["jeudi", "Th"],
  ["vendredi", "Fr"],
  ["samedi", "Sa"],
  ["dimanche", "Su"],
];
const momentWords: readonly (readonly [words: string, moment: Moment])[] = [
  ["soir soirs soiree nuit tard", "evening"],
  ["tot matin", "early"],
  ["weekend", "weekend"],
  ["vacances ete toussaint noel paques", "holidays"],
];

const inList = (list: string, word: string): boolean => list.split(" ").includes(word);

/** A day within one typing error: "mecredi", "samdi". */
const dayOf = (word: string): Weekday | null => dayWords.find(([name]) => name === word || `${name}s` === word)?.[1] ?? null;

interface Said {
  readonly rest: string;
  readonly ages: Understood["ages"];
  readonly day: Weekday | null;
  readonly moments: readonly Moment[];
}

/** Takes ages, days and moments out of what was typed: they are conditions, not words to find. */
function conditionsOf(text: string): Said {
  let ages: Understood["ages"] = null;
  let rest = folded(text)
    .replace(/\bweek[ -]?ends?\b/g, "weekend")
    .replace(/\btout[ -]petits?\b/g, "tout-petit")
    .replace(agePattern, (_, said: string, unit: string, half?: string) => {
      const count = Number(numbers[said] ?? (/^une?$/.test(said) ? 1 : said));
      const months = unit.startsWith("an") ? count * 12 + (half ? 6 : 0) : unit === "mois" ? count : Math.floor(count / 4.35);
      ages ??= { from: months, to: months, exact: true };
      return " ";
    });
  let day: Weekday | null = null;
  const moments = new Set<Moment>();
  rest = rest
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => {
      const said = ageWords.find(([words]) => inList(words, word));
      if (said !== undefined) {
        ages ??= { from: said[1], to: said[2], exact: false };
        return said[3] === "more";
      }
      const named = dayOf(word);
      if (named !== null) {
        day ??= named;
        return false;
      }
      const moment = momentWords.find(([words]) => inList(words, word))?.[1];
      if (moment !== undefined) moments.add(moment);
      return moment === undefined;
    })
    .join(" ");
  return { rest, ages, day, moments: [...moments] };
}

/** Two typed words that are one ("péri scolaire"), or one that is two ("aidedevoirs"). */
function joinedOrSplit(tokens: readonly Token[], { near }: SearchIndex): readonly Token[] {
  const read: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (token === undefined) break;
    const joined = next === undefined ? "" : token.plain + next.plain;
    if (next !== undefined && joined.length >= 6 && near.has(stem(joined)) && !(near.has(token.stem) && near.has(next.stem))) {
      read.push({ written: `${token.written} ${next.written}`, plain: joined, stem: stem(joined) });
      at += 1;
      continue;
    }
    const split = near.has(token.stem) || (near.candidates(token.stem)[0]?.weight ?? 0) >= 0.7 ? null : splitOf(token, near);
    read.push(...(split ?? [token]));
  }
  return read;
}

function splitOf(token: Token, near: SearchIndex["near"]): readonly Token[] | null {
  for (let at = 3; at <= token.plain.length - 3; at += 1) {
    const parts = [token.plain.slice(0, at), token.plain.slice(at)];
    if (parts.every((part) => near.has(stem(part))))
      return parts.map((part) => ({ written: part, plain: part, stem: stem(part) }));
  }
  return null;
}

/** The least that a run of words must be worth to be read as an expression or the name of a commune. */
const sureEnough = 0.65;

/** Reads what someone typed: communes, an age, a day, moments; the rest as groups of words that each mean one thing. */
export function understand(text: string, index: SearchIndex): Query {
  const { rest, ages, day, moments } = conditionsOf(text.slice(0, 300));
  // What is said back keeps the accents that were typed.
  const typed = new Map([...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([word]) => [folded(word), word]));
  const read = tokensOf(rest).map((token) => ({ ...token, written: typed.get(token.plain) ?? token.written }));
  const tokens = joinedOrSplit(read, index).slice(0, 16);
  const stems = tokens.map((token) => token.stem);
  const communes: number[] = [];
  const concepts: Concept[] = [];
  const unknown: string[] = [];
  for (let at = 0; at < tokens.length;) {
    const commune = index.communeNames.at(stems, at, index.near, sureEnough);
    const phrase = index.meanings.at(stems, at, index.near, sureEnough);
    if (commune !== null && commune.length >= (phrase?.length ?? 0) && (phrase === null || commune.weight >= phrase.weight)) {
      communes.push(commune.value);
      at += commune.length;
      continue;
    }
    const length = phrase?.length ?? 1;
    const words = length > 1 ? [] : index.near.candidates(stems[at] ?? "").filter(({ word }) => index.postings.has(word));
    const written = tokens
      .slice(at, at + length)
      .map((token) => token.written)
      .join(" ");
    if (words.length === 0 && phrase === null) unknown.push(written);
    concepts.push({
      written,
      words: words.map(({ word, weight }) => ({ stem: word, weight })),
      meanings: (phrase?.value ?? []).map((meaning) => ({ meaning, weight: 0.95 * (phrase?.weight ?? 0) })),
    });
    at += length;
  }
  return { concepts, communes, ages, day, moments, unknown };
}
