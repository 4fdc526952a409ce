import type { Lang } from "../words.ts";
import { localeOf } from "./locale.ts";
import { comparable } from "./near.ts";

const bullet = /^\s*(?:[•·▪■●○◦‣⁃➢➔→*✓–—-]|\d{1,2}[.)]|[a-z]\))\s+/i;

/**
 * Cuts a cell into the names it lists. A name that is known whole is never cut, nor what stands in parentheses; "et" and " - " only
 * cut before a capital, so that "Foyer rural et culturel" stays one.
 *
 * | written | names |
 * |---|---|
 * | `CAF, MSA / Commune de Vecoux ; Centre social` | 4 |
 * | `CAF et MSA` | 2 |
 * | `Foyer rural et culturel` | 1 |
 * | `• Crèche\n• Relais (RPE, lieu d'accueil)` | 2 |
 */
export function splitList(text: string, known: readonly string[] = []): string[] {
  const knownNames = comparableNames(known);
  const names = splitLines(text).flatMap((line) => cut(line, knownNames));
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

// A file is cut with one list of names, cell after cell.
const compared = new WeakMap<readonly string[], ReadonlySet<string>>();
function comparableNames(known: readonly string[]): ReadonlySet<string> {
  const before = compared.get(known);
  if (before !== undefined) return before;
  const names = new Set(known.map(comparable));
  compared.set(known, names);
  return names;
}

/** The lines of a cell, without their bullets. When some lines carry bullets, a line without one goes on with the line before. */
export function splitLines(text: string): string[] {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const bulleted = lines.length > 1 && lines.some((line) => bullet.test(line));
  const whole: string[] = [];
  for (const line of lines) {
    const bare = line.replace(bullet, "").trim();
    const before = whole.length - 1;
    if (bulleted && !bullet.test(line) && before >= 0 && bullet.test(lines[0] ?? ""))
      whole[before] = `${whole[before] ?? ""} ${bare}`;
    else if (bare !== "") whole.push(bare);
  }
  // "• Crèche • Relais" on one line.
  return whole.flatMap((line) => line.split(/\s*[•▪■●◦‣]\s*/)).filter((line) => line !== "");
}

const conjunctions = new Map<Lang, Intl.ListFormat>();

/** "a", "a et b", "a, b et c". */
export function listText(lang: Lang, names: readonly string[]): string {
  const format = conjunctions.get(lang) ?? new Intl.ListFormat(localeOf[lang], { type: "conjunction" });
  conjunctions.set(lang, format);
  return format.format(names);
}

// Strongest first: what is around a weaker mark may be one name once the stronger ones have cut.
const marks: readonly RegExp[] = [
  /\s*;\s*/g,
  /(?<!\d)\s*,\s*|\s*,\s*(?!\d)/g,
  /\s+\/\s*|(?<!\d)\/\s*(?!\d)/g,
  /\s+\+\s+|\s+&\s+/g,
  /\s+(?:et|puis|ainsi que)\s+(?=\p{Lu})/gu,
  /\s+[-–—]\s+(?=\p{Lu})/gu,
];

interface Piece {
  readonly start: number;
  readonly end: number;
}

function cut(line: string, known: ReadonlySet<string>): string[] {
  const pieces = piecesOf(line, { start: 0, end: line.length }, 0);
  const names: string[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const first = pieces[index];
    if (first === undefined) break;
    // A known name that holds marks was cut: take it back whole, the longest first.
    let last = Math.min(index + 6, pieces.length - 1);
    while (last > index && !known.has(comparable(line.slice(first.start, pieces[last]?.end)))) last -= 1;
    names.push(line.slice(first.start, pieces[last]?.end));
    index = last;
  }
  return names;
}

function piecesOf(line: string, within: Piece, from: number): Piece[] {
  const piece = trimmed(line, within);
  const text = line.slice(piece.start, piece.end);
  if (text === "" || /^(?:etc\.?|…|\.+|-)$/i.test(text)) return [];
  for (const [index, mark] of marks.entries()) {
    if (index < from) continue;
    const parts = piecesOutsideParentheses(text, mark);
    if (parts.length > 1) {
      return parts.flatMap(({ start, end }) => piecesOf(line, { start: piece.start + start, end: piece.start + end }, index));
    }
  }
  return [piece];
}

function trimmed(line: string, { start, end }: Piece): Piece {
  const text = line.slice(start, end);
  const before = /^[\s,;/.]*/.exec(text)?.[0].length ?? 0;
  const bare = text.slice(before).replace(/[\s,;/]+$/, "");
  return { start: start + before, end: start + before + bare.length };
}

function piecesOutsideParentheses(text: string, mark: RegExp): Piece[] {
  const depth: number[] = [];
  let open = 0;
  for (const sign of text) {
    if (sign === "(" || sign === "[") open += 1;
    for (let unit = 0; unit < sign.length; unit++) depth.push(open);
    if ((sign === ")" || sign === "]") && open > 0) open -= 1;
  }
  // An opening that never closes protects nothing.
  const protects = open === 0;
  const pieces: Piece[] = [];
  let start = 0;
  for (const match of text.matchAll(mark)) {
    if (match[0] === "" || (protects && (depth[match.index] ?? 0) > 0)) continue;
    pieces.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  return [...pieces, { start, end: text.length }];
}
