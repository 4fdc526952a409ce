import type { CommuneCode } from "../../territory/territories/model.ts";
import type { Weekday } from "../card/model.ts";
import { facetsOf, failuresOf, type Failures } from "./facets.ts";
import { noFilters, type Asked, type FilterName, type Found, type Position, type Reason, type Result } from "./model.ts";
import { dayBit } from "./opening-days.ts";
import { isIn, type SearchIndex } from "./search-index.ts";
import type { Tally } from "./tally.ts";
import { understand, type Concept, type Query } from "./understand.ts";

const weekend = dayBit("Sa") | dayBit("Su");

/** How well each service answers a group of words, from 0 to 1, and what the group is worth: rare words tell more. */
interface Answers {
  readonly tally: Tally;
  readonly worth: number;
}

function answerConcept({ words, meanings }: Concept, index: SearchIndex, tally: Tally): Answers {
  for (const { stem, weight } of words) {
    const postings = index.postings.get(stem);
    if (postings === undefined) continue;
    const { docs, weights } = postings;
    for (let at = 0; at < docs.length; at += 1) tally.raise(docs[at] ?? 0, weight * Math.min(1, weights[at] ?? 0));
  }
  for (const { meaning, weight } of meanings) {
    if (meaning.kind === "kinds") {
      for (const kind of meaning.kinds) for (const doc of index.docsOfKind[kind] ?? []) tally.raise(doc, weight);
    } else for (const [doc, score] of holdingAll(index, meaning.stems)) tally.raise(doc, weight * Math.min(1, score));
  }
  return { tally, worth: worthOf(tally.docs.length, index.services.length) };
}

/** The services that hold all these words, each with the weight of the one that says most. */
function holdingAll(index: SearchIndex, stems: readonly string[]): ReadonlyMap<number, number> {
  let held: ReadonlyMap<number, number> | null = null;
  for (const stem of stems) {
    const postings = index.postings.get(stem);
    if (postings === undefined) return new Map();
    const next = new Map<number, number>();
    for (const [at, doc] of postings.docs.entries()) {
      const before: number | undefined = held === null ? 0 : held.get(doc);
      if (before !== undefined) next.set(doc, Math.max(before, postings.weights[at] ?? 0));
    }
    held = next;
  }
  return held ?? new Map();
}

/** A group of words that many services answer tells less; one that none does tells nothing of any. */
const worthOf = (answering: number, all: number): number => (answering === 0 ? 0.4 : 1 + Math.log2(all / answering) / 4);

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

/** Kilometres from a place to each service of one territory, where the earth is flat enough; NaN where one has no position. */
function distances(index: SearchIndex, from: Position): (doc: number) => number {
  const toRadians = Math.PI / 180;
  const narrow = Math.cos(from.latitude * toRadians);
  return (doc) => {
    const x = ((index.longitude[doc] ?? Number.NaN) - from.longitude) * narrow;
    const y = (index.latitude[doc] ?? Number.NaN) - from.latitude;
    return 6371 * toRadians * Math.sqrt(x * x + y * y);
  };
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
  readonly answers: readonly Answers[];
  readonly from: Position | null;
  readonly today: number;
}

