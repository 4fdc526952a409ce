import { nearest } from "../../../platform/french/near.ts";
import { parseAmount } from "../../../platform/french/amount.ts";
import { splitList } from "../../../platform/french/list.ts";
import { parsePeriod } from "../../../platform/french/period.ts";
import { type Cell, cellText, type Sheet } from "../../../platform/spreadsheet/sheet.ts";
import { type ColumnTarget, definitionOf, type ImportField } from "./fields.ts";
import { findHeader, type Header, type Rows } from "./header.ts";
import { matchHeading } from "./heading.ts";
import { type KnownPlan, nothingKnown } from "./known.ts";
import { emptyMemory, rememberedHeading } from "../../../platform/import-draft/memory.ts";
import type { PlanMemory } from "./fields.ts";
import { readStatus } from "./status.ts";

/** Why a column is thought to feed a field; said by `words.*.json` under `why-…`. */
export type GuessReason = "remembered" | "heading" | "near-heading" | "content" | "taken" | "left" | "none";

export interface GuessedColumn {
  readonly index: number;
  readonly heading: string;
  /** Nothing when the column is left aside. */
  readonly target: ColumnTarget | undefined;
  /** 0 to 1. */
  readonly confidence: number;
  readonly why: GuessReason;
}

export interface ColumnGuess {
  readonly headerFrom: number;
  /** The row after the last heading: where the actions begin. */
  readonly headerTo: number;
  readonly columns: readonly GuessedColumn[];
}

export interface SheetGuess {
  readonly index: number;
  readonly confidence: number;
}

const samples = 40;

/** What the cells under a heading look like, as shares of the filled ones; each is only counted when it is asked. */
function shapeOf(cells: readonly Cell[], known: KnownPlan) {
  const filled = cells.filter((cell) => cell.kind !== "empty" && cell.mergedFrom === undefined).slice(0, samples);
  const texts = filled.map(cellText);
  const share = (test: (cell: Cell, text: string) => boolean): number =>
    filled.length === 0 ? 0 : filled.filter((cell, index) => test(cell, texts[index] ?? "")).length / filled.length;
  const allKnown = (names: KnownPlan["communes"], text: string): boolean => {
    const parts = names.length === 0 || text.length > 400 ? [] : splitList(text);
    return parts.length > 0 && parts.every((part) => nearest(part, names, 0.8).match !== "none");
  };
  const isShare = (cell: Cell): boolean =>
    cell.kind === "number" && (cell.format === "percent" || (cell.value >= 0 && cell.value <= 1));
  return {
    filled: filled.length,
    length: texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length),
    distinct: new Set(texts).size / Math.max(1, texts.length),
    amount: () =>
      share((cell, text) => cell.kind === "number" || (cell.kind === "text" && parseAmount(text).kind !== "unreadable")),
    period: () => share((cell, text) => cell.kind === "date" || (cell.kind === "text" && parsePeriod(text).kind === "period")),
    status: () =>
      share((cell, text) => isShare(cell) || (cell.kind === "text" && text.length < 60 && readStatus(text).kind === "status")),
    communes: () => share((_, text) => allKnown(known.communes, text)),
    organisations: () => share((_, text) => allKnown(known.organisations, text)),
  };
}

const target = (field: ImportField): ColumnTarget => ({ field, year: null, scale: 1, tax: null });

/** Guesses which row holds the headings and what each column feeds, by headings first and by what the cells look like. */
export function guessColumns(
  rows: Rows,
  known: KnownPlan = nothingKnown,
  memory: PlanMemory = emptyMemory,
): ColumnGuess | undefined {
  const header = findHeader(rows, memory);
  if (!header) return undefined;
  const width = Math.max(header.headings.length, ...rows.slice(header.to, header.to + samples).map((row) => row.length));
  const guesses = Array.from({ length: width }, (_, index) => guessColumn(rows, header, index, known, memory));
  return { headerFrom: header.from, headerTo: header.to, columns: withTitle(rows, header, onePerField(guesses)) };
}

