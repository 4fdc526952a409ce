import { actionWords, type FieldName as FicheField } from "../action/words.ts";
import { uncapitalised } from "../../../platform/french/capital.ts";
import { defineWords, type Lang } from "../../../platform/words.ts";
import type { GuessReason } from "./columns.ts";
import type { Doubt } from "./doubt.ts";
import type { ImportField } from "./fields.ts";
import type { FieldName, SkipReason } from "./imported.ts";
import en from "./words.en.json" with { type: "json" };
import fr from "./words.fr.json" with { type: "json" };
import { timeText } from "../../../platform/french/time.ts";
import { amountText } from "../../../platform/french/number.ts";

const words = defineWords(fr, en);

const said = (params: Doubt["params"], lang: Lang): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      name.endsWith("Cents") && typeof value === "number"
        ? amountText(lang, value)
        : name.endsWith("Day")
          ? timeText(lang, String(value))
          : value,
    ]),
  );

/** The doubt in one sentence. */
export const sayDoubt = ({ code, params }: Doubt, lang: Lang): string => words(lang)(`doubt-${code}`, said(params, lang));
/** Why a row is not imported. */
export const saySkip = (reason: SkipReason, lang: Lang): string => words(lang)(`skip-${reason}`);
/** Why a column is thought to feed a field. */
export const sayGuess = (reason: GuessReason, lang: Lang): string => words(lang)(`why-${reason}`);

/** The fields that an import and a fiche share bear one name: that of the fiche. */
const ofFiche = {
  number: "number",
  title: "title",
  axis: "axisId",
  objective: "objectiveId",
  themes: "themes",
  lead: "leadId",
  leadPerson: "leadPerson",
  partners: "partners",
  sponsor: "electedSponsor",
  start: "start",
  end: "end",
  recurrence: "recurrence",
  status: "status",
  totalCost: "totalCost",
  communes: "communes",
  audiences: "audiences",
  description: "description",
  goals: "goals",
  findings: "findings",
  expectedResults: "expectedResults",
  measures: "measures",
  baseline: "baseline",
  target: "target",
  milestones: "milestones",
} as const satisfies Partial<Record<ImportField | FieldName, FicheField>>;
const isOfFiche = (field: string): field is keyof typeof ofFiche => Object.hasOwn(ofFiche, field);

/** The name of a field that a column can feed, or that an import changes, as it stands inside a sentence. */
export const sayField = (field: ImportField | FieldName, lang: Lang): string =>
  isOfFiche(field) ? uncapitalised(actionWords(lang)(`field.${ofFiche[field]}`)) : words(lang)(`field-${field}`);
