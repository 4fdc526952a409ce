import type { Child } from "hono/jsx";
import type { Plain } from "../../../../platform/history/model.ts";
import { KnownDate, sayKnownDate } from "../../../../platform/known-date.ts";
import { isFieldName, conventionWords } from "../words.ts";
import { CompetenceHolder } from "../../competences/model.ts";
import type { OpenConvention } from "./read.ts";
import { competenceWords } from "../../competences/words.ts";

type Known = Pick<OpenConvention, "visit" | "organisations" | "themes" | "frameworks">;

/** The words of a field of a convention, a party or an amendment. */
export const fieldLabel = ({ visit }: Pick<Known, "visit">, field: string): string =>
  isFieldName(field) ? conventionWords(visit.lang)(`field.${field}`) : field;

const dates: readonly string[] = [
  "periodStart",
  "periodEnd",
  "planValidatedOn",
  "signedOn",
  "reviewedOn",
  "deliberationDate",
  "signedIn",
];

/** A value as the history, the differences and the choice between two versions show it. */
export function fieldValue(known: Known, field: string, value: Plain): Child {
  if (value === null || value === "") return null;
  const { lang } = known.visit;
  if (Array.isArray(value))
    return value.map((each: Plain) => text(known, field, each)).join(field === "themes" ? ", " : "\n") || null;
  if (typeof value === "string" && dates.includes(field) && KnownDate.safeParse(value).success) return sayKnownDate(value, lang);
  return text(known, field, value);
}

function text({ visit, organisations, themes, frameworks }: Known, field: string, value: Plain): string {
  const written = typeof value === "string" ? value : typeof value === "number" ? String(value) : JSON.stringify(value);
  switch (field) {
    case "organisationId":
      return organisations.find(({ id }) => id === written)?.name ?? written;
    case "frameworkId":
      return frameworks.find(({ id }) => id === written)?.name ?? written;
    case "themes":
    case "theme":
      return themes.find(({ key }) => key === written)?.name[visit.lang] ?? written;
    case "holder":
      return competenceWords(visit.lang)(`holder.${CompetenceHolder.parse(written)}`);
    default:
      return written;
  }
}
