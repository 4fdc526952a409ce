import type { Lang } from "../words.ts";
import { dayOf, dayOfDate, dayOfSerial, daysInMonth, type IsoDay, monthNumber, parseDay } from "./day.ts";
import { folded, saysNothing } from "./plain.ts";
import { timeText } from "./time.ts";

/** What a reader of a period is not sure of. */
export type PeriodDoubt =
  /** "courant 2025", "fin 2026", "été 2025": the exact days are a guess. */
  | { readonly code: "approximate" }
  /** "année scolaire 2024-2025": read from 1 September to 31 August. */
  | { readonly code: "school-year" }
  /** "2024 et 2026": read as one span, though a year between is not named. */
  | { readonly code: "not-continuous" }
  /** A number that a spreadsheet may mean as a day. */
  | { readonly code: "serial-number" };

export type PeriodReading =
  | {
      readonly kind: "period";
      readonly start: IsoDay | null;
      readonly end: IsoDay | null;
      /** "permanent", "tous les ans": it comes back or never stops. */
      readonly recurring: string | null;
      readonly doubts: readonly PeriodDoubt[];
    }
  | { readonly kind: "unreadable"; readonly reason: "blank" | "not-known" | "not-a-period" | "no-such-day" | "end-before-start" };

interface Span {
  readonly start: IsoDay;
  readonly end: IsoDay;
  readonly doubts: readonly PeriodDoubt[];
}

/**
 * Reads when something happens, as people write it in a plan.
 *
 * | written | from | to |
 * |---|---|---|
 * | `2025` | 2025-01-01 | 2025-12-31 |
 * | `2024-2026`, `2023/2027`, `2024 à 2026`, `2024, 2025 et 2026` | first day | last day |
 * | `1er semestre 2025`, `S1 2025` | 2025-01-01 | 2025-06-30 |
 * | `T2 2025`, `3ème trimestre 2024` | first day | last day |
 * | `sept. 2024`, `septembre 2024 à juin 2025`, `mars-juin 2025` | first day | last day |
 * | `12/03/2025`, `du 3 au 7 mars 2025` | the days | |
 * | `année scolaire 2024-2025` | 2024-09-01 | 2025-08-31, with a doubt |
 * | `courant 2025`, `fin 2026`, `début 2025`, `été 2025` | guessed | guessed, with a doubt |
 * | `dès 2025` / `jusqu'en 2026` | start only | end only |
 * | `permanent`, `tous les ans` | | recurring |
 */
export function parsePeriod(value: string | number | Date): PeriodReading {
  if (value instanceof Date) return oneDay(dayOfDate(value), []);
  if (typeof value === "number") {
    if (Number.isInteger(value) && isPlanYear(value)) return spanReading(yearSpan(value));
    return oneDay(dayOfSerial(value), [{ code: "serial-number" }]);
  }
  if (value.length > 300) return { kind: "unreadable", reason: "not-a-period" };
  const text = tidy(value);
  if (text === "") return saysNothing(value) ? notKnown : { kind: "unreadable", reason: "blank" };
  if (saysNothing(value)) return notKnown;
  if (recurring.test(text)) return { kind: "period", start: null, end: null, recurring: value.trim(), doubts: [] };

  const since =
    /^(?:(?:des|a partir (?:du|de)|a compter (?:du|de)|depuis|apres|from|since) |a (?:partir|compter) d')(?:le |la |l')?(.+)$/.exec(
      text,
    );
  const sinceSpan = since ? spanOf(since[1] ?? "") : undefined;
  if (sinceSpan) return { kind: "period", start: sinceSpan.start, end: null, recurring: null, doubts: sinceSpan.doubts };
  const until =
    /^(?:jusqu'(?:en|au|a)|avant|d'ici(?: a)?|echeance|pour|au plus tard(?: en| le)?|until|by) ?(?:le |la |l'|:)? ?(.+)$/.exec(
      text,
    );
  const untilSpan = until ? spanOf(until[1] ?? "") : undefined;
  if (untilSpan) return { kind: "period", start: null, end: untilSpan.end, recurring: null, doubts: untilSpan.doubts };

  const span = spanOf(text);
  if (span) return spanReading(span);
  const day = parseDay(value);
  return {
    kind: "unreadable",
    reason: day.kind === "unreadable" && day.reason === "no-such-day" ? "no-such-day" : "not-a-period",
  };
}