/** Weighs one service: how well it answers, how near it is, how fresh its card. `got` is what its words answer. */
function weigher({ index, query, answers, from, today }: Weighing) {
  const { ages, day, moments, communes } = query;
  const conditions = ((ages === null ? 0 : 1) + (day === null ? 0 : 1) + moments.length) * conditionWorth;
  const asked = answers.reduce((sum, { worth }) => sum + worth, 0) + conditions;
  const kilometres = from === null ? null : distances(index, from);
  return {
    /** What it can come to at most. */
    most: (got: number): number => (asked === 0 ? 1 : (got + conditions) / asked),
    weigh: (doc: number, got: number): number => {
      let met = 0;
      if (ages !== null) met += agesAnswer(index, doc, ages);
      if (day !== null) met += dayAnswer(index, doc, day);
      for (const moment of moments) met += momentAnswer(index, doc, moment);
      let score = asked === 0 ? 1 : (got + met * conditionWorth) / asked;
      const km = kilometres === null ? Number.NaN : kilometres(doc);
      if (communes.length > 0) {
        if (!communes.some((commune) => isIn(index, doc, commune)))
          score *= Number.isNaN(km) ? 0.45 : Math.max(0.35, 0.85 * Math.exp(-km / 25));
      } else if (from !== null) score *= Number.isNaN(km) ? 0.45 : Math.max(0.4, Math.exp(-km / 25));
      const verified = index.verified[doc] ?? -1;
      const age = verified === -1 ? Infinity : today - verified;
      return score * (age <= 183 ? 1 : age <= 365 ? 0.98 : 0.95);
    },
  };
}

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
    tell((answers[at]?.tally.scores[doc] ?? 0) > 0, {
      kind: "words",
      written,
      meant: (answers[at]?.tally.scores[doc] ?? 0) > 0 ? meant : null,
    });
  }
  for (const number of query.communes) {
    const commune = index.communes[number];
    if (commune !== undefined) tell(isIn(index, doc, number), { kind: "commune", commune: commune.code });
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

/** Services that answer, and how well each does. */
interface Answering {
  readonly docs: Int32Array;
  readonly scores: Float32Array;
}

/** All that answers what was asked well enough, in no order. */
function answering(weighing: Weighing, tally: Tally): Answering {
  const { index, query, answers, from } = weighing;
  const { scores } = tally;
  if (answers.length === 0) for (let doc = 0; doc < scores.length; doc += 1) tally.add(doc, 1);
  for (const { tally: own, worth } of answers) for (const doc of own.docs) tally.add(doc, (own.scores[doc] ?? 0) * worth);
  const touched = tally.docs;
  const isWide = query.communes.length > 0 || from !== null || !hasAsked(query);
  const behind = isWide ? 0.3 : farBehind;
  const { weigh, most } = weigher(weighing);
  let best = 0;
  for (const doc of touched) {
    const got = answers.length === 0 ? 0 : (scores[doc] ?? 0);
    // At its best it would still be far behind: not worth weighing.
    const score = most(got) < best * behind || contradicts(index, doc, query) ? 0 : weigh(doc, got);
    scores[doc] = score;
    if (score > best) best = score;
  }
  const docs = new Int32Array(touched.length);
  let count = 0;
  for (const doc of touched) {
    const score = scores[doc] ?? 0;
    if (score > 0 && score >= best * behind) docs[count++] = doc;
  }
  return { docs: docs.subarray(0, count), scores };
}

const hasAsked = ({ concepts, ages, day, moments }: Query): boolean =>
  concepts.length > 0 || ages !== null || day !== null || moments.length > 0;

/** The first of what answers: by score, then by name, which is the order of their numbers. */
function firstOf(
  { index, from }: Weighing,
  { scores }: Answering,
  docs: Int32Array,
  offset: number,
  limit: number,
): readonly Ranked[] {
  const wanted = offset + limit;
  const before = (a: number, b: number): boolean => (scores[a] ?? 0) > (scores[b] ?? 0) || (scores[a] === scores[b] && a < b);
  const first: number[] = [];
  for (const doc of docs) {
    const last = first[wanted - 1];
    if (last !== undefined && !before(doc, last)) continue;
    let [low, high] = [0, first.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(first[middle] ?? 0, doc)) low = middle + 1;
      else high = middle;
    }
    first.splice(low, 0, doc);
    if (first.length > wanted) first.pop();
  }
  const kilometres = from === null ? null : distances(index, from);
  return first.slice(offset).map((doc) => {
    const km = kilometres?.(doc) ?? Number.NaN;
    return { doc, score: scores[doc] ?? 0, km: Number.isNaN(km) ? null : km };
  });
}

/**
 * Finds the services that answer what someone typed and chose, best first: by fit, nearness and freshness. Says why each is there
 * and what it leaves out. Never throws: whatever is typed has an answer, empty at worst, with what is nearest beside it.
 */
export const search = (index: SearchIndex, asked: Asked): Found => index.tallies.lend((take) => find(index, asked, take));

function find(index: SearchIndex, asked: Asked, take: () => Tally): Found {
  const query = understand(asked.text, index);
  const said = query.communes[0] === undefined ? null : (index.communes[query.communes[0]]?.position ?? null);
  const answers = query.concepts.map((concept) => answerConcept(concept, index, take()));
  const weighing: Weighing = { index, query, answers, from: said ?? asked.from, today: asked.today };
  const found = answering(weighing, take());
  const failures = failuresOf(index, asked.filters);
  const kept = failures.isNone ? found.docs : found.docs.filter((doc) => failures.of(doc) === 0);
  const show = (ranked: readonly Ranked[]): readonly Result[] =>
    ranked.flatMap(({ doc, score, km }): Result[] => {
      const service = index.services[doc];
      return service === undefined ? [] : [{ service, score, km, ...reasonsOf(weighing, doc) }];
    });
  return {
    results: show(firstOf(weighing, found, kept, asked.offset ?? 0, asked.limit)),
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
    facets: facetsOf(index, found.docs, failures),
    nearest: kept.length > 0 ? null : nearestOf(weighing, asked, found, failures, show, take),
  };
}

function nearestOf(
  weighing: Weighing,
  { filters, text, limit }: Asked,
  found: Answering,
  failures: Failures,
  show: (ranked: readonly Ranked[]) => readonly Result[],
  take: () => Tally,
): Found["nearest"] {
  const chosen = letGo.filter((name) => filters[name] !== noFilters[name]);
  const some = Math.min(limit, 5);
  for (let count = 1; count <= chosen.length; count += 1) {
    const without = chosen.slice(0, count);
    const kept = found.docs.filter((doc) => failures.without(doc, without) === 0);
    if (kept.length > 0) return { without, results: show(firstOf(weighing, found, kept, 0, some)) };
  }
  if (text.trim() === "") return null;
  // The words find nothing: what is near, for the same people.
  const blank: Weighing = { ...weighing, query: { ...weighing.query, concepts: [], day: null, moments: [] }, answers: [] };
  const near = answering(blank, take());
  const kept = near.docs.filter((doc) => failures.of(doc) === 0);
  return { without: [], results: show(firstOf(blank, near, kept, 0, some)) };
}
