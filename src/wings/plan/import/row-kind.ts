import { comparable } from "../../../platform/french/near.ts";
import { folded } from "../../../platform/french/plain.ts";
import { type Cell, cellText } from "../../../platform/spreadsheet/sheet.ts";
import { definitionOf, type ImportField } from "./fields.ts";

export type RowKind =
  | { readonly kind: "blank" | "heading" | "total" | "continuation" | "untitled" | "action" }
  /** "AXE 1 – …" alone in its row: said of the rows that follow. */
  | { readonly kind: "section"; readonly what: "axis" | "objective" | "themes"; readonly text: string; readonly column: number }
  | { readonly kind: "text"; readonly text: string; readonly column: number };

interface Column {
  readonly index: number;
  readonly heading: string;
  readonly field: ImportField | undefined;
}

const sections: readonly (readonly ["axis" | "objective" | "themes", RegExp])[] = [
  ["axis", /^(?:axe|orientation|volet|priorite|enjeu)\b/],
  ["objective", /^(?:objectif|sous-axe)\b/],
  ["themes", /^(?:thematique|theme|champ|domaine)\b/],
];
const total = /^(?:sous[- ]?total|s\/ ?total|total|totaux|cumul)\b/;
const footnote = /^(?:\*|nb ?:|n\.b\.|nota|source|legende|document|version|mise? a jour|maj |remarque|exemple|fichier|donnees)/;

const isBelowMerge = (cell: Cell, row: number): boolean => cell.mergedFrom !== undefined && cell.mergedFrom.row < row;
const isBesideMerge = (cell: Cell, column: number): boolean => cell.mergedFrom !== undefined && cell.mergedFrom.column < column;

/** What a row below the headings is: an action, the rest of one, or a line that is no action at all. */
export function kindOfRow(cells: readonly Cell[], row: number, columns: readonly Column[], hasAction: boolean): RowKind {
  const filled = cells.flatMap((cell, column) =>
    cell.kind === "empty" || isBesideMerge(cell, column) ? [] : [{ cell, column, text: cellText(cell).trim() }],
  );
  const own = filled.filter(({ cell }) => !isBelowMerge(cell, row));
  const [first] = own;
  if (first === undefined) return { kind: "blank" };
  const headingOf = (column: number): string => comparable(columns.find(({ index }) => index === column)?.heading ?? "");
  if (own.length >= 2 && own.every(({ column, text }) => comparable(text) !== "" && headingOf(column).endsWith(comparable(text))))
    return { kind: "heading" };
  if (total.test(folded(first.text))) return { kind: "total" };

  const fieldOf = (column: number): ImportField | undefined => columns.find(({ index }) => index === column)?.field;
  if (own.length === 1) {
    const across = cells.filter((cell) => cell.mergedFrom?.row === row && cell.mergedFrom.column === first.column).length;
    const written = folded(first.text);
    const named = sections.find(([, form]) => form.test(written))?.[0];
    const field = fieldOf(first.column);
    const here = { text: first.text, column: first.column };
    // A title may well begin with "Objectif": alone in the title's own column, only an axis is believed.
    if (named !== undefined && (field !== "title" || named === "axis" || across > 0))
      return { kind: "section", what: named, ...here };
    if (footnote.test(written) && field !== "title") return { kind: "text", ...here };
    if ((field === "axis" || field === "objective" || field === "themes") && filled.length === 1)
      return { kind: "section", what: field, ...here };
    if (across >= 2 || footnote.test(written)) return { kind: "text", ...here };
    if (field === undefined || (field === "number" && filled.length === 1)) return { kind: "text", ...here };
  }
  const title = filled.find(({ column }) => fieldOf(column) === "title");
  if (title && !isBelowMerge(title.cell, row)) return { kind: "action" };
  const goesOn = own.every(({ column }) => {
    const field = fieldOf(column);
    return field === undefined || ["list", "lines", "prose", "amount", "value"].includes(definitionOf(field).kind);
  });
  if (hasAction && (title !== undefined || goesOn)) return { kind: "continuation" };
  return { kind: "untitled" };
}
