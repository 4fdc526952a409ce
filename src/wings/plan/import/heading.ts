import { comparable, nearness } from "../../../platform/french/near.ts";
import { folded } from "../../../platform/french/plain.ts";
import { type ColumnTarget, definitionOf, type ImportField, importFieldNames } from "./fields.ts";

export type HeadingMatch =
  | { readonly kind: "exact"; readonly target: ColumnTarget; readonly score: 1; readonly synonym: string }
  | { readonly kind: "near"; readonly target: ColumnTarget; readonly score: number; readonly synonym: string }
  | { readonly kind: "none" };

const synonyms: readonly { readonly field: ImportField; readonly synonym: string; readonly compared: string }[] =
  importFieldNames.flatMap((field) =>
    definitionOf(field).headings.map((synonym) => ({ field, synonym, compared: plainHeading(synonym) })),
  );
const bySynonym = new Map(synonyms.map((each) => [each.compared, each]));
const costWords = new Set([
  "",
  "budget",
  "bp",
  "cout",
  "couts",
  "montant",
  "depense",
  "depenses",
  "cout previsionnel",
  "budget previsionnel",
  "annee",
  "prevu",
  "prevision",
  "previsionnel",
  "financier",
  "couts previsionnels",
  "exercice",
  "cout par annee",
  "budget par annee",
  "cout annuel",
]);

/** A heading without what it adds to its name: units, tax base, remarks in parentheses. Singular and plural stay apart: "Objectif" is not "Objectifs". */
function plainHeading(text: string): string {
  const bare = folded(text)
    .replace(/\((?:[^()]*)\)/g, (inside) => (/(?:€|euro|ttc|\bht\b|facultatif|obligatoire|si |ex)/.test(inside) ? " " : inside))
    .replace(/\ben (?:k ?€|€|k ?euros?|euros?|milliers d'euros)|[k]?€|\b(?:ttc|ht)\b/g, " ")
    .replace(/n°|nº/g, " numero ")
    .replace(/·(?:e|s|es)\b/g, "");
  return comparable(bare.replace(/[:*]/g, " ")) || bare.trim();
}

const nothingAdded = { year: null, scale: 1, tax: null } as const;

// Every cell near the top of a sheet is tried as a heading, most of them several times.
const tried = new Map<string, HeadingMatch>();

/** What a heading alone says of its column. The empty heading says nothing. */
export function matchHeading(heading: string): HeadingMatch {
  const before = tried.get(heading);
  if (before !== undefined) return before;
  if (tried.size >= 4_000) tried.clear();
  const match = tryHeading(heading);
  tried.set(heading, match);
  return match;
}

function tryHeading(heading: string): HeadingMatch {
  const written = folded(heading).slice(0, 200);
  if (written === "") return { kind: "none" };
  const scale = /k ?€|k ?euros?\b|milliers d'euros/.test(written) ? 1000 : 1;
  const tax = /\bht\b|hors taxe/.test(written) ? "excluding_tax" : /\bttc\b/.test(written) ? "including_tax" : null;
  const compared = plainHeading(heading);

  const year = /(?:^|\D)(20\d\d)(?:\D|$)/.exec(written)?.[1];
  if (year !== undefined && costWords.has(comparable(compared.replace(year, " ").trim()) || "")) {
    return { kind: "exact", target: { field: "costOfYear", year: Number(year), scale, tax }, score: 1, synonym: year };
  }
  const same = bySynonym.get(compared);
  if (same) return { kind: "exact", target: { ...nothingAdded, field: same.field, scale, tax }, score: 1, synonym: same.synonym };
  // A sentence is no heading, though it begins with the word of one.
  if (compared.length > 60) return { kind: "none" };
  const alike = synonyms.filter(({ compared: synonym }) => ratio(synonym.length, compared.length) >= 0.4);
  const scored = alike.map((each) => ({ ...each, score: nearness(each.compared, compared) }));
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (one, other) => (one && one.score >= other.score ? one : other),
    undefined,
  );
  if (best === undefined || best.score < 0.66) return { kind: "none" };
  return { kind: "near", target: { ...nothingAdded, field: best.field, scale, tax }, score: best.score, synonym: best.synonym };
}

const ratio = (one: number, other: number): number => Math.min(one, other) / Math.max(one, other, 1);
