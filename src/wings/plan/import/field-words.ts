import type { Lang } from "../../../platform/words.ts";
import { importWords } from "./import-words.ts";
import { actionWords } from "../action/words.ts";
import type { ImportContext } from "./context.ts";
import type { FieldName } from "./imported.ts";
import type { PlanChanges } from "./plan-changes.ts";
import type { PlanFields, Ref } from "./plan-fields.ts";
import { uncapitalised } from "../../../platform/french/capital.ts";
import { timeText } from "../../../platform/french/time.ts";
import { amountText } from "../../../platform/french/number.ts";

/** The names behind the references of a proposal: those that are known, and those that it would create. */
export type RefNames = (ref: Ref) => string;

export function refNames({ known }: ImportContext, changes: PlanChanges, lang: Lang): RefNames {
  const say = importWords(lang);
  const names = new Map<string, string>([
    ...known.themes.map(({ id, name, aliases }) => [id, lang === "fr" ? name : (aliases?.[0] ?? name)] as const),
    ...known.communes.map(({ id, name }) => [id, name] as const),
    ...known.organisations.map(({ id, name, aliases }) => [id, aliases?.[0] ?? name] as const),
    ...known.axes.map(({ id, number, name }) => [id, `${number}. ${name}`] as const),
    ...known.objectives.map(({ id, number, name }) => [id, `${number} ${name}`] as const),
    ...changes.created.map(({ ref, name }) => [ref, say("toCreate", { name })] as const),
  ]);
  return (ref) => names.get(ref) ?? ref;
}

/** A field of a proposal in words, a row a line; nothing when it is empty. */
export function sayValue(fields: PlanFields, field: FieldName, nameOf: RefNames, lang: Lang): string | null {
  const say = importWords(lang);
  const money = (cents: number | null): string => (cents === null ? say("money.unknown") : amountText(lang, cents));
  const list = (lines: readonly string[], between = ", "): string | null => (lines.length === 0 ? null : lines.join(between));
  switch (field) {
    case "axis":
    case "objective":
    case "lead": {
      const ref = fields[field];
      return ref === null ? null : nameOf(ref);
    }
    case "themes":
    case "partners":
      return list(fields[field].map(nameOf));
    case "communes":
      return list(fields.communes.map(nameOf)) ?? uncapitalised(actionWords(lang)("communes.all"));
    case "audiences":
      return list(fields.audiences.map((each) => actionWords(lang)(`audience.${each}`)));
    case "status":
      return fields.status === null ? null : actionWords(lang)(`status.${fields.status}`);
    case "tax":
      return fields.tax === null ? null : uncapitalised(actionWords(lang)(`taxBase.${fields.tax}`));
    case "start":
    case "end": {
      const day = fields[field];
      return day === null ? null : timeText(lang, day);
    }
    case "totalCost":
      return fields.totalCost === null ? null : money(fields.totalCost);
    case "costs":
      return list(
        fields.costs.map(({ year, cents }) => `${year} : ${money(cents)}`),
        "\n",
      );
    case "funding":
      return list(
        fields.funding.map(
          ({ funder, cents }) => `${funder === null ? say("funder.unknown") : nameOf(funder)} : ${money(cents)}`,
        ),
        "\n",
      );
    case "measures":
      return list(
        fields.measures.map(({ name, baseline, target }) =>
          baseline === null && target === null ? name : `${name} : ${baseline ?? "?"} → ${target ?? "?"}`,
        ),
        "\n",
      );
    case "milestones":
      return list(
        fields.milestones.map(({ title, due }) => (due === null ? title : `${title} (${timeText(lang, due)})`)),
        "\n",
      );
    default:
      return fields[field] === "" ? null : fields[field];
  }
}

/** "B12", from "Plan!B12": one sheet is imported at a time. */
export const cellOfPlace = (place: string): string => place.slice(place.lastIndexOf("!") + 1);
