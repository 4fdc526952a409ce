import { amountText, numberText } from "../../../platform/french/number.ts";
import { uncapitalised } from "../../../platform/french/capital.ts";
import { periodText } from "../../../platform/french/period.ts";
import type { Block, Cell } from "../../../platform/document/model.ts";
import {
  amount,
  column,
  day,
  facts,
  missing,
  paragraph,
  prose,
  rowNames,
  section,
  state,
  strong,
  table,
  type CellLike,
} from "../../../platform/document/outline.ts";
import type { Lang } from "../../../platform/words.ts";
import { commonWords } from "../../../platform/common-words.ts";
import { balanceText, latenessRule, progressText } from "../action/facts-text.ts";
import type { Action, ActionStatus, ActionBlock } from "../action/model.ts";
import { otherFields } from "../action/laid-out.ts";
import { choiceText, fieldLabel } from "../action/field-words.ts";
import { plainFields } from "../../../platform/record/rules.ts";
import { valueText } from "../../../ui/record/value-text.ts";
import { actionWords } from "../action/words.ts";
import type { ActionFacts } from "../action/rules/facts.ts";
import { sumsOf, type Sum } from "../action/rules/funding.ts";
import { measuresTable } from "./measures-table.ts";
import { documentWords } from "./words.ts";

/** Names of what a fiche cites by an id or a key. */
export interface CitedNames {
  readonly organisation: (id: string) => string;
  readonly theme: (key: string) => string;
  readonly commune: (code: string) => string;
  readonly axis: (id: string) => string;
  readonly objective: (id: string) => string;
}

export interface FicheParts {
  readonly action: Action;
  readonly facts: ActionFacts;
  readonly names: CitedNames;
  readonly lang: Lang;
}

const signs: Readonly<Record<ActionStatus, string>> = {
  planned: "○",
  ongoing: "◐",
  done: "●",
  paused: "‖",
  blocked: "■",
  dropped: "×",
};

export const statusCell = (lang: Lang, status: ActionStatus): Cell => state(signs[status], actionWords(lang)(`status.${status}`));

/** What is known of a calendar, in words. */
export const calendarText = (lang: Lang, { start, end }: Pick<Action["how"], "start" | "end">): string =>
  periodText(lang, start, end) ?? documentWords(lang)("period.none");

/** The blocks of one fiche, in the order of the screen. What nobody wrote is left out; money and measures are tables. */
export function ficheBlocks(parts: FicheParts): readonly Block[] {
  const label = actionWords(parts.lang);
  const { lang, action } = parts;
  const others = (block: ActionBlock): readonly Block[] => {
    const values = plainFields(action[block]);
    return otherFields(block).flatMap(({ name, kind }) =>
      text(
        fieldLabel(lang, name),
        valueText(lang, kind.kind, values.get(name) ?? null, (each) => choiceText(lang, name, each)),
      ),
    );
  };
  return [
    section(label("edit.identity"), [identity(parts), ...others("identity")]),
    ...written(label("edit.why"), [...why(parts), ...others("why")]),
    ...written(label("edit.what"), [...what(parts), ...others("what")]),
    section(label("edit.who"), [who(parts), ...others("who")]),
    section(label("edit.how"), [...how(parts), ...others("how")]),
    ...written(label("edit.measures"), [...measuresTable(lang, action.measures.measures), ...others("measures")]),
    section(label("edit.life"), [...life(parts), ...others("life")]),
  ];
}