function guessColumn(rows: Rows, header: Header, index: number, known: KnownPlan, memory: PlanMemory): GuessedColumn {
  const heading = header.headings[index] ?? "";
  const remembered = rememberedHeading(memory, heading);
  if (remembered === null) return { index, heading, target: undefined, confidence: 1, why: "left" };
  if (remembered !== undefined) return { index, heading, target: remembered, confidence: 1, why: "remembered" };
  const shape = shapeOf(
    rows.slice(header.to).map((row) => row[index] ?? { kind: "empty" }),
    known,
  );
  const match = matchHeading(heading);
  if (match.kind !== "none") {
    const base = match.kind === "exact" ? 0.95 : match.score * 0.9;
    const fit = fitOf(definitionOf(match.target.field).kind, shape);
    const confidence = Math.max(0, Math.min(1, base + (shape.filled === 0 ? 0 : fit)));
    return { index, heading, target: match.target, confidence, why: match.kind === "exact" ? "heading" : "near-heading" };
  }
  const byContent: readonly (readonly [ImportField, () => number])[] = [
    ["communes", shape.communes],
    ["partners", shape.organisations],
    ["status", shape.status],
    ["period", shape.period],
  ];
  const seen =
    shape.filled >= 2
      ? byContent.map(([field, share]) => [field, share()] as const).find(([, share]) => share >= 0.7)
      : undefined;
  return seen
    ? { index, heading, target: target(seen[0]), confidence: 0.5 * seen[1], why: "content" }
    : { index, heading, target: undefined, confidence: 0, why: "none" };
}

function fitOf(kind: string, shape: ReturnType<typeof shapeOf>): number {
  const share =
    kind === "amount" ? shape.amount() : kind === "period" ? shape.period() : kind === "status" ? shape.status() : undefined;
  return share === undefined ? 0 : share >= 0.6 ? 0.05 : share === 0 ? -0.4 : -0.1;
}

/** A field takes its surest column; others that claim it are left aside, unless the field takes several. */
function onePerField(guesses: readonly GuessedColumn[]): GuessedColumn[] {
  const keyOf = ({ target }: GuessedColumn): string | undefined => target && `${target.field} ${String(target.year)}`;
  const best = new Map<string, GuessedColumn>();
  for (const guess of guesses) {
    const key = keyOf(guess);
    const rival = key === undefined ? undefined : best.get(key);
    if (key !== undefined && (rival === undefined || guess.confidence > rival.confidence)) best.set(key, guess);
  }
  return guesses.map((guess) => {
    const key = keyOf(guess);
    if (
      key === undefined ||
      best.get(key) === guess ||
      (guess.target && definitionOf(guess.target.field).several && guess.target.year === null)
    )
      return guess;
    return { ...guess, target: undefined, confidence: 0, why: "taken" };
  });
}

/** No action without a title: when no heading says it, the column of short different texts does. */
function withTitle(rows: Rows, header: Header, guesses: GuessedColumn[]): GuessedColumn[] {
  if (guesses.some(({ target }) => target?.field === "title")) return guesses;
  const shapes = guesses.map(({ index }) =>
    shapeOf(
      rows.slice(header.to).map((row) => row[index] ?? { kind: "empty" }),
      nothingKnown,
    ),
  );
  const likely = guesses.find(({ target }, index) => {
    const shape = shapes[index];
    return (
      target === undefined &&
      shape &&
      shape.filled >= 1 &&
      shape.distinct > 0.8 &&
      shape.length >= 12 &&
      shape.length <= 160 &&
      shape.amount() < 0.3
    );
  });
  return guesses.map((guess) =>
    guess === likely ? { ...guess, target: target("title"), confidence: 0.4, why: "content" } : guess,
  );
}

/** Which sheet holds the plan: the one whose headings name the most fields, over the most rows. Hidden sheets come last. */
export function guessSheet(sheets: readonly Sheet[], memory: PlanMemory = emptyMemory): SheetGuess | undefined {
  const scored = sheets.map((sheet, index) => {
    const header = findHeader(sheet.rows, memory);
    const rows = header ? sheet.rows.length - header.to : 0;
    return { index, score: header && rows > 0 ? header.score * (1 + Math.min(rows, 50) / 100) * (sheet.hidden ? 0.3 : 1) : 0 };
  });
  const [best, second] = scored.toSorted((one, other) => other.score - one.score || one.index - other.index);
  if (best === undefined || best.score === 0) return undefined;
  return { index: best.index, confidence: Math.min(1, (best.score - (second?.score ?? 0) * 0.5) / Math.max(best.score, 3)) };
}