const notKnown = { kind: "unreadable", reason: "not-known" } as const;

const recurring =
  /^(?:(?:action )?(?:permanente?s?|continue?s?|recurrente?s?|annuel(?:le)?s?|pluriannuel(?:le)?s?|mensuel(?:le)?s?|trimestriel(?:le)?s?)|en continu|au fil de l'eau|toute l'annee|(?:tous les|chaque) (?:ans?|annees?|mois|trimestres?)|(?:toute la )?duree de la (?:ctg|convention)|ongoing|permanent|yearly)$/;

const tidy = (value: string): string =>
  folded(value)
    .replace(/->|=>|→/g, " a ")
    .replace(/\n/g, " ")
    .replace(/^[\s:;,.]+|[\s:;,]+$/g, "")
    .replace(/^(?:en|sur|periode|calendrier)\s*:?\s+(?=\S)/, "")
    .replace(/^from (?=.+ to )/, "")
    .replace(/\b1 ?(?:er|ere)\b(?= (?:sem|tri))/g, "1")
    .replace(/\s+/g, " ");

const isPlanYear = (year: number): boolean => year >= 1990 && year <= 2100;

function oneDay(day: IsoDay | undefined, doubts: readonly PeriodDoubt[]): PeriodReading {
  if (day === undefined) return { kind: "unreadable", reason: "not-a-period" };
  return { kind: "period", start: day, end: day, recurring: null, doubts };
}

const spanReading = ({ start, end, doubts }: Span): PeriodReading =>
  start > end
    ? { kind: "unreadable", reason: "end-before-start" }
    : { kind: "period", start, end, recurring: null, doubts: [...new Map(doubts.map((doubt) => [doubt.code, doubt])).values()] };

const months = (year: number, first: number, last: number, doubts: readonly PeriodDoubt[] = []): Span | undefined => {
  const start = dayOf(year, first, 1);
  const end = last >= 1 && last <= 12 ? dayOf(year, last, daysInMonth(year, last)) : undefined;
  return start !== undefined && end !== undefined && isPlanYear(year) ? { start, end, doubts } : undefined;
};
const yearSpan = (year: number): Span => ({ start: `${String(year)}-01-01`, end: `${String(year)}-12-31`, doubts: [] });

const guessed: readonly PeriodDoubt[] = [{ code: "approximate" }];
const ranks: Readonly<Record<string, number>> = {
  premier: 1,
  premiere: 1,
  second: 2,
  seconde: 2,
  deuxieme: 2,
  troisieme: 3,
  quatrieme: 4,
  dernier: 4,
};
const rankOf = (word: string): number => ranks[word] ?? Number(/^\d/.exec(word)?.[0] ?? 0);
const rank = String.raw`(\d ?(?:er|ere|e|eme|nd|nde|d)?|premier|second|deuxieme|troisieme|quatrieme|dernier)`;
const seasons: Readonly<Record<string, readonly [number, number]>> = {
  printemps: [3, 5],
  ete: [6, 8],
  automne: [9, 11],
  rentree: [9, 9],
  "rentree scolaire": [9, 9],
};

type Reader = (parts: RegExpExecArray) => Span | undefined;
const numberAt = (parts: RegExpExecArray, index: number): number => Number(parts[index] ?? Number.NaN);

