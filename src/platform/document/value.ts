import type { Lang } from "../words.ts";
import type { Cell, Run } from "./model.ts";

const locale = { fr: "fr-FR", en: "en-GB" } as const;

/** Holds a unit or a word to what stands before it. */
const NO_BREAK = "\u00A0";

const amounts = { fr: euros("fr"), en: euros("en") };
const numbers = {
  fr: new Intl.NumberFormat(locale.fr, { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat(locale.en, { maximumFractionDigits: 2 }),
};
const percents = {
  fr: new Intl.NumberFormat(locale.fr, { style: "percent", maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat(locale.en, { style: "percent", maximumFractionDigits: 1 }),
};
const days = {
  fr: new Intl.DateTimeFormat(locale.fr, { timeZone: "UTC", day: "2-digit", month: "2-digit", year: "numeric" }),
  en: new Intl.DateTimeFormat(locale.en, { timeZone: "UTC", day: "2-digit", month: "2-digit", year: "numeric" }),
};
const longDays = {
  fr: new Intl.DateTimeFormat(locale.fr, { timeZone: "UTC", dateStyle: "long" }),
  en: new Intl.DateTimeFormat(locale.en, { timeZone: "UTC", dateStyle: "long" }),
};

function euros(lang: Lang): { readonly whole: Intl.NumberFormat; readonly cents: Intl.NumberFormat } {
  const money = { style: "currency", currency: "EUR" } as const;
  return {
    whole: new Intl.NumberFormat(locale[lang], { ...money, minimumFractionDigits: 0, maximumFractionDigits: 0 }),
    cents: new Intl.NumberFormat(locale[lang], money),
  };
}

const dateOf = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

/** "3 mars 2027"; a day that can't be read is shown as it was given. */
export const longDay = (iso: string, lang: Lang): string =>
  Number.isNaN(dateOf(iso).getTime()) ? iso : longDays[lang].format(dateOf(iso));

/** What a cell says in words, as it is read on paper. Nothing to say is a dash, so that an empty cell never looks forgotten. */
export function sayCell(cell: Cell, lang: Lang): string {
  switch (cell.kind) {
    case "text":
      return textOf(cell.runs);
    case "amount":
      return (cell.cents % 100 === 0 ? amounts[lang].whole : amounts[lang].cents).format(cell.cents / 100);
    case "day":
      return Number.isNaN(dateOf(cell.day).getTime()) ? cell.day : days[lang].format(dateOf(cell.day));
    case "number":
      return numbers[lang].format(cell.value) + (cell.unit === null ? "" : NO_BREAK + cell.unit);
    case "percent":
      return percents[lang].format(cell.ratio);
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
