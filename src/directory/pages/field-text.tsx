import type { Child } from "hono/jsx";
import type { z } from "zod";
import { ageText } from "../../platform/french/age.ts";
import type { Plain } from "../../platform/history/model.ts";
import type { Lang } from "../../platform/words.ts";
import { timeText } from "../../ui/time.tsx";
import { cardWords, isCardWord } from "../card-words.ts";
import { Area, CapacityRow, Closure, Period, Round, type Card, type Internal, type Part, type PlaceFields } from "../model.ts";
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

/** In which list of words the values of a field are. */
const vocabularies: Readonly<Record<string, string>> = {
  publics: "publics",
  disability: "disability",
  season: "season",
  modes: "mode",
  weekday: "weekday",
  rhythm: "rhythm",
  area: "area",
  kindOfArea: "area",
  ways: "way",
  means: "means",
  orientation: "orientation",
  fee: "fee",
  unit: "unit",
  wheelchair: "wheelchair",
};

/** The words of an enumerated value. */
export function choiceText(lang: Lang, field: string, value: string): string {
  const key = `${vocabularies[field] ?? field}.${value}`;
  return isCardWord(key) ? cardWords(lang)(key) : value;
}

/** The label of a field of a card; one that a later version no longer has keeps its own name. */
export function fieldLabel(lang: Lang, field: string): string {
  const key = `field.${field}`;
  return isCardWord(key) ? cardWords(lang)(key) : field;
}

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

/** From which age to which, in words; `null` where neither is known. */
export function agesText(
  lang: Lang,
  { minMonths, maxMonths }: { minMonths: number | null; maxMonths: number | null },
): string | null {
  const say = cardWords(lang);
  if (minMonths === null && maxMonths === null) return null;
  const min = minMonths === null ? "" : ageText(minMonths, lang);
  // 35 months is "until three", as people say it: the month before a birthday is still that age.
  const max = maxMonths === null ? "" : ageText(maxMonths % 12 === 11 ? maxMonths + 1 : maxMonths, lang);
  if (maxMonths === null) return say("ages.from", { min });
  return minMonths === null || minMonths === 0 ? say("ages.to", { max }) : say("ages.between", { min, max });
}

export function roundText(
  lang: Lang,
  names: Pick<Names, "commune">,
  { communeCode, spot, weekday, rhythm, from, to }: Round,
): string {
  const place = spot === null ? names.commune(communeCode) : `${names.commune(communeCode)}, ${spot}`;
  const say = cardWords(lang);
  return say("round", {
    place,
    day: say(`weekday.${weekday}`),
    rhythm: say(`rhythm.${rhythm}`),
    from: clock(from),
    to: clock(to),
  });
}
const clock = (time: string): string =>
  time
    .replace(/^0/, "")
    .replace(":00", " h")
    .replace(/:(\d\d)$/, " h $1");

export function capacityText(lang: Lang, row: z.infer<typeof CapacityRow>): string {
  const say = cardWords(lang);
  const ages = agesText(lang, row);
  const counted = say("capacity", {
    unit: say(`unit.${row.unit}`),
    maximum: row.maximum ?? "none",
    available: row.available ?? "none",
    on: row.on === null ? "none" : timeText(lang, row.on),
  });
  return ages === null ? counted : `${counted} (${ages})`;
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
      return rowsText(Period, value, ({ season, hours }) => `${choiceText(lang, "season", season)} : ${hours}`);
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
