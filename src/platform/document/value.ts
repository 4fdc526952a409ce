import type { Lang } from "../words.ts";
import type { Cell, Run } from "./model.ts";
import { timeText } from "../french/time.ts";
import { amountText, numberText, percentText } from "../french/number.ts";

/** Holds a unit or a word to what stands before it. */
const NO_BREAK = "\u00A0";

/** What a cell says in words, as it is read on paper. Nothing to say is a dash, so that an empty cell never looks forgotten. */
export function sayCell(cell: Cell, lang: Lang): string {
  switch (cell.kind) {
    case "text":
      return textOf(cell.runs);
    case "amount":
      return amountText(lang, cell.cents);
    case "day":
      return timeText(lang, cell.day, "digits");
    case "number":
      return numberText(lang, cell.value, 2) + (cell.unit === null ? "" : NO_BREAK + cell.unit);
    case "percent":
      return percentText(lang, cell.ratio);
    case "state":
      return cell.sign + NO_BREAK + cell.word;
    case "missing":
      return cell.reason ?? "–";
  }
}

/** The runs of a cell: what it says, with the form it was given. */
export const cellRuns = (cell: Cell, lang: Lang): readonly Run[] =>
  cell.kind === "text"
    ? cell.runs
    : [{ kind: cell.kind === "missing" && cell.reason !== null ? "emphasis" : "plain", text: sayCell(cell, lang) }];

export const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join("");
