import type { Cell } from "../../../platform/spreadsheet/sheet.ts";
import { cellText } from "../../../platform/spreadsheet/sheet.ts";
import { type HeadingMatch, matchHeading } from "./heading.ts";
import { rememberedHeading } from "../../../platform/import-draft/memory.ts";
import type { PlanMemory } from "./fields.ts";

export type Rows = readonly (readonly Cell[])[];

export interface Header {
  /** The first row of the heading, and the row after its last; from 0. */
  readonly from: number;
  readonly to: number;
  /** One heading a column; a group's heading stands before those below it: "Coût 2024". */
  readonly headings: readonly string[];
  /** How many different fields it names, near ones counting for their score. */
  readonly score: number;
}

const rowsLookedAt = 40;

/** Finds the row, or the two rows, of headings: the one that names the most fields, above the table and below its titles. */
export function findHeader(rows: Rows, memory: PlanMemory): Header | undefined {
  const candidates = Array.from({ length: Math.min(rows.length, rowsLookedAt) }, (_, row) => row).flatMap((row) => {
    const single = headerOf(rows, row, row + 1, memory);
    const double = isSecondLine(rows, row + 1) ? headerOf(rows, row, row + 2, memory) : undefined;
    return double && double.score > single.score ? [double] : [single];
  });
  const best = candidates.reduce<Header | undefined>(
    (one, other) => (one === undefined || other.score > one.score ? other : one),
    undefined,
  );
  return best && best.score >= 1.5 ? best : undefined;
}

export function headerOf(rows: Rows, from: number, to: number, memory: PlanMemory): Header {
  const headings = headingTexts(rows, from, to);
  const best = new Map<string, number>();
  const cells = rows[from] ?? [];
  for (const [column, heading] of headings.entries()) {
    const cell = cells[column];
    // A title that runs across the sheet names no column.
    if (to - from === 1 && cell?.mergedFrom !== undefined && cell.mergedFrom.column !== column) continue;
    const remembered = rememberedHeading(memory, heading);
    const match: HeadingMatch = heading.length > 80 ? { kind: "none" } : matchHeading(heading);
    const [name, score] =
      remembered != null
        ? [`${remembered.field}${String(remembered.year)}`, 1]
        : match.kind === "none"
          ? ["", 0]
          : [`${match.target.field}${String(match.target.year)}`, match.score];
    if (score > 0) best.set(name, Math.max(best.get(name) ?? 0, score));
  }
  return { from, to, headings, score: best.values().reduce((sum, score) => sum + score, 0) };
}

function headingTexts(rows: Rows, from: number, to: number): string[] {
  const lines = rows.slice(from, to);
  const width = Math.max(0, ...lines.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => {
    const [top, bottom] = lines.map((row) => cellText(row[column]).replace(/\s+/g, " ").trim());
    if (bottom === undefined || bottom === "" || bottom === top) return top ?? "";
    // Without merges (CSV), a group's heading stands over its first column only.
    const group = top === "" ? leftOf(lines[0] ?? [], column) : top;
    return `${group ?? ""} ${bottom}`.trim();
  });
}

const leftOf = (row: readonly Cell[], column: number): string =>
  cellText(row.slice(0, column).findLast((cell) => cell.kind !== "empty"))
    .replace(/\s+/g, " ")
    .trim();

/** A second line of headings only fills what stands under a group or under nothing; and it is short. */
function isSecondLine(rows: Rows, row: number): boolean {
  const [above, below] = [rows[row - 1] ?? [], rows[row] ?? []];
  const own = below.flatMap((cell, column) => (cell.kind === "empty" || cell.mergedFrom?.row === row - 1 ? [] : [column]));
  const isGroup = (column: number): boolean => {
    const origin = above[column];
    return (
      origin === undefined ||
      origin.kind === "empty" ||
      origin.mergedFrom !== undefined ||
      above[column + 1]?.mergedFrom?.column === column ||
      isOver(above, below, column)
    );
  };
  return own.length > 0 && own.every((column) => isGroup(column) && cellText(below[column]).length <= 40);
}

/** In a CSV, the group's own first column: filled above, with the next one filled below and empty above. */
const isOver = (above: readonly Cell[], below: readonly Cell[], column: number): boolean =>
  (above[column + 1]?.kind ?? "empty") === "empty" && (below[column + 1]?.kind ?? "empty") !== "empty";
