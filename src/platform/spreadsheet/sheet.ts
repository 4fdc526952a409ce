import type { IsoDay } from "../french/day.ts";

/** Where a cell is; rows and columns count from 0. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

export type CellContent =
  | { readonly kind: "empty" }
  | { readonly kind: "text"; readonly text: string }
  /** `format` is how the file shows it: 0.5 as "50 %", 12 as "12 k€". The value is never multiplied. */
  | { readonly kind: "number"; readonly value: number; readonly format: "plain" | "percent" | "thousands" }
  | { readonly kind: "date"; readonly day: IsoDay }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "formulaError"; readonly error: string };

/** A cell covered by a merge says the same as the cell it was merged from, and says so. */
export type Cell = CellContent & { readonly mergedFrom?: Position };

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly hidden: boolean;
}

export const emptyCell: Cell = { kind: "empty" };

/** "A", "Z", "AA": how spreadsheets name columns. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** "B12" */
export const cellName = ({ row, column }: Position): string => `${columnName(column)}${String(row + 1)}`;

/** "Plan d'actions!B12": what a person can find again in their file. */
export const placeName = (sheet: string, position: Position): string => `${sheet}!${cellName(position)}`;

/** What a person sees in the cell, as text; nothing for an empty or a failed one. */
export function cellText(cell: Cell | undefined): string {
  switch (cell?.kind) {
    case "text":
      return cell.text;
    case "number":
      return cell.format === "percent" ? `${String(Number((cell.value * 100).toFixed(6)))} %` : String(cell.value);
    case "date":
      return cell.day;
    case "boolean":
      return cell.value ? "oui" : "non";
    default:
      return "";
  }
}
