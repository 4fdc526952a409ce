import { folded, saysNothing } from "./plain.ts";

/** What a reader of an amount is not sure of. */
export type AmountDoubt =
  /** "3.500" may be 3 500 € or 3,50 €: read as the first, `otherCents` is the second. */
  | { readonly code: "separator"; readonly otherCents: number }
  | { readonly code: "approximate" }
  | { readonly code: "negative" }
  /** "12 000 € par an": one year's money, not the total. */
  | { readonly code: "per-year" }
  /** More than two decimals: rounded to the cent. */
  | { readonly code: "rounded" }
  /** Words beside the amount, which was kept. */
  | { readonly code: "other-text"; readonly text: string };

export type TaxMention = "excluding_tax" | "including_tax";

export type AmountReading =
  | { readonly kind: "amount"; readonly cents: number; readonly tax: TaxMention | null; readonly doubts: readonly AmountDoubt[] }
  | {
      readonly kind: "by-year";
      readonly years: readonly { readonly year: number; readonly cents: number }[];
      readonly tax: TaxMention | null;
      readonly doubts: readonly AmountDoubt[];
    }
  | {
      readonly kind: "unreadable";
      readonly reason: "blank" | "not-known" | "no-number" | "several-amounts" | "other-text" | "too-large";
      readonly found: readonly number[];
    };

/** One amount inside a longer text, with the words around it. */
export interface AmountInText {
  readonly cents: number;
  readonly hasUnit: boolean;
  readonly written: string;
  readonly at: number;
  readonly end: number;
  readonly doubts: readonly AmountDoubt[];
}

const grouped = String.raw`\d{1,3}(?:[ .,']\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?`;
const ungrouped = String.raw`\d+(?:[.,]\d+)?`;
const unit = String.raw`k ?€|k ?euros?\b|ke\b|k\b|m ?€|m ?euros?\b|m\b|millions?(?: d'euros?)?\b|milliers?(?: d'euros?)?\b|€|euros?\b|eur\b`;
const amountPattern = new RegExp(`(-(?:\\s*€)?\\s*)?(€\\s*)?(?<![\\d.,])(${grouped}|${ungrouped})(?:\\s*(${unit}))?`, "g");

/** Finds each amount of a text, in order: "Caf : 3 000 €, MSA 1,5 k€". Years are found too: they have no unit. */
export function amountsIn(text: string): AmountInText[] {
  const written = folded(text.slice(0, 2_000));
  return Array.from(written.matchAll(amountPattern), (match): AmountInText => {
    const [all, sign, prefix, digits, after] = match;
    const money = prefix !== undefined || (sign?.includes("€") ?? false);
    // "12 m" is a length: only "€12m" is millions.
    const suffix = after === "m" && !money ? undefined : after;
    const whole = suffix === after ? all : all.slice(0, -1).trimEnd();
    // A dash that follows a word or a number separates; it is no minus sign.
    const negative = sign !== undefined && !/[\p{L}\d)€]\s*$/u.test(written.slice(0, match.index));
    const scale = scaleOf(suffix);
    const { cents, doubts } = readDigits(digits ?? "", scale);
    return {
      cents: negative ? 0 - cents : cents,
      hasUnit: suffix !== undefined || money,
      written: whole,
      at: match.index,
      end: match.index + whole.length,
      doubts: negative ? [...doubts, { code: "negative" }] : doubts,
    };
  });
}

const scaleOf = (suffix: string | undefined): 1 | 1_000 | 1_000_000 => {
  if (suffix === undefined || /^(?:€|euros?|eur)$/.test(suffix)) return 1;
  return suffix.startsWith("k") || suffix.startsWith("millier") ? 1_000 : 1_000_000;
};

function readDigits(digits: string, scale: 1 | 1_000 | 1_000_000): { cents: number; doubts: AmountDoubt[] } {
  const separators = Array.from(digits.matchAll(/[.,]/g));
  const last = separators.at(-1);
  if (last === undefined) return { cents: toCents(digits, "", scale).cents, doubts: [] };
  const before = digits.slice(0, last.index);
  const after = digits.slice(last.index + 1);
  const same = separators.filter((each) => each[0] === last[0]).length;
  // "1.234.567": a mark that comes twice groups.
  if (same > 1 && after.length === 3) return { cents: toCents(digits, "", scale).cents, doubts: [] };
  const lone = separators.length === 1 && after.length === 3 && /^[1-9]\d{0,2}$/.test(before);
  if (lone && scale === 1) {
    return { cents: toCents(digits, "", 1).cents, doubts: [{ code: "separator", otherCents: toCents(before, after, 1).cents }] };
  }
  if (lone && last[0] === ".") {
    const decimal = toCents(before, after, scale);
    return { cents: decimal.cents, doubts: [{ code: "separator", otherCents: toCents(digits, "", scale).cents }] };
  }
  const { cents, rounded } = toCents(before, after, scale);
  return { cents, doubts: rounded ? [{ code: "rounded" }] : [] };
}

/** Whole numbers all the way: 0.1 + 0.2 has no place in a budget. */
function toCents(whole: string, decimals: string, scale: number): { cents: number; rounded: boolean } {
  const kept = decimals.slice(0, 12);
  const digits = `${whole}${kept}`.replace(/\D/g, "").slice(0, 40);
  const divisor = 10n ** BigInt(kept.length);
  const value = BigInt(digits === "" ? "0" : digits) * 100n * BigInt(scale);
  return { cents: Number((value * 2n + divisor) / (divisor * 2n)), rounded: value % divisor !== 0n };
}

