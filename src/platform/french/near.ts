import { folded } from "./plain.ts";

/** Something that has a name, and maybe others: a short name, an acronym. */
export interface Named {
  readonly name: string;
  readonly aliases?: readonly string[];
}

export type Nearest<Candidate> =
  | { readonly match: "exact"; readonly candidate: Candidate; readonly score: 1; readonly others: readonly Scored<Candidate>[] }
  | {
      readonly match: "near";
      readonly candidate: Candidate;
      readonly score: number;
      readonly others: readonly Scored<Candidate>[];
    }
  | { readonly match: "none"; readonly score: number; readonly others: readonly [] };

export interface Scored<Candidate> {
  readonly candidate: Candidate;
  readonly score: number;
}

// Longest first. The abbreviations that people of a CTG use for the bodies they write about.
const sayings: readonly (readonly [RegExp, string])[] = [
  [/\bcaisse (?:d )?allocations? familiales?\b/g, "caf"],
  [/\bmutualite sociale agricole\b/g, "msa"],
  [/\bprotection maternelle(?: et)? infantile\b/g, "pmi"],
  [/\brelais petite enfance\b/g, "rpe"],
  [
    /\bcommunaute (?:de )?(?:communes|com)\b|\bcte (?:de )?(?:communes|com)\b|\bcom ?com\b|\bcodecom\b|\bcc\b/g,
    "communaute communes",
  ],
  [
    /\b(?:conseil )?(?:departemental|general)\b(?: departement)?|\bc[dg] ?\d{2,3}\b|\bdepartement(?= )|\bdpt\b|\bdept\b|\bcd\b/g,
    "departement",
  ],
  [/\bdepartement departement\b/g, "departement"],
  [/\b(?:mairie|ville|municipalite|commune)\b/g, "commune"],
  [/\bcentre communal (?:d )?action sociale\b/g, "ccas"],
  [/\bassoc?\b|\bass\b/g, "association"],
  [/\bctre\b/g, "centre"],
  [/\bste\b/g, "sainte"],
  [/\bst\b/g, "saint"],
];
const small = new Set(["le", "la", "les", "l", "de", "du", "des", "d", "a", "au", "aux", "et", "en", "un", "une"]);

/**
 * A name as it is compared: no case, accents, punctuation or articles, usual abbreviations said in full.
 *
 * | written | compared as |
 * |---|---|
 * | `Com. com. de la Porte des Vosges` | `communaute communes porte vosges` |
 * | `Mairie de St-Nabord` | `commune saint nabord` |
 * | `CD 88`, `Conseil départemental` | `departement` |
 */
export function comparable(name: string): string {
  let text = folded(name.slice(0, 500))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  for (const [written, said] of sayings) text = text.replace(written, said);
  const words = text.split(" ").filter((word) => word !== "");
  const meaningful = words.filter((word) => !small.has(word));
  return (meaningful.length > 0 ? meaningful : words).join(" ");
}

function trigrams(text: string): ReadonlyMap<string, number> {
  const counted = new Map<string, number>();
  const padded = `  ${text} `;
  for (let index = 0; index + 3 <= padded.length; index++) {
    const three = padded.slice(index, index + 3);
    counted.set(three, (counted.get(three) ?? 0) + 1);
  }
  return counted;
}

/** A name made ready to be compared many times. */
interface Prepared {
  readonly text: string;
  readonly words: ReadonlySet<string>;
  readonly grams: ReadonlyMap<string, number>;
  /** Without the words that many names begin with, which say little about which one is meant. */
  readonly bare: string;
  readonly bareGrams: ReadonlyMap<string, number>;
  readonly initials: string;
}

const common = new Set([
  "saint",
  "sainte",
  "commune",
  "communes",
  "communaute",
  "association",
  "departement",
  "centre",
  "social",
  "ecole",
]);

function prepare(name: string): Prepared {
  const text = comparable(name);
  const words = text.split(" ");
  const bare = words.filter((word) => !common.has(word)).join(" ");
  const initials = words.map((word) => word.slice(0, 1)).join("");
  return { text, words: new Set(words), grams: trigrams(text), bare, bareGrams: trigrams(bare), initials };
}

