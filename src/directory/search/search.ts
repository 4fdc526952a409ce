import type { CommuneCode } from "../../territory/model.ts";
import type { Weekday } from "../model.ts";
import { facetsOf, failuresOf, type Failures } from "./facets.ts";
import { noFilters, type Asked, type FilterName, type Found, type Position, type Reason, type Result } from "./model.ts";
import { dayBit } from "./opening-days.ts";
import type { SearchIndex } from "./search-index.ts";
import { understand, type Concept, type Query } from "./understand.ts";

const weekend = dayBit("Sa") | dayBit("Su");

/** How well each service answers each group of words, from 0 to 1. */
interface Answers {
  readonly byConcept: readonly Float32Array[];
  /** What each group of words is worth: rare ones tell more. */
  readonly worth: readonly number[];
}

function answerConcept({ words, meanings }: Concept, index: SearchIndex): Float32Array {
  const scores = new Float32Array(index.services.length);
  const raise = (doc: number, score: number): void => {
    if (score > (scores[doc] ?? 0)) scores[doc] = score;
  };
  for (const { stem, weight } of words) {
    const postings = index.postings.get(stem);
    if (postings !== undefined)
      for (const [at, doc] of postings.docs.entries()) raise(doc, weight * Math.min(1, postings.weights[at] ?? 0));
  }
  for (const { meaning, weight } of meanings) {
    if (meaning.kind === "kinds") {
      for (let doc = 0; doc < scores.length; doc += 1) if (meaning.kinds.includes(index.kindOf[doc] ?? -1)) raise(doc, weight);
    } else {
      const [first, ...others] = meaning.stems.map((stem) => index.postings.get(stem));
      if (first === undefined) continue;
      const maps = others.map(
        (postings) => new Map(postings && [...postings.docs].map((doc, at) => [doc, postings.weights[at] ?? 0])),
      );
      for (const [at, doc] of first.docs.entries()) {
        const all = [first.weights[at] ?? 0, ...maps.map((map) => map.get(doc) ?? 0)];
        if (all.every((each) => each > 0)) raise(doc, weight * Math.min(1, Math.max(...all)));
      }
    }
  }
  return scores;
}

/** What an age, a day or a moment is worth beside words. */
const conditionWorth = 1.2;
/** Of a service that does not say. */
const unsaid = 0.35;

function agesAnswer(index: SearchIndex, doc: number, { from, to }: { readonly from: number; readonly to: number }): number {
  if (index.saysAges[doc] === 0) return unsaid;
  const [min, max] = [index.minMonths[doc] ?? 0, index.maxMonths[doc] ?? 0];
  if (from > max || to < min) return 0;
  // Of those that answer, what is made for this age comes before what is for all.
  return 1 - 0.3 * Math.min(1, (max - min) / 300);
}

const dayAnswer = (index: SearchIndex, doc: number, day: Weekday): number => {
  const days = index.days[doc] ?? 0;
  return days === 0 ? unsaid : (days & dayBit(day)) === 0 ? 0 : 1;
};

function momentAnswer(index: SearchIndex, doc: number, moment: Query["moments"][number]): number {
  const [days, holidays] = [index.days[doc] ?? 0, index.holidays[doc] ?? 0];
  if (days === 0 && holidays === 0) return unsaid;
  switch (moment) {
    case "evening":
      return index.evening[doc] ?? 0;
    case "early":
      return index.early[doc] ?? 0;
    case "weekend":
      return (days & weekend) === 0 ? 0 : 1;
    case "holidays":
      return holidays === 0 ? 0 : 1;
  }
}

/** Kilometres between two places of one territory: the earth is flat enough there. */
function kilometres(index: SearchIndex, doc: number, from: Position): number {
  const toRadians = Math.PI / 180;
  const x = ((index.longitude[doc] ?? Number.NaN) - from.longitude) * toRadians * Math.cos(from.latitude * toRadians);
  const y = ((index.latitude[doc] ?? Number.NaN) - from.latitude) * toRadians;
  return 6371 * Math.hypot(x, y);
}

interface Ranked {
  readonly doc: number;
  readonly score: number;
  readonly km: number | null;
}

