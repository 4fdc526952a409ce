import type { Child } from "hono/jsx";
import type { z } from "zod";
import { ageText } from "../../../../platform/french/age.ts";
import type { Plain } from "../../../../platform/history/model.ts";
import type { Lang } from "../../../../platform/words.ts";
import { timeText } from "../../../../ui/time.tsx";
import { daysText, spansText } from "../../hours/words.ts";
import { weeksOf } from "../../hours/opening.ts";
import { capacityText, choiceText, roundText } from "../card-text.ts";
import { Closure, Period } from "../../hours/model.ts";
import { Area, CapacityRow, Round, type Card, type Internal, type Part } from "../model.ts";
import type { PlaceFields } from "../../places/model.ts";
import type { Names } from "../names.ts";

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

const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value);
const strings = (value: Plain): readonly string[] =>
  isList(value) ? value.filter((each): each is string => typeof each === "string") : [];

const Lines = ({ lines }: { readonly lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <ul class="plain-list">
      {lines.map((each) => (
        <li>{each}</li>
      ))}
    </ul>
  );

const rowsText = <Row,>(schema: z.ZodType<Row>, value: Plain, say: (row: Row) => string): Child => (
  <Lines
    lines={(isList(value) ? value : []).flatMap((row) => {
      const read = schema.safeParse(row);
      return read.success ? [say(read.data)] : [];
    })}
  />
);

/** A week without holidays: what a period says of an ordinary week, whenever it is read. */
const ordinaryWeek = new Date("2026-09-16T12:00:00Z");

function periodText(lang: Lang, period: Period): string {
  const [week] = weeksOf({ periods: [period] }, ordinaryWeek);
  const hours =
    week?.kind === "week"
      ? week.rows.map((row) => `${daysText(lang, row)} ${spansText(lang, row.spans)}`).join(" ; ")
      : period.hours;
  return `${choiceText(lang, "season", period.season)} : ${hours}`;
}

function areaText(lang: Lang, names: Names, value: Plain): string | null {
  const read = Area.safeParse(value);
  if (!read.success) return null;
  return read.data.kind === "codes" ? read.data.codes.map(names.commune).join(", ") : choiceText(lang, "area", read.data.kind);
}

/** A value of a field as the history and the choice between two versions show it. */
export function fieldText(lang: Lang, names: Names, field: string, value: Plain): Child {
  if (value === null || value === "") return null;
  const text = typeof value === "object" ? "" : String(value);
  switch (field) {
    case "kind":
      return names.kind(text);
    case "operatorId":
    case "organisationId":
      return names.organisation(text);
    case "supporterIds":
      return strings(value).map(names.organisation).join(", ");
    case "themes":
      return strings(value).map(names.theme).join(", ");
    case "communeCode":
      return names.commune(text);
    case "minMonths":
    case "maxMonths":
      return ageText(Number(value), lang);
    case "waitingListOn":
    case "noticeUntil":
    case "verifiedOn":
      return timeText(lang, text);
    case "periods":
      return rowsText(Period, value, (period) => periodText(lang, period));
    case "closures":
      return rowsText(Closure, value, ({ from, to, reason }) =>
        [`${timeText(lang, from)} – ${timeText(lang, to)}`, ...(reason === null ? [] : [reason])].join(" : "),
      );
    case "rounds":
      return rowsText(Round, value, (round) => roundText(lang, names, round));
    case "capacities":
      return rowsText(CapacityRow, value, (row) => capacityText(lang, row));
    case "area":
      return areaText(lang, names, value);
    default:
      if (isList(value))
        return strings(value)
          .map((each) => choiceText(lang, field, each))
          .join(", ");
      return typeof value === "object" ? null : <span class="typed">{choiceText(lang, field, text)}</span>;
  }
}
