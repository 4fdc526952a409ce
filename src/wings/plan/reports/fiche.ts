import { periodText } from "../../../platform/french/period.ts";
import type { Block, Cell } from "../../../platform/document/model.ts";
import {
  amount,
  column,
  day,
  facts,
  missing,
  number,
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
import type { Action, ActionStatus, ActionBlock, Measure } from "../action/model.ts";
import { otherFields } from "../action/laid-out.ts";
import { choiceText, fieldLabel } from "../action/field-words.ts";
import { asPlain } from "../../../platform/record/rules.ts";
import { valueText } from "../../../ui/record/value-text.ts";
import { actionWords } from "../action/words.ts";
import type { ActionFacts } from "../action/rules/facts.ts";
import { sumsOf, type Sum } from "../action/rules/funding.ts";
import { documentWords } from "./words.ts";
import { amountText } from "../../../platform/french/number.ts";

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
  const say = documentWords(parts.lang);
  const { lang, action } = parts;
  const others = (block: ActionBlock): readonly Block[] => {
    const values = new Map(Object.entries(action[block]).map(([name, each]: [string, unknown]) => [name, asPlain(each)]));
    return otherFields(block).flatMap(({ name, kind }) =>
      text(
        fieldLabel(lang, name),
        valueText(lang, kind.kind, values.get(name) ?? null, (each) => choiceText(lang, name, each)),
      ),
    );
  };
  return [
    section(say("identity"), [identity(parts), ...others("identity")]),
    ...written(say("why"), [...why(parts), ...others("why")]),
    ...written(say("what"), [...what(parts), ...others("what")]),
    section(say("who"), [who(parts), ...others("who")]),
    section(say("how"), [...how(parts), ...others("how")]),
    ...written(say("measure"), [...measures(parts), ...others("measures")]),
    section(say("life"), [...life(parts), ...others("life")]),
  ];
}