const written = (title: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [] : [section(title, blocks)];

const text = (label: string, content: string | null): readonly Block[] =>
  content === null ? [] : [paragraph(strong(label)), ...prose(content)];

function identity({ action: { identity: block }, names, lang }: FicheParts): Block {
  const label = actionWords(lang);
  return facts([
    [label("field.axisId"), names.axis(block.axisId)],
    [label("field.objectiveId"), block.objectiveId && names.objective(block.objectiveId)],
    [label("field.themes"), block.themes.map(names.theme).join(", ")],
    [label("field.novelty"), block.novelty && label(`novelty.${block.novelty}`)],
    [label("field.otherContracts"), block.otherContracts],
    [label("field.confidentiality"), commonWords(lang)(`confidentiality.${block.confidentiality}`)],
  ]);
}

function why({ action: { why: block }, lang }: FicheParts): readonly Block[] {
  const label = actionWords(lang);
  return [
    ...text(label("field.findings"), block.findings),
    ...text(label("field.stake"), block.stake),
    ...text(label("field.residentsWord"), block.residentsWord),
  ];
}

function what({ action: { what: block }, names, lang }: FicheParts): readonly Block[] {
  const label = actionWords(lang);
  return [
    ...text(label("field.goals"), block.goals),
    ...text(label("field.description"), block.description),
    facts([
      [label("field.audiences"), block.audiences.map((each) => label(`audience.${each}`)).join(", ")],
      [
        label("field.communes"),
        block.communes.length === 0 ? label("communes.all") : block.communes.map(names.commune).join(", "),
      ],
    ]),
    ...text(label("field.expectedResults"), block.expectedResults),
  ];
}

function who({ action: { who: block }, names, lang }: FicheParts): Block {
  const label = actionWords(lang);
  return facts([
    [label("field.leadId"), block.leadId === null ? label("lead.none") : names.organisation(block.leadId)],
    [label("field.leadPerson"), block.leadPerson],
    [label("field.electedSponsor"), block.electedSponsor],
    [label("field.cafReferent"), block.cafReferent],
    [
      label("field.partners"),
      block.partners
        .map(({ organisationId, role }) => `${names.organisation(organisationId)} (${label(`role.${role}`)})`)
        .join(", "),
    ],
    [label("field.participation"), label(`participation.${block.participation}`)],
  ]);
}

function how(parts: FicheParts): readonly Block[] {
  const { action, lang } = parts;
  const { how: block } = action;
  const say = documentWords(lang);
  const label = actionWords(lang);
  const milestones = table({
    caption: label("field.milestones"),
    columns: [
      rowNames(label("field.milestone"), { width: 5 }),
      column(label("field.due"), "day"),
      column(label("field.doneOn"), "day"),
    ],
    rows: block.milestones.map(({ title, due, doneOn }) => [title, due && day(due), doneOn && day(doneOn)]),
  });
  return [
    facts([
      [say("period"), calendarText(lang, block)],
      [label("field.recurrence"), block.recurrence],
      [label("field.staff"), block.staff === null ? null : `${numberText(lang, block.staff)} ${label("unit.fte")}`],
      [
        label("field.totalCost"),
        block.totalCost === null
          ? label("money.unknown")
          : `${amountText(lang, block.totalCost)}, ${uncapitalised(label(`taxBase.${block.taxBase}`))}`,
      ],
      [say("balance"), balanceText(lang, parts.facts.funding)],
    ]),
    ...(block.milestones.length === 0 ? [] : [milestones]),
    ...(block.funding.length === 0 ? [] : [fundingTable(parts)]),
  ];
}

const money = (value: number | null): CellLike => (value === null ? null : amount(value));
/** A sum in which an amount is unknown is a sum of what is known: it stands, and the note of the table says what a blank is. */
const sumCell = ({ cents, known }: Sum): CellLike => (known === 0 ? null : amount(cents));

function fundingTable({ action: { how: block }, names, lang }: FicheParts): Block {
  const say = documentWords(lang);
  const label = actionWords(lang);
  const sums = sumsOf(block.funding);
  return table({
    caption: label("field.funding"),
    columns: [
      rowNames(label("field.year"), { kind: "text", width: 1 }),
      column(label("field.funderId")),
      column(label("field.nature"), "text", { width: 2 }),
      column(label("field.planned"), "amount"),
      column(label("field.notified"), "amount"),
      column(label("field.paid"), "amount"),
    ],
    rows: block.funding
      .toSorted((a, b) => a.year - b.year)
      .map(({ year, funderId, nature, planned, notified, paid }) => [
        String(year),
        funderId === null ? missing(label("funder.unknown")) : names.organisation(funderId),
        label(`nature.${nature}`),
        money(planned),
        money(notified),
        money(paid),
      ]),
    totals: [[label("money.total"), null, null, sumCell(sums.planned), sumCell(sums.notified), sumCell(sums.paid)]],
    note: say("funding.note", { taxBase: uncapitalised(label(`taxBase.${block.taxBase}`)) }),
  });
}

function life({ action: { life: block }, facts: derived, lang }: FicheParts): readonly Block[] {
  const say = documentWords(lang);
  const label = actionWords(lang);
  return [
    facts([
      [label("field.status"), `${signs[block.status]} ${label(`status.${block.status}`)}`],
      [say("late"), derived.lateness.kind === "late" ? latenessRule(lang, derived.lateness) : null],
      [say("progress"), progressText(lang, derived.progress)],
      [label("field.reason"), block.reason],
      [label("field.unblockedBy"), block.unblockedBy],
      [label("field.nextStep"), block.nextStep && label(`nextStep.${block.nextStep}`)],
    ]),
    ...text(label("field.strengths"), block.strengths),
    ...text(label("field.obstacles"), block.obstacles),
    ...text(label("field.levers"), block.levers),
  ];
}