/** What was asked, ready to be weighed service by service. */
interface Weighing {
  readonly index: SearchIndex;
  readonly query: Query;
  readonly answers: Answers;
  readonly from: Position | null;
  readonly today: number;
}

const weigh = ({ index, query, answers: { byConcept, worth }, from, today }: Weighing, doc: number): Ranked => {
  let got = 0;
  let asked = 0;
  const count = (answer: number, value: number): void => {
    got += answer * value;
    asked += value;
  };
  for (const [at, scores] of byConcept.entries()) count(scores[doc] ?? 0, worth[at] ?? 0);
  const hasWords = got > 0 || byConcept.length === 0;
  if (query.ages !== null) count(agesAnswer(index, doc, query.ages), conditionWorth);
  if (query.day !== null) count(dayAnswer(index, doc, query.day), conditionWorth);
  for (const moment of query.moments) count(momentAnswer(index, doc, moment), conditionWorth);
  const km = from === null ? Number.NaN : kilometres(index, doc, from);
  let score = asked === 0 ? 1 : hasWords ? got / asked : 0;
  if (query.communes.length > 0) {
    const isThere = (index.communesOf[doc] ?? []).some((commune) => query.communes.includes(commune));
    score *= isThere ? 1 : Number.isNaN(km) ? 0.45 : Math.max(0.35, 0.85 * Math.exp(-km / 25));
  } else if (from !== null) score *= Number.isNaN(km) ? 0.45 : Math.max(0.4, Math.exp(-km / 25));
  const age = index.verified[doc] === -1 ? Infinity : today - (index.verified[doc] ?? 0);
  score *= age <= 183 ? 1 : age <= 365 ? 0.98 : 0.95;
  return { doc, score, km: Number.isNaN(km) ? null : km };
};

/** An age said in figures, or a day, leaves out the services that say otherwise; those that say nothing stay. */
const contradicts = (index: SearchIndex, doc: number, { ages, day }: Query): boolean =>
  (ages?.exact === true && agesAnswer(index, doc, ages) === 0) || (day !== null && dayAnswer(index, doc, day) === 0);

/** Below this part of the best answer, a service is about something else. */
const farBehind = 0.55;

function reasonsOf({ index, query, answers }: Weighing, doc: number): Pick<Result, "why" | "leftOut"> {
  const why: Reason[] = [];
  const leftOut: Reason[] = [];
  const tell = (isMet: boolean, reason: Reason): void => void (isMet ? why : leftOut).push(reason);
  for (const [at, { written, words, meanings }] of query.concepts.entries()) {
    const isWritten = words.some(({ stem, weight }) => weight === 1 && holds(index, stem, doc));
    const near = words.find(({ stem }) => holds(index, stem, doc));
    const kind = index.kinds[index.kindOf[doc] ?? -1];
    const isMeant = meanings.some(({ meaning }) => meaning.kind === "kinds" && meaning.kinds.includes(index.kindOf[doc] ?? -1));
    const meant = isWritten || (!isMeant && near !== undefined) ? null : (kind?.plain.fr ?? null);
    tell((answers.byConcept[at]?.[doc] ?? 0) > 0, {
      kind: "words",
      written,
      meant: (answers.byConcept[at]?.[doc] ?? 0) > 0 ? meant : null,
    });
  }
  for (const number of query.communes) {
    const commune = index.communes[number];
    if (commune !== undefined) tell((index.communesOf[doc] ?? []).includes(number), { kind: "commune", commune: commune.code });
  }
  if (query.ages !== null) tell(agesAnswer(index, doc, query.ages) > unsaid, { kind: "ages" });
  if (query.day !== null) tell(dayAnswer(index, doc, query.day) > unsaid, { kind: "day", day: query.day });
  for (const moment of query.moments) tell(momentAnswer(index, doc, moment) > unsaid, { kind: "moment", moment });
  return { why, leftOut };
}

