import type { Sheet } from "../../../../../platform/spreadsheet/sheet.ts";

/** A sheet of text, row by row; what is blank is empty. */
export const textSheet = (...rows: readonly (readonly string[])[]): Sheet => ({
  name: "Feuille 1",
  hidden: false,
  rows: rows.map((cells) => cells.map((text) => (text === "" ? { kind: "empty" as const } : { kind: "text" as const, text }))),
});
