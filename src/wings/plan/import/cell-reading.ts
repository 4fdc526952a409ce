import { type AmountDoubt, amountsIn, parseAmount } from "../../../platform/french/amount.ts";
import { splitLines, splitList } from "../../../platform/french/list.ts";
import { parsePeriod, type PeriodReading } from "../../../platform/french/period.ts";
import { folded } from "../../../platform/french/plain.ts";
import { type Cell, cellText } from "../../../platform/spreadsheet/sheet.ts";
import { doubt, type Doubt } from "./doubt.ts";
import type { ColumnTarget, ImportField } from "./fields.ts";
import type { ImportedFunding, ImportedMilestone } from "./imported.ts";

export interface Reading<Value> {
  readonly value: Value;
  readonly doubts: readonly Doubt[];
}
const sure = <Value>(value: Value): Reading<Value> => ({ value, doubts: [] });
const shown = (text: string): string =>
  (text.length > 80 ? `${text.slice(0, 79).toWellFormed()}…` : text).replace(/\s+/g, " ").trim();

export type Money =
  | { readonly kind: "none" }
  | { readonly kind: "total"; readonly cents: number; readonly tax: ColumnTarget["tax"] }
  | {
      readonly kind: "years";
      readonly years: readonly { readonly year: number; readonly cents: number }[];
      readonly tax: ColumnTarget["tax"];
    };

/** Reads an amount under its heading: "12" under "Coût (k€)" is 12 000 €, "12 k€" there is too. */
export function readMoney(cell: Cell, target: ColumnTarget, place: string): Reading<Money> {
  if (cell.kind === "number") {
    const cents = Math.round(cell.value * 100 * Math.max(target.scale, cell.format === "thousands" ? 1000 : 1));
    if (!Number.isSafeInteger(cents)) return unreadable("amount-unreadable", String(cell.value));
    const doubts =
      cents < 0 ? [doubt("amount-negative", target.field, place, { written: String(cell.value), readCents: cents })] : [];
    return { value: { kind: "total", cents, tax: target.tax }, doubts };
  }
  const text = cellText(cell).trim();
  const read = parseAmount(text);
  const scale = target.scale === 1000 && !amountsIn(text).some(({ hasUnit }) => hasUnit) ? 1000 : 1;
  const doubtsOf = (found: readonly AmountDoubt[], readCents: number): Doubt[] =>
    found.map((each) =>
      doubt(`amount-${each.code}`, target.field, place, {
        written: shown(text),
        readCents,
        otherCents: each.code === "separator" ? each.otherCents * scale : 0,
      }),
    );
  function unreadable(code: "amount-unreadable" | "amount-several" | "amount-not-known", written: string): Reading<Money> {
    return { value: { kind: "none" }, doubts: [doubt(code, target.field, place, { written: shown(written) })] };
  }
  switch (read.kind) {
    case "amount":
      return {
        value: { kind: "total", cents: read.cents * scale, tax: read.tax ?? target.tax },
        doubts: doubtsOf(read.doubts, read.cents * scale),
      };
    case "by-year": {
      const years = read.years.map(({ year, cents }) => ({ year, cents: cents * scale }));
      return {
        value: { kind: "years", years, tax: read.tax ?? target.tax },
        doubts: doubtsOf(
          read.doubts,
          years.reduce((sum, { cents }) => sum + cents, 0),
        ),
      };
    }
    case "unreadable":
      if (read.reason === "blank" || /^[-–—/.\s]*$/.test(text)) return sure({ kind: "none" });
      return unreadable(
        read.reason === "several-amounts"
          ? "amount-several"
          : read.reason === "not-known"
            ? "amount-not-known"
            : "amount-unreadable",
        text,
      );
  }
}

export type Period = Extract<PeriodReading, { kind: "period" }>;

/** Reads when: a period, a day, or nothing with the reason why. */
export function readPeriod(cell: Cell, field: ImportField, place: string): Reading<Period | null> {
  const written = cellText(cell).trim();
  const read = parsePeriod(cell.kind === "number" ? cell.value : written);
  if (read.kind === "unreadable") {
    if (read.reason === "blank" || read.reason === "not-known") return sure(null);
    const code = read.reason === "not-a-period" ? "period-unreadable" : (`period-${read.reason}` as const);
    return { value: null, doubts: [doubt(code, field, place, { written: shown(written) })] };
  }
  const { start, end } = read;
  const params = { written: shown(written), startDay: start ?? end ?? "", endDay: end ?? start ?? "" };
  return {
    value: read,
    doubts: read.doubts.map(({ code }) =>
      doubt(code === "serial-number" ? "period-serial" : `period-${code}`, field, place, params),
    ),
  };
}

