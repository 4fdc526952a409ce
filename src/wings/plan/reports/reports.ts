import { actionWords } from "../action/words.ts";
import type { Block, Document } from "../../../platform/document/model.ts";
import {
  amount,
  callout,
  column,
  day,
  missing,
  percent,
  report,
  rowNames,
  section,
  table,
  tableOfContents,
} from "../../../platform/document/outline.ts";
import type { Day } from "../../../platform/model.ts";
import type { Lang } from "../../../platform/words.ts";
import type { Action } from "../action/model.ts";
import type { Axis } from "../axes/model.ts";
import type { PlanFacts } from "../action/rules/facts.ts";
import { ficheBlocks, statusCell, type CitedNames } from "./fiche.ts";
import { measuresOfPlan } from "./measures-table.ts";
import { documentWords } from "./words.ts";
import { timeText } from "../../../platform/french/time.ts";

/** What every document of a plan says of itself. */
export interface PlanReportParts {
  readonly lang: Lang;
  readonly today: Day;
  readonly origin: string;
  readonly territory: string;
  readonly convention: string;
  /** The parties in a line, for the head of each page. */
  readonly parties: string;
  readonly names: CitedNames;
  readonly axes: readonly Axis[];
  readonly facts: PlanFacts;
  /** Those that the reader may see, in the order of the plan. */
  readonly actions: readonly Action[];
}

const isExample = ({ provenance }: Action): boolean => provenance.kind === "example";

function frame(parts: PlanReportParts, title: string, subtitle: string, actions: readonly Action[]) {
  const say = documentWords(parts.lang);
  const examples = actions.filter(isExample).length;
  const note =
    examples === 0
      ? null
      : actions.length === 1
        ? say("example")
        : examples === actions.length
          ? say("examples")
          : say("someExamples");
  return {
    title,
    subtitle,
    lang: parts.lang,
    header: parts.parties === "" ? parts.territory : parts.parties,
    footer: say("footer", { day: timeText(parts.lang, parts.today) }),
    date: parts.today,
    coverNote: note,
    origin: parts.origin,
  };
}

/** One fiche, as it is handed out. */
export function ficheReport(parts: PlanReportParts, action: Action): Document {
  const facts = parts.facts.get(action.id);
  const title = `${action.identity.number} ${action.identity.title}`;
  return report(
    frame(parts, title, parts.convention, [action]),
    facts === undefined ? [] : ficheBlocks({ ...parts, action, facts }),
  );
}

/** Every fiche, an axis after another, each on its own page, with a table of contents. */
export function fichesReport(parts: PlanReportParts): Document {
  const say = documentWords(parts.lang);
  const label = actionWords(parts.lang);
  return report({ ...frame(parts, say("fiches.title"), parts.convention, parts.actions), opening: "cover" }, [
    tableOfContents,
    ...parts.axes.map((axis) =>
      section(
        `${label("field.axisId")} ${axis.number}. ${axis.title}`,
        parts.actions
          .filter(({ identity }) => identity.axisId === axis.id)
          .flatMap((action) => {
            const facts = parts.facts.get(action.id);
            if (facts === undefined) return [];
            const mark = isExample(action) ? [callout("example", say("example"))] : [];
            return [
              section(
                `${action.identity.number} ${action.identity.title}`,
                [...mark, ...ficheBlocks({ ...parts, action, facts })],
                { start: "new-page" },
              ),
            ];
          }),
        { start: "new-page" },
      ),
    ),
  ]);
}

/** The table that a committee reads: a line an action, an axis after another, in landscape. */
export const summaryReport = (parts: PlanReportParts): Document =>
  actionsReport(parts, measuresOfPlan(parts.lang, parts.actions));

/** The same table alone, for the formats that hold one. */
export const actionsTableReport = (parts: PlanReportParts): Document => actionsReport(parts, []);

function actionsReport(parts: PlanReportParts, after: readonly Block[]): Document {
  const say = documentWords(parts.lang);
  const label = actionWords(parts.lang);
  const { actions, axes, names, lang, today } = parts;
  const rows = axes.flatMap((axis) =>
    actions
      .filter(({ identity }) => identity.axisId === axis.id)
      .map((action) => {
        const facts = parts.facts.get(action.id);
        const { identity, who, how, life } = action;
        return [
          identity.number,
          identity.title,
          String(axis.number),
          who.leadId === null ? missing(label("lead.none")) : names.organisation(who.leadId),
          how.start === null ? null : day(how.start),
          how.end === null ? null : day(how.end),
          statusCell(lang, life.status),
          facts?.lateness.kind === "late" ? say("late.days", { days: facts.lateness.days }) : null,
          facts === undefined || facts.progress.kind === "unknown"
            ? missing(label("money.unknown"))
            : percent(facts.progress.share),
          how.totalCost === null ? missing(label("money.unknown")) : amount(how.totalCost),
          facts === undefined || facts.funding.planned.known === 0 ? null : amount(facts.funding.planned.cents),
          facts === undefined || facts.funding.paid.known === 0 ? null : amount(facts.funding.paid.cents),
        ];
      }),
  );
  return report({ ...frame(parts, say("summary.title"), parts.convention, actions), orientation: "landscape" }, [
    table({
      caption: say("summary.caption", { count: actions.length, day: timeText(lang, today) }),
      columns: [
        column(say("number"), "text", { width: 1 }),
        rowNames(say("action"), { width: 5.6 }),
        column(label("field.axisId"), "text", { width: 0.8 }),
        column(label("field.leadId"), "text", { width: 3 }),
        column(label("field.start"), "day"),
        column(label("field.end"), "day"),
        column(label("field.status"), "state", { width: 2.6 }),
        column(say("late"), "text", { width: 1.9 }),
        column(say("progress"), "percent", { width: 2.4 }),
        column(label("field.totalCost"), "amount"),
        column(label("field.planned"), "amount"),
        column(label("field.paid"), "amount"),
      ],
      rows,
    }),
    ...after,
  ]);
}