/** Each way to name one moment, tried in order. */
const moments: readonly (readonly [RegExp, Reader])[] = [
  [/^(?:(?:l')?annees? |exercice |year )?(\d{4})$/, (parts) => months(numberAt(parts, 1), 1, 12)],
  [/^(\d{4})-(\d{1,2})$/, (parts) => months(numberAt(parts, 1), numberAt(parts, 2), numberAt(parts, 2))],
  [/^(\d{1,2})[/.](\d{4})$/, (parts) => months(numberAt(parts, 2), numberAt(parts, 1), numberAt(parts, 1))],
  [/^([a-z]+)\.? (?:de )?(\d{4})$/, (parts) => named(parts[1] ?? "", numberAt(parts, 2))],
  [
    new RegExp(`^(?:le |au )?${rank} sem(?:estre)?\\.?(?: de)?(?: l'annee)? (\\d{4})$`),
    (parts) => part(rankOf(parts[1] ?? ""), 6, numberAt(parts, 2)),
  ],
  [
    new RegExp(`^(?:le |au )?${rank} tri(?:m(?:estre)?)?\\.?(?: de)?(?: l'annee)? (\\d{4})$`),
    (parts) => part(rankOf(parts[1] ?? ""), 3, numberAt(parts, 2)),
  ],
  [/^(?:[sh] ?|sem(?:estre)?\.? )(\d)[ -/]*(\d{4})$/, (parts) => part(numberAt(parts, 1), 6, numberAt(parts, 2))],
  [/^(?:[tq] ?|tri(?:m(?:estre)?)?\.? )(\d)[ -/]*(\d{4})$/, (parts) => part(numberAt(parts, 1), 3, numberAt(parts, 2))],
  [/^(\d{4})[ -/]*[sh] ?(\d)$/, (parts) => part(numberAt(parts, 2), 6, numberAt(parts, 1))],
  [/^(\d{4})[ -/]*[tq] ?(\d)$/, (parts) => part(numberAt(parts, 2), 3, numberAt(parts, 1))],
  [
    /^(?:courant|au cours de|en cours de|dans l'annee|vers|horizon)(?: l'annee)? (\d{4})$/,
    (parts) => months(numberAt(parts, 1), 1, 12, guessed),
  ],
  [/^(?:fin|fin d'annee|late|end of) (\d{4})$/, (parts) => months(numberAt(parts, 1), 10, 12, guessed)],
  [/^(?:debut|debut d'annee|early) (\d{4})$/, (parts) => months(numberAt(parts, 1), 1, 3, guessed)],
  [/^(?:mi|milieu|mid)[ -](\d{4})$/, (parts) => months(numberAt(parts, 1), 5, 8, guessed)],
  [/^(?:courant|debut|fin|mi)[ -]([a-z]+)\.? (\d{4})$/, (parts) => unsure(named(parts[1] ?? "", numberAt(parts, 2)))],
  [
    /^(?:l'|a l')?(printemps|ete|automne|rentree(?: scolaire)?) (?:de )?(\d{4})$/,
    (parts) => season(parts[1] ?? "", numberAt(parts, 2)),
  ],
  [/^(?:annee )?scolaire (\d{4}) ?[-/] ?(\d{4}|\d{2})$/, (parts) => schoolYear(numberAt(parts, 1), parts[2] ?? "")],
  [/^rentree (\d{4}) ?[-/] ?(\d{4}|\d{2})$/, (parts) => schoolYear(numberAt(parts, 1), parts[2] ?? "")],
  [/^(\d{4}) ?[-/] ?(\d{4}|\d{2}) \(?(?:annee )?scolaire\)?$/, (parts) => schoolYear(numberAt(parts, 1), parts[2] ?? "")],
];

const named = (month: string, year: number): Span | undefined => {
  const number = monthNumber(month);
  return number === undefined ? undefined : months(year, number, number);
};
const part = (which: number, length: number, year: number): Span | undefined =>
  which >= 1 && which <= 12 / length ? months(year, (which - 1) * length + 1, which * length) : undefined;
const unsure = (span: Span | undefined): Span | undefined => span && { ...span, doubts: guessed };
const season = (name: string, year: number): Span | undefined => {
  const [first, last] = seasons[name] ?? [0, 0];
  return months(year, first, last, guessed);
};
const schoolYear = (first: number, second: string): Span | undefined => {
  const start = dayOf(first, 9, 1);
  const end = dayOf(first + 1, 8, 31);
  const follows = Number(second) === first + 1 || (second.length === 2 && Number(second) === (first + 1) % 100);
  return start !== undefined && end !== undefined && follows && isPlanYear(first)
    ? { start, end, doubts: [{ code: "school-year" }] }
    : undefined;
};

function moment(text: string): Span | undefined {
  const day = parseDay(text);
  if (day.kind === "day")
    return isPlanYear(Number(day.day.slice(0, 4))) ? { start: day.day, end: day.day, doubts: [] } : undefined;
  for (const [form, read] of moments) {
    const parts = form.exec(text);
    const span = parts ? read(parts) : undefined;
    if (span) return span;
  }
  return undefined;
}

const between = /\s*(?:\s(?:a|au|et|jusqu'(?:a|au|en)|to|and)\s|[-/,;])\s*(?:l'annee |la )?/g;

function spanOf(text: string): Span | undefined {
  const alone = moment(text);
  if (alone) return alone;
  const years = yearList(text);
  if (years) return years;
  const body = text.replace(/^(?:(?:du|de|entre|from|between) |d')/, "");
  for (const cut of body.matchAll(between)) {
    const left = body.slice(0, cut.index);
    const right = body.slice(cut.index + cut[0].length).replace(/^(?:le|la|en) /, "");
    const last = moment(right);
    if (last === undefined) continue;
    const first = moment(left) ?? moment(`${left} ${lastWord(right)}`) ?? borrowed(left, right);
    if (first) return { start: first.start, end: last.end, doubts: [...first.doubts, ...last.doubts] };
  }
  return undefined;
}

const lastWord = (text: string): string => text.split(/[ /]/).at(-1) ?? "";

/** "du 3 au 7 mars 2025", "1er et 2e semestre 2025", "T1 à T3 2025": the left side takes what it lacks from the right. */
function borrowed(left: string, right: string): Span | undefined {
  const words = right.split(" ");
  for (let from = words.length - 2; from >= 1; from--) {
    const span = moment(`${left} ${words.slice(from).join(" ")}`);
    if (span) return span;
  }
  const numbers = /^\d{1,2}([/.-]\d{1,2}[/.-]\d{2,4})$/.exec(right);
  if (numbers && /^\d{1,2}$/.test(left)) return moment(`${left}${numbers[1] ?? ""}`);
  const year = /^\d{1,2}[/.-]\d{1,2}([/.-]\d{2,4})$/.exec(right);
  return year && /^\d{1,2}[/.-]\d{1,2}$/.test(left) ? moment(`${left}${year[1] ?? ""}`) : undefined;
}

function yearList(text: string): Span | undefined {
  const pair = /^(\d{4}) ?[-/] ?(\d{2})$/.exec(text);
  if (pair && Number(pair[2]) > 12)
    return joined([Number(pair[1]), Math.floor(Number(pair[1]) / 100) * 100 + Number(pair[2])], []);
  if (!/^(?:de |d'|entre )?\d{4}(?:(?: ?[-/,;+] ?| a | au | et | puis | to )\d{4})+$/.test(text)) return undefined;
  const years = Array.from(text.matchAll(/\d{4}/g), (each) => Number(each[0]));
  const enumerated = /[,;+]| et | puis /.test(text) && !/^entre /.test(text);
  const whole = !enumerated || years.every((year, index) => index === 0 || year === (years[index - 1] ?? 0) + 1);
  return joined(years, whole ? [] : [{ code: "not-continuous" }]);
}

function joined(years: readonly number[], doubts: readonly PeriodDoubt[]): Span | undefined {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined || !years.every(isPlanYear)) return undefined;
  return { start: yearSpan(first).start, end: yearSpan(last).end, doubts };
}

const sentences = {
  fr: {
    from: (day: string) => `à partir du ${day}`,
    until: (day: string) => `jusqu’au ${day}`,
    days: (first: string, last: string) => `du ${first} au ${last}`,
  },
  en: {
    from: (day: string) => `from ${day}`,
    until: (day: string) => `until ${day}`,
    days: (first: string, last: string) => `from ${first} to ${last}`,
  },
} as const;

/** "du 3 mars 2025 au 7 avril 2026", "à partir du 3 mars 2025", "jusqu’au 7 avril 2026"; nothing where neither day is known. */
export function periodText(lang: Lang, start: IsoDay | null, end: IsoDay | null): string | null {
  const say = sentences[lang];
  if (start === null) return end === null ? null : say.until(timeText(lang, end));
  if (end === null) return say.from(timeText(lang, start));
  return say.days(timeText(lang, start), timeText(lang, end));
}