/** "1.2" that a spreadsheet turned into 1 February is read back. */
export function readNumber(cell: Cell, place: string): Reading<string | null> {
  if (cell.kind === "date") {
    const [, month, date] = cell.day.split("-").map(Number);
    const read = `${String(date)}.${String(month)}`;
    return { value: read, doubts: [doubt("number-date", "number", place, { writtenDay: cell.day, read })] };
  }
  const text = cellText(cell).replace(/\s+/g, " ").trim();
  return sure(text.replace(/^(?:action|fiche(?: action)?)?\s*n[°º]\s*/i, "").slice(0, 20) || null);
}

const figure = /-?\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?:[.,]\d+)?|-?\d+(?:[.,]\d+)?/;

/** The numbers of a cell, one a line: "120 places" is 120. */
export function readValues(cell: Cell, field: ImportField, place: string): Reading<readonly (number | null)[]> {
  if (cell.kind === "number") return sure([cell.format === "percent" ? Number((cell.value * 100).toFixed(6)) : cell.value]);
  const doubts: Doubt[] = [];
  const value = splitLines(cellText(cell)).map((line) => {
    const found = figure.exec(line.normalize("NFKC").replace(/−/g, "-"));
    if (found) return Number(found[0].replace(/\s/g, "").replace(",", "."));
    if (!/^[-–/.?\s]*$/.test(line)) doubts.push(doubt("value-unreadable", field, place, { written: shown(line) }));
    return null;
  });
  return { value, doubts };
}

const moneyInText = /[-–:=(]?\s*\d[\d\s.,]*(?:k\s?€|k?euros?|M€|€|eur)?\s*\)?/giu;

/** "Caf : 8 000 € ; CCPVM 4 k€": each funder with its money, or a funder alone. */
export function readFunding(text: string, known: readonly string[], scale: 1 | 1000): ImportedFunding[] {
  return splitList(text, known).map((piece): ImportedFunding => {
    const amounts = amountsIn(piece);
    const isShare = /\d\s*%/.test(piece);
    const [amount] = amounts;
    const sole = amount !== undefined && amounts.length === 1 && !isShare;
    // A bare number belongs to the name: "CD 88", "Fonds 2025".
    const isMoney = sole && (amount.hasUnit || /[:=]\s*\d/.test(piece) || !/\p{L}/u.test(piece));
    if (!isMoney) return { funder: piece, cents: null };
    const name = piece
      .replace(moneyInText, " ")
      .replace(/^[\s:;,/()-]+|[\s:;,/(-]+$/g, "")
      .replace(/\s+/g, " ")
      .trim();
    return { funder: name || null, cents: amount.cents * (amount.hasUnit ? 1 : scale) };
  });
}

/** "Mars 2025 : ouverture" or "Ouverture (mars 2025)": what, and by when. */
export function readMilestones(text: string): ImportedMilestone[] {
  return splitLines(text)
    .flatMap((line) => line.split(/\s*;\s*/))
    .filter((line) => line !== "")
    .map((line) => {
      const before = /^([^:]{4,40}?)\s*[:–]\s+(.+)$/s.exec(line);
      const after = /^(.+?)\s*\(([^()]{4,40})\)\s*$/s.exec(line);
      for (const [when, what] of [before && [before[1], before[2]], after && [after[2], after[1]]].filter(
        (pair) => pair !== null,
      )) {
        const read = parsePeriod(when ?? "");
        if (read.kind === "period" && read.end !== null) return { title: (what ?? "").slice(0, 200), due: read.end };
      }
      return { title: line.slice(0, 200), due: null };
    });
}

/** Several names where one is the lead: "Porteur : X" says which, else the first. */
export function readLead(names: readonly string[]): { readonly lead: string | null; readonly others: readonly string[] } {
  const label = /^(porteurs?|pilotes?|pilotage|partenaires?|chef de file)\s*:\s*/i;
  const told = names.findIndex((name) => /^(?:porteur|pilote|pilotage|chef)/.test(folded(name)) && label.test(name));
  const bare = names.map((name) => name.replace(label, "").trim());
  const at = told === -1 ? 0 : told;
  return { lead: bare[at] || null, others: bare.filter((name, index) => index !== at && name !== "") };
}
