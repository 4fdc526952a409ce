import { firstDay, lastDay } from "../../../../platform/known-date.ts";
import type { Lang } from "../../../../platform/words.ts";
import { AxisMark } from "../../../../ui/axis-mark.tsx";
import { Empty } from "../../../../ui/empty.tsx";
import { Pagination } from "../../../../ui/pagination.tsx";
import { useDuration } from "../../../../ui/state.tsx";
import { Table } from "../../../../ui/table.tsx";
import { TimelineChart, type TimelineRow } from "../../../../ui/timeline-chart.tsx";
import { useSay } from "../../../../ui/words.ts";
import { stateKind } from "../../action/facts-text.ts";
import type { Action, Milestone } from "../../action/model.ts";
import { actionWords } from "../../action/words.ts";
import { isClosed } from "../../action/rules/facts.ts";
import { daysAfter } from "../../action/rules/days.ts";
import { viewWords } from "../words.ts";
import { PAGE_SIZE } from "./list.tsx";
import { planAddress, type Shown } from "./plan-address.ts";
import { PlanFrame } from "./plan-frame.tsx";
import { timeText } from "../../../../platform/french/time.ts";
import { periodText } from "../../../../platform/french/period.ts";

const daysOf = ({ how }: Action): string[] =>
  [how.start, how.end, ...how.milestones.flatMap(({ due, doneOn }) => [due, doneOn])].filter((day) => day !== null);

/** The years to draw: those of the convention, and those of the actions that go beyond it, within reason. */
function yearsOf(
  { work: { convention, today } }: Shown,
  actions: readonly Action[],
): { readonly from: number; readonly to: number } {
  const days = [
    ...(convention.periodStart === null ? [] : [firstDay(convention.periodStart)]),
    ...(convention.periodEnd === null ? [] : [lastDay(convention.periodEnd)]),
    ...actions.flatMap(daysOf),
  ].sort();
  const now = Number(today.slice(0, 4));
  const year = (day: string | undefined) => Number((day ?? today).slice(0, 4));
  return { from: Math.max(year(days[0]), now - 15), to: Math.min(Math.max(year(days.at(-1)), now), now + 15) };
}

function period(lang: Lang, start: string | null, end: string | null): string {
  const say = viewWords(lang);
  const period = periodText(lang, start, end);
  if (period === null) return say("period.none");
  if (end === null) return `${period}, ${say("period.noEnd")}`;
  return start === null ? `${period}, ${say("period.noStart")}` : period;
}

function milestoneText(lang: Lang, { title, due, doneOn }: Milestone): string {
  const say = viewWords(lang);
  if (doneOn !== null) return say("timeline.reached", { title, day: timeText(lang, doneOn) });
  return due === null ? say("timeline.noDay", { title }) : say("timeline.due", { title, day: timeText(lang, due) });
}

const Drawing = ({ shown, actions }: { readonly shown: Shown; readonly actions: readonly Action[] }) => {
  const { visit, work } = shown;
  const { lang } = visit;
  const say = viewWords(lang);
  const status = actionWords(lang);
  const duration = useDuration();
  const uiSay = useSay();
  const { from, to } = yearsOf(shown, actions);
  const axisOf = (action: Action) => work.plan.axes.find(({ id }) => id === action.identity.axisId);
  const rows = actions.map((action): TimelineRow => {
    const axis = axisOf(action);
    const lateness = work.facts.get(action.id)?.lateness;
    return {
      label: `${action.identity.number} ${action.identity.title}`,
      href: visit.at(`/plan/actions/${action.id}`),
      mark: axis && <AxisMark number={axis.number} size="small" />,
      start: action.how.start,
      end: action.how.end,
      state: stateKind[action.life.status],
      stateLabel: status(`status.${action.life.status}`),
      lateLabel: lateness?.kind === "late" ? uiSay("lateBy", { duration: duration(lateness.days) }) : undefined,
      milestones: action.how.milestones.flatMap(({ title, due, doneOn }) => {
        const date = doneOn ?? due;
        return date === null ? [] : [{ date, label: title, reached: doneOn !== null }];
      }),
    };
  });
  const caption = say("timeline.caption", { from, to });
  return (
    <TimelineChart
      caption={caption}
      corner={say("column.action")}
      fromYear={from}
      toYear={to}
      today={work.today}
      rows={rows}
      period={(start, end) => period(lang, start, end)}
      table={
        <Table
          caption={say("timeline.page")}
          rows={actions}
          dense
          columns={[
            { key: "action", label: say("column.action"), cell: ({ identity }) => `${identity.number} ${identity.title}` },
            {
              key: "start",
              label: say("timeline.start"),
              cell: ({ how }) => (how.start === null ? "–" : timeText(lang, how.start)),
            },
            { key: "end", label: say("timeline.end"), cell: ({ how }) => (how.end === null ? "–" : timeText(lang, how.end)) },
            {
              key: "milestones",
              label: say("timeline.milestones"),
              cell: ({ how }) =>
                how.milestones.length === 0 ? (
                  "–"
                ) : (
                  <ul class="plain-list">
                    {how.milestones.map((milestone) => (
                      <li>{milestoneText(lang, milestone)}</li>
                    ))}
                  </ul>
                ),
            },
          ]}
        />
      }
    />
  );
};

/** The plan by year: bars and milestones, drawn on the server, with the same in a table. */
export const TimelinePage = (shown: Shown) => {
  const { visit, work, filters, found } = shown;
  const say = viewWords(visit.lang);
  const dated = found.actions.filter((action) => daysOf(action).length > 0);
  const undated = found.actions.filter((action) => daysOf(action).length === 0);
  const pages = Math.max(1, Math.ceil(dated.length / PAGE_SIZE));
  const page = Math.min(filters.page, pages);
  const inAYear = daysAfter(work.today, 365);
  const soon = found.actions.filter(
    ({ how, life }) => !isClosed(life.status) && how.end !== null && how.end >= work.today && how.end <= inAYear,
  ).length;
  return (
    <PlanFrame {...shown} view="timeline" title={say("title.timeline", { soon })}>
      {dated.length === 0 ? (
        <Empty icon="calendar-days" title={say("timeline.none")}>
          {say("intro.timeline")}
        </Empty>
      ) : (
        <Drawing shown={shown} actions={dated.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)} />
      )}
      <Pagination page={page} pages={pages} href={(to) => planAddress(visit, { ...filters, view: "timeline", page: to })} />
      {undated.length > 0 && (
        <p class="source">
          {say("timeline.undated", { count: undated.length })}{" "}
          {undated.slice(0, 20).map(({ id, identity }, index) => (
            <>
              {index > 0 && ", "}
              <a href={visit.at(`/plan/actions/${id}`)}>
                {identity.number} {identity.title}
              </a>
            </>
          ))}
          {undated.length > 20 && "…"}
        </p>
      )}
    </PlanFrame>
  );
};