// The same names are compared thousands of times while a file is read. Emptied when full: a memory, not a store.
const ready = new Map<string, Prepared>();
function prepared(name: string): Prepared {
  const known = ready.get(name);
  if (known !== undefined) return known;
  if (ready.size >= 4_000) ready.clear();
  const made = prepare(name);
  ready.set(name, made);
  return made;
}

const sizeOf = (text: string): number => text.length + 1;

/** How much two names share of their threes of letters (Sørensen–Dice): 0 nothing, 1 all. */
function shared(left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>, size: number): number {
  const [few, many] = left.size <= right.size ? [left, right] : [right, left];
  let alike = 0;
  for (const [three, count] of few) alike += Math.min(count, many.get(three) ?? 0);
  return (2 * alike) / size;
}

/** Two names that share no more than "Saint" or "Commune" are not near. */
function likeness(left: Prepared, right: Prepared): number {
  const whole = shared(left.grams, right.grams, sizeOf(left.text) + sizeOf(right.text));
  if ((left.bare === left.text && right.bare === right.text) || left.bare === "" || right.bare === "") return whole;
  return (whole + shared(left.bareGrams, right.bareGrams, sizeOf(left.bare) + sizeOf(right.bare))) / 2;
}

/** How near two names are, from 0 to 1; 1 is the same once compared. Symmetric. */
export function nearness(one: string, other: string): number {
  const [left, right] = [prepared(one), prepared(other)];
  // Names of signs only: "???" is itself and nothing else.
  if (left.text === "" || right.text === "") return folded(one) !== "" && folded(one) === folded(other) ? 1 : 0;
  if (left.text === right.text) return 1;
  const longer = left.text.length - right.text.length || left.words.size - right.words.size;
  const [few, many] = longer <= 0 ? [left, right] : [right, left];
  if (few.words.size === 1 && few.text.length >= 3 && many.initials === few.text) return 0.9;
  const dice = likeness(left, right);
  if (few.text.length < 3 || few.bare === "" || !few.words.isSubsetOf(many.words)) return Math.min(0.99, dice);
  // "Caf" for "Caf des Vosges": what comes first says more than what comes after.
  const [least, span] = many.text.startsWith(`${few.text} `) ? [0.75, 0.24] : [0.6, 0.35];
  return Math.min(0.99, Math.max(dice, least + span * (few.text.length / many.text.length)));
}

/**
 * Finds which of the known things a written name means: the same once compared, the nearest above the threshold with the next best, or none.
 *
 * @example nearest("Asso. Les Lutins", [{ name: "Association Les Lutins" }]).match // "exact"
 */
export function nearest<Candidate extends Named>(
  text: string,
  candidates: readonly Candidate[],
  threshold = 0.55,
): Nearest<Candidate> {
  const scored = candidates
    .map((candidate) => ({
      candidate,
      score: Math.max(...[candidate.name, ...(candidate.aliases ?? [])].map((name) => nearness(text, name))),
    }))
    .sort((one, other) => other.score - one.score || order(one.candidate.name, other.candidate.name));
  const [best] = scored;
  if (best === undefined || best.score < threshold) return { match: "none", score: best?.score ?? 0, others: [] };
  const written = folded(text);
  const same = scored.filter(({ score }) => score === 1);
  const literal = same.find(({ candidate }) =>
    [candidate.name, ...(candidate.aliases ?? [])].some((name) => folded(name) === written),
  );
  const chosen = literal ?? best;
  const others = scored.filter((each) => each !== chosen && each.score >= threshold).slice(0, 3);
  // Two things that compare the same and neither is written so: a person must choose.
  if (chosen.score < 1 || (same.length > 1 && literal === undefined))
    return { match: "near", candidate: chosen.candidate, score: chosen.score, others };
  return { match: "exact", candidate: chosen.candidate, score: 1, others };
}

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
