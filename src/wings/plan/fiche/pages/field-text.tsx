import type { Lang } from "../../../../platform/words.ts";
import type { ConflictWords } from "../../../../ui/record/conflict.tsx";
import { rowsText, tellValues, type FieldTelling } from "../../../../ui/record/telling.tsx";
import { textOf } from "../../../../ui/record/value-text.ts";
import { choiceText, fieldLabel } from "../../action/field-words.ts";
import { actionWords } from "../../action/words.ts";
import { blocks, FundingLine, Measure, Milestone, Partner } from "../../action/model.ts";
import type { PlanNames } from "./fiche-read.ts";
import { timeText } from "../../../../platform/french/time.ts";
import { amountText, numberText } from "../../../../platform/french/number.ts";

/** How the fields of a fiche are told. */
export const tellingOf = (lang: Lang, names: PlanNames): FieldTelling => ({
  label: (field) => fieldLabel(lang, field),
  value: tellValues(blocks, {
    lang,
    choice: (field, value) => choiceText(lang, field, value),
    names: {
      axisId: names.axis,
      objectiveId: names.objective,
      leadId: names.organisation,
      themes: names.theme,
    },
    own: {
      communes: (value) =>
        Array.isArray(value) && value.length > 0
          ? value.map(textOf).map(names.commune).join(", ")
          : actionWords(lang)("communes.all"),
      partners: (value) => rowsText(Partner, value, (row) => partnerLine(lang, names, row)),
      milestones: (value) => rowsText(Milestone, value, (row) => milestoneLine(lang, row)),
      funding: (value) => rowsText(FundingLine, value, (row) => fundingLine(lang, names, row)),
      measures: (value) => rowsText(Measure, value, (row) => measureLine(lang, row)),
    },
  }),
});

/** How two people who wrote on the same block are told so. */
export function conflictWords(lang: Lang): ConflictWords {
  const say = actionWords(lang);
  return {
    notice: (by) => say("conflict.notice", { by }),
    kept: say("conflict.kept"),
    choose: (by) => ({ title: say("conflict.title"), intro: say("conflict.intro", { by }) }),
    yours: say("conflict.yours"),
  };
}

const partnerLine = (lang: Lang, names: PlanNames, { organisationId, role }: Partner): string =>
  `${names.organisation(organisationId)} (${actionWords(lang)(`role.${role}`)})`;

function milestoneLine(lang: Lang, { title, due, doneOn }: Milestone): string {
  const say = actionWords(lang);
  const dates = [
    due && say("milestone.due", { day: timeText(lang, due) }),
    doneOn && say("milestone.doneOn", { day: timeText(lang, doneOn) }),
  ];
  const said = dates.filter((each) => each !== null && each !== "");
  return said.length === 0 ? title : `${title} (${said.join(", ")})`;
}

function fundingLine(lang: Lang, names: PlanNames, { year, funderId, nature, ...amounts }: FundingLine): string {
  const say = actionWords(lang);
  const said = (["planned", "notified", "paid"] as const).flatMap((name) => {
    const cents = amounts[name];
    return cents === null ? [] : [`${say(`money.${name}`)} ${amountText(lang, cents)}`];
  });
  const funder = funderId === null ? say("funder.unknown") : names.organisation(funderId);
  return [`${year}`, funder, say(`nature.${nature}`), ...said].join(", ");
}

function measureLine(lang: Lang, { name, unit, baseline, target, results }: Measure): string {
  const say = actionWords(lang);
  const at = (value: number | null) => (value === null ? "?" : numberText(lang, value));
  const said = results.map(({ day, value }) => `${timeText(lang, day)} : ${numberText(lang, value)}`);
  return `${name}${unit === null ? "" : ` (${unit})`} : ${at(baseline)} → ${at(target)}${said.length === 0 ? "" : ` ; ${say("measure.results")} ${said.join(", ")}`}`;
}
