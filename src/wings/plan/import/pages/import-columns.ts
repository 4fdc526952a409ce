import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import type { Choice, ChoiceSection } from "../../../../ui/form/choice.tsx";
import { sayField } from "../say-doubt.ts";
import { importFieldNames } from "../fields.ts";
import { importWords } from "../import-words.ts";

/** What a column of a plan may feed: a field of the fiche, or what an action costs in a year. */
export function fieldChoices(visit: TerritoryVisit, keys: readonly string[]): readonly (Choice | ChoiceSection)[] {
  const say = importWords(visit.lang);
  const now = visit.runtime.clock.now().getUTCFullYear();
  const named = keys.flatMap((key) => (key.startsWith("costOfYear:") ? [Number(key.slice(11))] : []));
  const around = Array.from({ length: 11 }, (_, index) => now - 5 + index);
  const years = [...new Set([...around, ...named])].sort();
  return [
    {
      label: say("columns.fields"),
      choices: importFieldNames
        .filter((field) => field !== "costOfYear")
        .map((field) => ({ value: field, label: sayField(field, visit.lang) })),
    },
    {
      label: say("columns.years"),
      choices: years.map((year) => ({ value: `costOfYear:${year}`, label: say("columns.year", { year: String(year) }) })),
    },
  ];
}
