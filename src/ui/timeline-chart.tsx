import type { Child } from "hono/jsx";
import { classes } from "./attributes.ts";
import type { StateKind } from "./state.tsx";
import { useLang, useSay } from "./words.ts";
import { timeText } from "../platform/french/time.ts";

export type TimelineMilestone = { readonly date: string; readonly label: string; readonly reached: boolean };

export type TimelineRow = {
  readonly label: string;
  readonly href?: string | undefined;
  /** Before the label: an `AxisMark`. */
  readonly mark?: Child;
  /** Days, `yyyy-mm-dd`; null where it is not known: the bar then fades at that end. */
  readonly start: string | null;
  readonly end: string | null;
  readonly state: StateKind;
  readonly stateLabel: string;
  readonly lateLabel?: string | undefined;
  readonly milestones?: readonly TimelineMilestone[] | undefined;
};

type TimelineChartProps = {
  readonly caption: string;
  /** The first column's heading: « Action ». */
  readonly corner: string;
  readonly fromYear: number;
  readonly toYear: number;
  /** `yyyy-mm-dd`; a line is drawn there. */
  readonly today?: string | undefined;
  readonly rows: readonly TimelineRow[];
  /** Words for a period: « de mars 2025 à juin 2026 ». */
  readonly period: (start: string | null, end: string | null) => string;
  /** The same as a plain table, under the drawing. */
  readonly table?: Child;
};

const DAY = 86_400_000;

/** Where a day falls between two years, in percent of the width. Pure: the drawing is the same each time. */
export function placeOf(day: string, fromYear: number, toYear: number): number {
  const start = Date.UTC(fromYear, 0, 1);
  const end = Date.UTC(toYear + 1, 0, 1);
  const share = ((Date.parse(`${day}T00:00:00Z`) - start) / (end - start)) * 100;
  return Math.round(Math.min(100, Math.max(0, share)) * 100) / 100;
}

const nextDay = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);

type StripProps = {
  readonly row: TimelineRow;
  readonly fromYear: number;
  readonly toYear: number;
  readonly today: string | undefined;
};

const Strip = ({ row, fromYear, toYear, today }: StripProps) => {
  const place = (day: string) => placeOf(day, fromYear, toYear);
  const x = row.start ? place(row.start) : 0;
  const right = row.end ? place(nextDay(row.end)) : 100;
  const known = row.start !== null || row.end !== null;
  return (
    <svg class="strip" width="100%" height="100%" aria-hidden="true">
      {Array.from({ length: toYear - fromYear + 1 }, (_, index) => place(`${fromYear + index}-01-01`)).map((at) => (
        <line class="strip-year" x1={`${at}%`} x2={`${at}%`} y1="0" y2="100%" />
      ))}
      {known && (
        <rect
          class={classes(
            "strip-bar",
            `state-ink-${row.state}`,
            (!row.start || !row.end) && "strip-open",
            row.lateLabel && "strip-late",
          )}
          x={`${x}%`}
          width={`${Math.max(right - x, 0.6)}%`}
          y="50%"
          height="14"
          rx="7"
          fill="currentColor"
        />
      )}
      {today && <line class="strip-today" x1={`${place(today)}%`} x2={`${place(today)}%`} y1="0" y2="100%" />}
      {row.milestones?.map(({ date, label, reached }) => (
        <svg class="strip-milestone-at" x={`${place(date)}%`} y="50%" overflow="visible">
          <path class={reached ? "strip-milestone strip-reached" : "strip-milestone"} d="M0-8 8 0 0 8-8 0Z">
            <title>{label}</title>
          </path>
        </svg>
      ))}
    </svg>
  );
};

/** A plan by year: one row an action, its bar, its milestones, and today. A real table: each row's period is also there in words. */
export const TimelineChart = ({ caption, corner, fromYear, toYear, today, rows, period, table }: TimelineChartProps) => {
  const say = useSay();
  const lang = useLang();
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index);
  return (
    <div class="table-block">
      <div class="scroll-frame" tabindex={0} role="region" aria-label={say("chartScroll", { what: caption })}>
        <table class="table timeline">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{corner}</th>
              <th scope="col" class="timeline-scale">
                <span class="sr-only">{`${fromYear}-${toYear}`}</span>
                <svg width="100%" height="24" aria-hidden="true">
                  {years.map((year) => (
                    <text x={`${placeOf(`${year}-01-01`, fromYear, toYear)}%`} dx="6" y="17">
                      {year}
                    </text>
                  ))}
                </svg>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                <th scope="row">
                  <span class="timeline-label">
                    {row.mark}
                    {row.href ? <a href={row.href}>{row.label}</a> : <span>{row.label}</span>}
                  </span>
                </th>
                <td class="timeline-cell">
                  <Strip row={row} fromYear={fromYear} toYear={toYear} today={today} />
                  <span class="sr-only">
                    {[
                      period(row.start, row.end),
                      row.stateLabel,
                      row.lateLabel,
                      ...(row.milestones ?? []).map(({ date, label }) => `${label} (${timeText(lang, date)})`),
                    ]
                      .filter(Boolean)
                      .join(" ; ")}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {today && (
        <p class="source timeline-key">
          <svg width="10" height="16" aria-hidden="true">
            <line class="strip-today" x1="5" x2="5" y1="0" y2="16" />
          </svg>
          {say("today")}, {timeText(lang, today)}
        </p>
      )}
      {table && (
        <details class="fold">
          <summary>{say("asTable")}</summary>
          {table}
        </details>
      )}
    </div>
  );
};