function holds(index: SearchIndex, stem: string, doc: number): boolean {
  const docs = index.postings.get(stem)?.docs;
  if (docs === undefined) return false;
  let [low, high] = [0, docs.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = docs[middle] ?? 0;
    if (there === doc) return true;
    if (there < doc) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

/** In which order filters are let go when nothing answers them all: the easiest to do without first. */
const letGo = ["wheelchair", "free", "day", "theme", "kind", "commune", "age"] as const satisfies readonly FilterName[];

/**
 * Finds the services that answer what someone typed and chose, best first: by fit, nearness and freshness. Says why each is there
 * and what it leaves out. Never throws: whatever is typed has an answer, empty at worst, with what is nearest beside it.
 */
export function search(index: SearchIndex, asked: Asked): Found {
  const query = understand(asked.text, index);
  const said = query.communes[0] === undefined ? null : (index.communes[query.communes[0]]?.position ?? null);
  const from = said ?? asked.from;
  const byConcept = query.concepts.map((concept) => answerConcept(concept, index));
  const worth = byConcept.map((scores) => worthOf(scores));
  const weighing: Weighing = { index, query, answers: { byConcept, worth }, from, today: asked.today };
  const ranked = rank(weighing);
  const failures = failuresOf(index, asked.filters);
  const kept = ranked.filter(({ doc }) => failures.of(doc) === 0);
  const show = (some: readonly Ranked[]): readonly Result[] =>
    some.flatMap((each): Result[] => {
      const service = index.services[each.doc];
      return service === undefined ? [] : [{ service, score: each.score, km: each.km, ...reasonsOf(weighing, each.doc) }];
    });
  const offset = asked.offset ?? 0;
  return {
    results: show(kept.slice(offset, offset + asked.limit)),
    total: kept.length,
    understood: {
      communes: query.communes.flatMap((number): CommuneCode[] => {
        const commune = index.communes[number];
        return commune === undefined ? [] : [commune.code];
      }),
      ages: query.ages,
      day: query.day,
      moments: query.moments,
      concepts: query.concepts.map(({ written }) => written),
      unknown: query.unknown,
    },
    facets: facetsOf(index, ranked, failures),
    nearest: kept.length > 0 ? null : nearestOf(weighing, asked, failures, show),
  };
}

/** A group of words that many services answer tells less; one that none does tells nothing of any. */
function worthOf(scores: Float32Array): number {
  let answering = 0;
  for (const score of scores) if (score > 0) answering += 1;
  return answering === 0 ? 0.4 : 1 + Math.log2(scores.length / answering) / 4;
}

function rank(weighing: Weighing): readonly Ranked[] {
  const { index, query } = weighing;
  const all: Ranked[] = [];
  let best = 0;
  for (let doc = 0; doc < index.services.length; doc += 1) {
    if (contradicts(index, doc, query)) continue;
    const ranked = weigh(weighing, doc);
    if (ranked.score <= 0) continue;
    best = Math.max(best, ranked.score);
    if (ranked.score >= best * farBehind) all.push(ranked);
  }
  const hasAsked = query.concepts.length > 0 || query.ages !== null || query.day !== null || query.moments.length > 0;
  const least = hasAsked && query.communes.length === 0 && weighing.from === null ? best * farBehind : best * 0.3;
  return all
    .filter(({ score }) => score >= least)
    .toSorted((a, b) => b.score - a.score || (a.km ?? Infinity) - (b.km ?? Infinity) || a.doc - b.doc);
}

function nearestOf(
  weighing: Weighing,
  { filters, text, limit }: Asked,
  failures: Failures,
  show: (ranked: readonly Ranked[]) => readonly Result[],
): Found["nearest"] {
  const chosen = letGo.filter((name) => filters[name] !== noFilters[name]);
  const ranked = rank(weighing);
  const some = Math.min(limit, 5);
  for (let count = 1; count <= chosen.length; count += 1) {
    const without = chosen.slice(0, count);
    const kept = ranked.filter(({ doc }) => failures.without(doc, without) === 0);
    if (kept.length > 0) return { without, results: show(kept.slice(0, some)) };
  }
  if (text.trim() === "") return null;
  // The words find nothing: what is near, for the same people.
  const blank: Weighing = {
    ...weighing,
    query: { ...weighing.query, concepts: [], day: null, moments: [] },
    answers: { byConcept: [], worth: [] },
  };
  const near = rank(blank).filter(({ doc }) => failures.of(doc) === 0);
  return { without: [], results: show(near.slice(0, some)) };
}
