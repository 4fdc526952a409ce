import type { Block, Column } from "../../../platform/document/model.ts";
import { column, day, missing, number, rowNames, table, type CellLike } from "../../../platform/document/outline.ts";
import type { Lang } from "../../../platform/words.ts";
import type { Action, Measure } from "../action/model.ts";
import { actionWords } from "../action/words.ts";
import { documentWords } from "./words.ts";

/** The measures of one fiche, each with its latest result; nothing where there is none. */
export const measuresTable = (lang: Lang, measures: readonly Measure[]): readonly Block[] =>
  drawn(
    lang,
    [rowNames(actionWords(lang)("field.name"), { width: 4 })],
    measures.map((measure) => [measure.name, ...valuesOf(lang, measure)]),
  );

/** The measures of several actions, each after the number of its own. */
export const measuresOfPlan = (lang: Lang, actions: readonly Action[]): readonly Block[] =>
  drawn(
    lang,
    [column(documentWords(lang)("number"), "text", { width: 1 }), rowNames(actionWords(lang)("field.name"), { width: 5 })],
    actions.flatMap(({ identity, measures: { measures } }) =>
      measures.map((measure) => [identity.number, measure.name, ...valuesOf(lang, measure)]),
    ),
  );

function drawn(lang: Lang, names: readonly Column[], rows: readonly (readonly CellLike[])[]): readonly Block[] {
  const label = actionWords(lang);
  if (rows.length === 0) return [];
  return [
    table({
      caption: label("field.measures"),
      columns: [
        ...names,
        column(label("field.kind"), "text", { width: 2 }),
        column(label("field.baseline"), "number", { width: 2 }),
        column(label("field.target"), "number", { width: 2 }),
        column(label("measure.latest"), "number", { width: 2 }),
        column(label("field.day"), "day"),
      ],
      rows,
    }),
  ];
}

function valuesOf(lang: Lang, { kind, baseline, target, unit, results }: Measure): readonly CellLike[] {
  const label = actionWords(lang);
  const latest = results.toSorted((a, b) => b.day.localeCompare(a.day))[0];
  const value = (given: number | null): CellLike => (given === null ? missing(label("money.unknown")) : number(given, unit));
  return [
    label(`measureKind.${kind}`),
    value(baseline),
    value(target),
    value(latest?.value ?? null),
    latest === undefined ? null : day(latest.day),
  ];
}