const approximate =
  /(?:\benv(?:iron)?\b\.?|\bapprox(?:imativement)?\b\.?|~|≈|\bpres de\b|\bestime(?:e|s)?\b|\bestimation\b|\bordre de\b)/g;
const perYear = /(?:\bpar an(?:nee)?\b|\/ ?an(?:nee)?\b|\bannuels?\b|\bchaque annee\b|\bper year\b)/g;
const harmless =
  /\b(?:ttc|ht|tva|hors taxes?|toutes taxes comprises|euros?|montant|cout|total|budget|previsionnel(?:le)?|prevu|soit|de|du|des|d'|l'|le|la|en|pour|au|et|annee|maximum|max|minimum|min)\b\.?/g;

const taxOf = (written: string): TaxMention | null =>
  /\b(?:ht|hors taxes?)\b/.test(written) ? "excluding_tax" : /\b(?:ttc|toutes taxes)\b/.test(written) ? "including_tax" : null;

const isYear = (amount: AmountInText): boolean => !amount.hasUnit && /^20\d\d$/.test(amount.written.replace(/^-\s*/, ""));

/**
 * Reads the money of one cell or one field. Several years in a cell are told apart; anything unsure is said, never guessed in silence.
 *
 * | written | read |
 * |---|---|
 * | `3 500,00 €`, `3.500,00`, `3500`, `3 500 € TTC` | 3 500,00 € |
 * | `12 k€`, `1,2 M€` | 12 000 €, 1 200 000 € |
 * | `3.500` or `3,500` | 3 500 €, with a doubt: may be 3,50 € |
 * | `env. 5 000 €` | 5 000 €, approximate |
 * | `(500)`, `-500` | −500 €, with a doubt |
 * | `2024 : 3 000 € / 2025 : 4 000 €` | by year |
 * | `5 000 à 8 000 €` | unreadable: several amounts |
 * | `à définir` | unreadable: not known |
 */
export function parseAmount(text: string): AmountReading {
  const written = folded(text);
  if (written === "") return { kind: "unreadable", reason: "blank", found: [] };
  if (/^(?:gratuit|sans cout|sans frais|cout nul|aucun cout)$/.test(written))
    return { kind: "amount", cents: 0, tax: null, doubts: [] };
  if (saysNothing(text)) return { kind: "unreadable", reason: "not-known", found: [] };
  const accounting = /^\(([^()]*)\)\s*€?$/.exec(written);
  const body = accounting?.[1] ?? written;
  const all = amountsIn(body);
  if (all.length === 0) return { kind: "unreadable", reason: "no-number", found: [] };
  if (all.some(({ cents }) => !Number.isSafeInteger(cents))) return { kind: "unreadable", reason: "too-large", found: [] };

  const years = all.length > 1 ? all.filter(isYear) : [];
  const amounts = all.filter((each) => !years.includes(each));
  const cents = amounts.map((each) => each.cents);
  const remains = wordsBeside(body, all);
  const doubts: AmountDoubt[] = amounts.flatMap((each) => each.doubts);
  if (written.search(approximate) >= 0) doubts.push({ code: "approximate" });
  if (written.search(perYear) >= 0) doubts.push({ code: "per-year" });
  const tax = taxOf(written);

  if (years.length > 0 && years.length === amounts.length && alternate(all)) {
    if (remains !== "") doubts.push({ code: "other-text", text: remains });
    const pairs = years.map((year, index) => ({ year: Number(year.written.replace(/\D/g, "")), cents: cents[index] ?? 0 }));
    if (new Set(pairs.map(({ year }) => year)).size === pairs.length) return { kind: "by-year", years: pairs, tax, doubts };
  }
  const [only] = amounts;
  if (only === undefined || amounts.length !== 1 || years.length > 0)
    return { kind: "unreadable", reason: "several-amounts", found: cents };
  if (remains !== "") {
    if (!only.hasUnit) return { kind: "unreadable", reason: "other-text", found: cents };
    doubts.push({ code: "other-text", text: remains });
  }
  if (accounting) return { kind: "amount", cents: 0 - Math.abs(only.cents), tax, doubts: [...doubts, { code: "negative" }] };
  return { kind: "amount", cents: only.cents, tax, doubts };
}

/** Years and amounts come in turn: "2024 : 3 000 / 2025 : 4 000" or "3 000 en 2024, 4 000 en 2025". */
const alternate = (all: readonly AmountInText[]): boolean =>
  all.every((each, index) => isYear(each) === (index % 2 === 0 ? isYear(all[0] ?? each) : !isYear(all[0] ?? each)));

function wordsBeside(written: string, all: readonly AmountInText[]): string {
  let rest = "";
  let from = 0;
  for (const each of all) {
    rest += `${written.slice(from, each.at)} `;
    from = each.end;
  }
  rest += written.slice(from);
  const left = rest.replace(approximate, " ").replace(perYear, " ").replace(harmless, " ").replace(/\s+/g, " ").trim();
  return /\p{L}|\d/u.test(left) ? left.slice(0, 200) : "";
}
