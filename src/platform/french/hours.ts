import { listText } from "./list.ts";

const dayNames = [
  ["Mo", "lundi", /\b(lundis?|lun|lu)\b\.?/g],
  ["Tu", "mardi", /\b(mardis?|mar|ma)\b\.?/g],
  ["We", "mercredi", /\b(mercredis?|mer|me)\b\.?/g],
  ["Th", "jeudi", /\b(jeudis?|jeu|je)\b\.?/g],
  ["Fr", "vendredi", /\b(vendredis?|ven|ve)\b\.?/g],
  ["Sa", "samedi", /\b(samedis?|sam|sa)\b\.?/g],
  ["Su", "dimanche", /\b(dimanches?|dim|di)\b\.?/g],
] as const;
const nameOf = new Map<string, string>(dayNames.map(([code, name]) => [code, name]));

/** Hours as people of France write them, in the syntax of OpenStreetMap: "du lundi au vendredi de 8h à 18h30". */
export function fromFrench(hours: string): string {
  const withDays = dayNames.reduce((text, [code, , written]) => text.replace(written, code), hours.toLowerCase());
  return withDays
    .replace(/ferm[ée]e?s? (?:les )?jours f[ée]ri[ée]s/g, "PH off")
    .replace(/(?<!\p{L})ferm[ée]e?s?(?!\p{L})/gu, "off")
    .replace(
      /\b(\d{1,2})\s*h(?:eures?)?(?:\s*(\d{2}))?\b/g,
      (_, hour: string, minute = "00") => `${hour.padStart(2, "0")}:${String(minute)}`,
    )
    .replace(/\b(du|de|le|les|tous les)\s+(?=[A-Z\d])/g, "")
    .replace(/\s*(?:(?<!\p{L})(?:au|à)(?!\p{L})|-|–)\s*/gu, "-")
    .replace(/\s*(?:,|\bet\b|\/)\s*/g, ",")
    .replace(/\s*:\s+/g, " ")
    .replace(/\s*;\s*/g, "; ")
    .trim();
}

const day = "(?:Mo|Tu|We|Th|Fr|Sa|Su)";
const days = `${day}(?:-${day})?(?:,${day}(?:-${day})?)*`;
const time = String.raw`(?:[01]\d|2[0-4]):[0-5]\d`;
const times = `${time}-${time}(?:,${time}-${time})*`;
const rule = `(?:PH off|(?:${days} )?${times}|${days} off)`;
const syntax = new RegExp(`^${rule}(?:; ${rule})*$`);

/** Whole names of days, or "9h": alone, "mar" is a month in the syntax of OpenStreetMap. */
const isFrench = (hours: string): boolean => /(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|\d\s*h/i.test(hours);

/** Hours written in French, in the syntax of OpenStreetMap where every word of them is understood; else as they are. */
export function inSyntax(hours: string): string {
  const read = isFrench(hours) ? fromFrench(hours) : hours;
  return syntax.test(read) ? read : hours;
}

/** The hours that `fromFrench` gives back, in French; as they are where French has no such words here. */
export function toFrench(hours: string): string {
  const said = hours.split("; ").map(ruleInFrench).join(" ; ");
  return fromFrench(said) === hours ? said : hours;
}

function ruleInFrench(rule: string): string {
  if (rule === "PH off") return "fermé les jours fériés";
  const parts = rule.split(" ");
  const open = parts.at(-1) ?? "";
  const when = open === "off" ? "fermé" : listText("fr", open.split(",").map(spanInFrench));
  if (parts.length === 1) return when;
  const [first = "", ...others] = (parts[0] ?? "").split(",").map((each) => daysInFrench(each));
  const named = others.length === 0 && !first.startsWith("du ") ? `le ${first}` : listText("fr", [first, ...others]);
  return `${named} ${when}`;
}

function daysInFrench(written: string): string {
  const [from = "", to] = written.split("-").map((code) => nameOf.get(code) ?? code);
  return to === undefined ? from : `du ${from} au ${to}`;
}

function spanInFrench(span: string): string {
  const [from = "", to = ""] = span
    .split("-")
    .map((time) => time.replace(/^0?(\d{1,2}):00$/, "$1h").replace(/^0?(\d{1,2}):/, "$1h"));
  return `de ${from} à ${to}`;
}
