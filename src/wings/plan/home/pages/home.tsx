import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import type { HomePart } from "../../../../platform/wing/wing.ts";
import { Unstarted } from "../../views/pages/plan-frame.tsx";
import type { Child } from "hono/jsx";
import { lastDay } from "../../../../platform/known-date.ts";
import { noFilters } from "../../views/filters.ts";
import { ActionStatus, blockNames } from "../../action/model.ts";
import { actionWords } from "../../action/words.ts";
import { attention } from "../../action/rules/attention.ts";
import { countByStatus } from "../../action/rules/axis-progress.ts";
import { comingDates } from "../../action/rules/coming.ts";
import { daysAfter } from "../../action/rules/days.ts";
import { actionOf, asNews, communeOf, followed, newsSince, type News } from "./home-read.ts";
import { TodoPart, waiting, type Todo } from "./home-todo.tsx";
import { planAddress } from "../../views/pages/plan-address.ts";
import { examplesBanner } from "../../deletion/pages/examples-banner.tsx";
import { readWorkingPlan, type ReadablePlan } from "../../views/pages/readable-plan.ts";
import { viewWords } from "../../views/words.ts";
import { homeWords } from "../words.ts";
import { listText } from "../../../../platform/french/list.ts";

const COMING_SHOWN = 7;
const COMING_DAYS = 92;

const blockWords = new Set<string>(blockNames);
type BlockName = (typeof blockNames)[number];
const isBlock = (name: string): name is BlockName => blockWords.has(name);
const toldBlocks = ["notes", "files", "links", "services", "validation", "entrusted"] as const;
const kinds = ["action", "axis", "objective", "convention"] as const;
const isStatus = (value: string): value is ActionStatus => ActionStatus.options.some((each) => each === value);

/** What was done, in words, with the thing as a link where it can be opened. */
function whatOf(visit: TerritoryVisit, work: ReadablePlan, news: News): Child {
  const say = homeWords(visit.lang);
  const kind = kinds.find((each) => each === news.object.kind);
  if (news.objects.length > 1 && kind !== undefined)
    return say(`event.many.${news.verb}`, { things: say(`things.${kind}`, { count: news.objects.length }) });
  const action = actionOf(work, news.object);
  const [before = "", after = ""] = sentenceOf(visit, news).split("\u0000");
  const label = action === undefined ? nameOf(visit, news) : `${action.identity.number} ${action.identity.title}`;
  return (
    <>
      {before}
      {action === undefined ? label : <a href={visit.at(`/plan/actions/${action.id}`)}>{label}</a>}
      {after}
    </>
  );
}

function nameOf(visit: TerritoryVisit, { object }: News): string {
  const say = homeWords(visit.lang);
  return object.kind === "axis" || object.kind === "objective" || object.kind === "convention"
    ? say(`event.${object.kind}`, { label: object.label })
    : object.label;
}

/** The sentence with a mark where the object's name goes, so that it can be a link. */
function sentenceOf(visit: TerritoryVisit, { verb, blocks, status }: News): string {
  const say = homeWords(visit.lang);
  const state = actionWords(visit.lang);
  const object = "\u0000";
  if (status !== null && isStatus(status.before) && isStatus(status.after))
    return say("event.status", { object, before: state(`status.${status.before}`), after: state(`status.${status.after}`) });
  const told = toldBlocks.find((each) => blocks[0] === each);
  if (told !== undefined) return say(`event.${told}`, { object });
  const edited = blocks.filter(isBlock).map((block) => say(`block.${block}`));
  if (verb === "changed" && edited.length > 0)
    return say("event.changedBlocks", {
      object,
      blocks: listText(visit.lang, edited),
    });
  return say(`event.${verb}`, { object });
}

/** The dates that come for this person, and the end of the convention when it is near enough to prepare. */
function comingOf(visit: TerritoryVisit, work: ReadablePlan): HomePart["coming"] {
  const say = homeWords(visit.lang);
  const actions = followed(work, visit.actor);
  const byId = new Map(actions.map((action) => [action.id, action]));
  const dates = comingDates({ ...work.plan, actions }, work.today, COMING_DAYS)
    .slice(0, COMING_SHOWN)
    .flatMap((coming): HomePart["coming"][number][] => {
      const action = byId.get(coming.actionId);
      if (action === undefined) return [];
      return [
        {
          day: coming.day,
          title:
            coming.kind === "milestone" ? say("home.next.milestone", { title: coming.title }) : say(`home.next.${coming.kind}`),
          text: (
            <a href={visit.at(`/plan/actions/${action.id}`)}>
              {action.identity.number} {action.identity.title}
            </a>
          ),
        },
      ];
    });
  const { periodEnd } = work.convention;
  const end = periodEnd === null ? null : lastDay(periodEnd);
  const isNear = end !== null && end >= work.today && end <= daysAfter(work.today, 550);
  return end !== null && isNear
    ? [...dates, { day: end, title: say("home.next.convention"), text: say("home.next.conventionText") }]
    : dates;
}

/** What the plan says to a person on their home page: their actions that wait, what others changed, the dates that come. */
export async function planHome(visit: TerritoryVisit, since: Date): Promise<HomePart | null> {
  const read = await readWorkingPlan(visit);
  if (read.kind === "refused") return null;
  const say = homeWords(visit.lang);
  if (read.kind === "unstarted")
    return {
      waiting: 0,
      intro: null,
      banner: null,
      entry: null,
      todo: <Unstarted visit={visit} />,
      news: [],
      coming: [],
      allComing: null,
    };
  const { work } = read;
  const asked = attention(work.plan, visit.actor, work.today, {
    convention: work.convention,
    commune: communeOf(work, visit.actor),
  });
  const counts = countByStatus(work.plan.actions.map(({ life }) => life.status));
  const late = [...work.facts.values()].filter(({ lateness }) => lateness.kind === "late").length;
  const todo: Todo = { visit, work, attention: asked };
  return {
    waiting: waiting(todo),
    intro: say("home.intro", { total: work.plan.actions.length, ongoing: counts.ongoing, done: counts.done, late }),
    banner: examplesBanner(visit, work.plan),
    entry: { href: visit.at("/plan"), label: viewWords(visit.lang)("todo.all") },
    todo: asked.length === 0 ? null : <TodoPart {...todo} />,
    news: asNews(await newsSince(visit, work, since)).map((each) => ({
      at: each.at,
      who: each.who === "" ? say("event.someone") : each.who,
      what: whatOf(visit, work, each),
    })),
    coming: comingOf(visit, work),
    allComing: { href: planAddress(visit, { ...noFilters, view: "timeline" }), label: say("home.next.all") },
  };
}
