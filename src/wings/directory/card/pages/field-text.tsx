import type { z } from "zod";
import type { Plain } from "../../../../platform/history/model.ts";
import type { Lang } from "../../../../platform/words.ts";
import type { ConflictWords } from "../../../../ui/record/conflict.tsx";
import { rowsText, tellValues, type FieldTelling } from "../../../../ui/record/telling.tsx";
import { textOf } from "../../../../ui/record/value-text.ts";
import { daysText, spansText } from "../../hours/words.ts";
import { weeksOf } from "../../hours/opening.ts";
import { capacityText, choiceText, fieldLabel, roundText } from "../card-text.ts";
import { Closure, Period } from "../../hours/model.ts";
import { Area, CapacityRow, cardParts, Round, type Card, type Internal, type Part } from "../model.ts";
import type { PlaceFields } from "../../places/model.ts";
import type { DirectoryNames } from "../names.ts";
import { cardWords } from "../words.ts";
import { timeText } from "../../../../platform/french/time.ts";

export type CardField =
  | { [P in Part]: keyof Card[P] }[Part]
  | keyof Internal
  | Exclude<keyof PlaceFields, "name">
  | keyof Period
  | keyof z.infer<typeof Closure>
  | keyof Round
  | keyof z.infer<typeof CapacityRow>
  | "placeId"
  | "placeName"
  | "season";

/** A week without holidays: what a period says of an ordinary week, whenever it is read. */
const ordinaryWeek = new Date("2026-09-16T12:00:00Z");

function seasonText(lang: Lang, period: Period): string {
  const [week] = weeksOf({ periods: [period] }, ordinaryWeek);
  const hours =
    week?.kind === "week"
      ? week.rows.map((row) => `${daysText(lang, row)} ${spansText(lang, row.spans)}`).join(" ; ")
      : period.hours;
  return `${choiceText(lang, "season", period.season)} : ${hours}`;
}

function areaText(lang: Lang, names: DirectoryNames, value: Plain): string | null {
  const read = Area.safeParse(value);
  if (!read.success) return null;
  return read.data.kind === "codes" ? read.data.codes.map(names.commune).join(", ") : choiceText(lang, "area", read.data.kind);
}

/** How the fields of a card are told. */
export const tellingOf = (lang: Lang, names: DirectoryNames): FieldTelling => ({
  label: (field) => fieldLabel(lang, field),
  value: tellValues(cardParts, {
    lang,
    choice: (field, value) => choiceText(lang, field, value),
    names: {
      kind: names.kind,
      operatorId: names.organisation,
      organisationId: names.organisation,
      supporterIds: names.organisation,
      themes: names.theme,
      communeCode: names.commune,
    },
    own: {
      verifiedOn: (value) => timeText(lang, textOf(value)),
      periods: (value) => rowsText(Period, value, (period) => seasonText(lang, period)),
      closures: (value) =>
        rowsText(Closure, value, ({ from, to, reason }) =>
          [`${timeText(lang, from)} – ${timeText(lang, to)}`, ...(reason === null ? [] : [reason])].join(" : "),
        ),
      rounds: (value) => rowsText(Round, value, (round) => roundText(lang, names, round)),
      capacities: (value) => rowsText(CapacityRow, value, (row) => capacityText(lang, row)),
      area: (value) => areaText(lang, names, value),
    },
  }),
});

/** How two people who wrote on the same part are told so. */
export function conflictWords(lang: Lang): ConflictWords {
  const say = cardWords(lang);
  return {
    notice: (by) => say("conflict.notice", { by }),
    kept: say("conflict.kept"),
    choose: (by) => ({ title: say("conflict.title"), intro: say("conflict.intro", { by }) }),
    yours: say("conflict.yours"),
  };
}
