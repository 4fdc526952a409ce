import type { Child } from "hono/jsx";
import type { Plain } from "../../../../platform/history/model.ts";
import type { Lang } from "../../../../platform/words.ts";
import { moneyText } from "../../../../ui/money.tsx";
import { timeText } from "../../../../ui/time.tsx";
import { isActionWord, actionWords } from "../../action/words.ts";
import {
  ActionStatus,
  Audience,
  FundingLine,
  Measure,
  Milestone,
  NextStep,
  Novelty,
  ParticipationLevel,
  Partner,
  TaxBase,
  type Action,
} from "../../action/model.ts";
import { Confidentiality } from "../../../../platform/model.ts";
import { commonWords } from "../../../../platform/common-words.ts";
import type { Names } from "./fiche-read.ts";

const numbers = { fr: new Intl.NumberFormat("fr-FR"), en: new Intl.NumberFormat("en-GB") };
export const numberText = (lang: Lang, value: number): string => numbers[lang].format(value);

export type Field = keyof (Action["identity"] &
  Action["why"] &
  Action["what"] &
  Action["who"] &
  Action["how"] &
  Action["measures"] &
  Action["life"]);

/** The words of an enumerated value. */
export function choiceText(lang: Lang, field: string, value: string): string {
  const say = actionWords(lang);
  switch (field) {
    case "status":
      return actionWords(lang)(`status.${ActionStatus.parse(value)}`);
    case "confidentiality":
      return commonWords(lang)(`confidentiality.${Confidentiality.parse(value)}`);
    case "novelty":
      return say(`novelty.${Novelty.parse(value)}`);
    case "participation":
      return say(`participation.${ParticipationLevel.parse(value)}`);
    case "taxBase":
      return say(`taxBase.${TaxBase.parse(value)}`);
    case "nextStep":
      return say(`nextStep.${NextStep.parse(value)}`);
    case "audiences":
      return actionWords(lang)(`audience.${Audience.parse(value)}`);
    default:
      return value;
  }
}

const strings = (value: Plain): readonly string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];
const rows = (value: Plain): readonly Plain[] => (isList(value) ? value : []);
const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value);
/** A value as text: what has no words of its own is shown as it is kept. */
export const textOf = (value: Plain): string => (typeof value === "object" ? JSON.stringify(value) : String(value));

const Lines = ({ lines }: { readonly lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <ul class="plain-list">
      {lines.map((each) => (
        <li>{each}</li>
      ))}
    </ul>
  );

/** The label of a field of a fiche; one that a later version no longer has keeps its own name. */
export function fieldLabel(lang: Lang, field: string): string {
  const key = `field.${field}`;
  return isActionWord(key) ? actionWords(lang)(key) : field;
}

/** A value of a field as the history and the choice between two versions show it. */
export function fieldText(lang: Lang, names: Names, field: string, value: Plain): Child {
  const say = actionWords(lang);
  if (value === null || value === "") return null;
  switch (field) {
    case "axisId":
      return names.axis(textOf(value));
    case "objectiveId":
      return names.objective(textOf(value));
    case "leadId":
      return names.organisation(textOf(value));
    case "themes":
      return strings(value).map(names.theme).join(", ");
    case "communes":
      return strings(value).length === 0 ? say("communes.all") : strings(value).map(names.commune).join(", ");
    case "audiences":
      return strings(value)
        .map((each) => choiceText(lang, field, each))
        .join(", ");
    case "start":
    case "end":
      return timeText(lang, textOf(value));
    case "totalCost":
      return moneyText(lang, Number(value) / 100);
    case "partners":
      return <Lines lines={rows(value).flatMap((row) => partnerLine(lang, names, row))} />;
    case "milestones":
      return <Lines lines={rows(value).flatMap((row) => milestoneLine(lang, row))} />;
    case "funding":
      return <Lines lines={rows(value).flatMap((row) => fundingText(lang, names, row))} />;
    case "measures":
      return <Lines lines={rows(value).flatMap((row) => measureLine(lang, row))} />;
    default:
      if (typeof value === "number") return numberText(lang, value);
      return typeof value === "string" ? <span class="typed">{choiceText(lang, field, value)}</span> : null;
  }
}

function partnerLine(lang: Lang, names: Names, row: Plain): string[] {
  const read = Partner.safeParse(row);
  return read.success ? [`${names.organisation(read.data.organisationId)} (${actionWords(lang)(`role.${read.data.role}`)})`] : [];
}

function milestoneLine(lang: Lang, row: Plain): string[] {
  const say = actionWords(lang);
  const read = Milestone.safeParse(row);
  if (!read.success) return [];
  const { title, due, doneOn } = read.data;
  const dates = [
    due && say("milestone.due", { day: timeText(lang, due) }),
    doneOn && say("milestone.doneOn", { day: timeText(lang, doneOn) }),
  ];
  const said = dates.filter((each) => each !== null && each !== "");
  return [said.length === 0 ? title : `${title} (${said.join(", ")})`];
}

function fundingText(lang: Lang, names: Names, row: Plain): string[] {
  const say = actionWords(lang);
  const read = FundingLine.safeParse(row);
  if (!read.success) return [];
  const { year, funderId, nature, ...amounts } = read.data;
  const said = (["planned", "notified", "paid"] as const).flatMap((name) => {
    const cents = amounts[name];
    return cents === null ? [] : [`${say(`money.${name}`)} ${moneyText(lang, cents / 100)}`];
  });
  const funder = funderId === null ? say("funder.unknown") : names.organisation(funderId);
  return [[`${year}`, funder, say(`nature.${nature}`), ...said].join(", ")];
}

function measureLine(lang: Lang, row: Plain): string[] {
  const say = actionWords(lang);
  const read = Measure.safeParse(row);
  if (!read.success) return [];
  const { name, unit, baseline, target, results } = read.data;
  const at = (value: number | null) => (value === null ? "?" : numberText(lang, value));
  const said = results.map(({ day, value }) => `${timeText(lang, day)} : ${numberText(lang, value)}`);
  return [
    `${name}${unit === null ? "" : ` (${unit})`} : ${at(baseline)} → ${at(target)}${said.length === 0 ? "" : ` ; ${say("measure.results")} ${said.join(", ")}`}`,
  ];
}
