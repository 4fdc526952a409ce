import { dayOf } from "../../../platform/french/day.ts";
import { defineWords, type Lang } from "../../../platform/words.ts";
import en from "./words.en.json" with { type: "json" };
import fr from "./words.fr.json" with { type: "json" };
import type { Span } from "./calendar.ts";
import { dayAfter, wallClock } from "./calendar.ts";
import type { OpenState, WeekRow } from "./opening.ts";
import { clockText, timeText, weekdayText } from "../../../platform/french/time.ts";
import { capitalised } from "../../../platform/french/capital.ts";

/** What hours say in words. */
export const hoursWords = defineWords(fr, en);

const minutesOf = (wall: Date): number => wall.getHours() * 60 + wall.getMinutes();

/** "jeudi" within the week, "jeudi 3 décembre" beyond. */
function dayText(lang: Lang, day: Date, today: Date): string {
  const isNear = day.getTime() < dayAfter(today, 7).getTime();
  const written = dayOf(day.getFullYear(), day.getMonth() + 1, day.getDate()) ?? "";
  return timeText(lang, written, isNear ? "weekday" : "weekday-short");
}

/** How a service stands, in one line; `null` where nothing is known. */
export function openText(lang: Lang, state: OpenState, instant: Date): string | null {
  const say = hoursWords(lang);
  const today = dayAfter(wallClock(instant), 0);
  if (state.kind === "unknown") return null;
  if (state.kind === "open") {
    const time = clockText(lang, minutesOf(state.until));
    return dayAfter(state.until, 0).getTime() > today.getTime() && minutesOf(state.until) > 0
      ? say("open.late", { day: dayText(lang, state.until, today), time })
      : say("open", { time });
  }
  const { opens, why } = state;
  if (opens === null) return say(why === "hours" ? "closed" : `closed.${why}`);
  const time = clockText(lang, minutesOf(opens));
  const day = dayText(lang, opens, today);
  if (why !== "hours") return say(`closed.${why}.next`, { day, time });
  const ahead = Math.round((dayAfter(opens, 0).getTime() - today.getTime()) / 86_400_000);
  return ahead === 0
    ? say("closed.today", { time })
    : ahead === 1
      ? say("closed.tomorrow", { time })
      : say("closed.day", { day, time });
}

/** "8 h – 12 h, 13 h 30 – 18 h". */
export const spansText = (lang: Lang, spans: readonly Span[]): string =>
  spans.map(({ from, to }) => hoursWords(lang)("span", { from: clockText(lang, from), to: clockText(lang, to) })).join(", ");

/** "Du lundi au vendredi", "lundi, mardi, jeudi". */
export function daysText(lang: Lang, { days }: Pick<WeekRow, "days">): string {
  const say = hoursWords(lang);
  const names = days.map((day) => weekdayText(lang, day));
  const [first, last] = [names[0] ?? "", names.at(-1) ?? ""];
  const follow = days.every((day, index) => index === 0 || day === (days[index - 1] ?? 0) + 1);
  const text = names.length >= 3 && follow ? say("days.range", { first, last }) : names.join(", ");
  return capitalised(text);
}