const written = (title: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [] : [section(title, blocks)];

const text = (label: string, content: string | null): readonly Block[] =>
  content === null ? [] : [paragraph(strong(label)), ...prose(content)];

function identity({ action: { identity: block }, names, lang }: FicheParts): Block {
  const say = documentWords(lang);
  return facts([
    [say("axis"), names.axis(block.axisId)],
    [say("objective"), block.objectiveId && names.objective(block.objectiveId)],
    [say("themes"), block.themes.map(names.theme).join(", ")],
    [say("novelty"), block.novelty && say(`novelty.${block.novelty}`)],
    [say("otherContracts"), block.otherContracts],
    [say("confidentiality"), commonWords(lang)(`confidentiality.${block.confidentiality}`)],
  ]);
}

function why({ action: { why: block }, lang }: FicheParts): readonly Block[] {
  const say = documentWords(lang);
  return [
    ...text(say("findings"), block.findings),
    ...text(say("stake"), block.stake),
    ...text(say("residentsWord"), block.residentsWord),
  ];
}

function what({ action: { what: block }, names, lang }: FicheParts): readonly Block[] {
  const say = documentWords(lang);
  return [
    ...text(say("goals"), block.goals),
    ...text(say("description"), block.description),
    facts([
      [say("audiences"), block.audiences.map((each) => actionWords(lang)(`audience.${each}`)).join(", ")],
      [say("communes"), block.communes.length === 0 ? say("communes.all") : block.communes.map(names.commune).join(", ")],
    ]),
    ...text(say("expectedResults"), block.expectedResults),
  ];
}

function who({ action: { who: block }, names, lang }: FicheParts): Block {
  const say = documentWords(lang);
  return facts([
    [say("lead"), block.leadId === null ? say("lead.none") : names.organisation(block.leadId)],
    [say("leadPerson"), block.leadPerson],
    [say("electedSponsor"), block.electedSponsor],
    [say("cafReferent"), block.cafReferent],
    [
      say("partners"),
      block.partners
        .map(({ organisationId, role }) => `${names.organisation(organisationId)} (${say(`partner.${role}`)})`)
        .join(", "),
    ],
    [say("participation"), say(`participation.${block.participation}`)],
  ]);
}

function how(parts: FicheParts): readonly Block[] {
  const { action, lang } = parts;
  const { how: block } = action;
  const say = documentWords(lang);
  const milestones = table({
    caption: say("milestones"),
    columns: [rowNames(say("milestone"), { width: 5 }), column(say("due"), "day"), column(say("doneOn"), "day")],
    rows: block.milestones.map(({ title, due, doneOn }) => [title, due && day(due), doneOn && day(doneOn)]),
  });
  return [
    facts([
      [say("period"), calendarText(lang, block)],
      [say("recurrence"), block.recurrence],
      [say("staff"), block.staff === null ? null : say("staff.value", { count: block.staff })],
      [
        say("totalCost"),
        block.totalCost === null ? say("unknown") : `${amountText(lang, block.totalCost)}, ${say(`taxBase.${block.taxBase}`)}`,
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
  const sums = sumsOf(block.funding);
  return table({
    caption: say("funding"),
    columns: [
      rowNames(say("year"), { kind: "text", width: 1 }),
      column(say("funder")),
      column(say("nature"), "text", { width: 2 }),
      column(say("planned"), "amount"),
      column(say("notified"), "amount"),
      column(say("paid"), "amount"),
    ],
    rows: block.funding
      .toSorted((a, b) => a.year - b.year)
      .map(({ year, funderId, nature, planned, notified, paid }) => [
        String(year),
        funderId === null ? missing(say("funder.none")) : names.organisation(funderId),
        say(`nature.${nature}`),
        money(planned),
        money(notified),
        money(paid),
      ]),
    totals: [[say("total"), null, null, sumCell(sums.planned), sumCell(sums.notified), sumCell(sums.paid)]],
    note: say("funding.note", { taxBase: say(`taxBase.${block.taxBase}`) }),
  });
}

export const latestResult = ({ results }: Measure): Measure["results"][number] | undefined =>
  results.toSorted((a, b) => b.day.localeCompare(a.day))[0];

function measures({ action: { measures: block }, lang }: FicheParts): readonly Block[] {
  const say = documentWords(lang);
  if (block.measures.length === 0) return [];
  const value = (given: number | null, unit: string | null): CellLike =>
    given === null ? missing(say("unknown")) : number(given, unit);
  return [
    table({
      caption: say("measures"),
      columns: [
        rowNames(say("measure.name"), { width: 4 }),
        column(say("measure.kind"), "text", { width: 2 }),
        column(say("baseline"), "number", { width: 2 }),
        column(say("target"), "number", { width: 2 }),
        column(say("latest"), "number", { width: 2 }),
        column(say("latestOn"), "day"),
      ],
      rows: block.measures.map((each) => {
        const latest = latestResult(each);
        return [
          each.name,
          say(`measure.${each.kind}`),
          value(each.baseline, each.unit),
          value(each.target, each.unit),
          value(latest?.value ?? null, each.unit),
          latest === undefined ? null : day(latest.day),
        ];
      }),
    }),
  ];
}

function life({ action: { life: block }, facts: derived, lang }: FicheParts): readonly Block[] {
  const say = documentWords(lang);
  return [
    facts([
      [say("status"), `${signs[block.status]} ${actionWords(lang)(`status.${block.status}`)}`],
      [say("late"), derived.lateness.kind === "late" ? latenessRule(lang, derived.lateness) : null],
      [say("progress"), progressText(lang, derived.progress)],
      [say("reason"), block.reason],
      [say("unblockedBy"), block.unblockedBy],
      [say("nextStep"), block.nextStep && say(`nextStep.${block.nextStep}`)],
    ]),
    ...text(say("strengths"), block.strengths),
    ...text(say("obstacles"), block.obstacles),
    ...text(say("levers"), block.levers),
  ];
}
