import { Hono, type Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { lastDay } from "../../../../platform/known-date.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { ButtonLink } from "../../../../ui/button.tsx";
import { PageHeading } from "../../../../ui/heading.tsx";
import { HistoryList, type HistoryEntry } from "../../../../ui/history-list.tsx";
import { ComingDates, WorkHome, type ComingDate } from "../../../../ui/layouts/work-home.tsx";
import { RefusedPage } from "../../../../ui/refused-page.tsx";
import { Screen } from "../../../../ui/screen.tsx";
import { timeText } from "../../../../ui/time.tsx";
import { noFilters } from "../../views/filters.ts";
import { ActionStatus, blockNames } from "../../action/model.ts";
import { ruleWords } from "../../action/rules-words.ts";
import { attention } from "../../action/rules/attention.ts";
import { countByStatus } from "../../action/rules/axis-progress.ts";
import { comingDates } from "../../action/rules/coming.ts";
import { daysAfter } from "../../action/rules/days.ts";
import { viewWords } from "../../views/words.ts";
import { actionOf, asNews, communeOf, followed, newsSince, type News } from "./home-read.ts";
import { TodoPart, waiting, type Todo } from "./home-todo.tsx";
import { planAddress } from "../../views/pages/plan-address.ts";
import { examplesBanner } from "../../action/pages/examples-banner.tsx";
import { UnstartedPage } from "../../views/pages/plan-frame.tsx";
import { readWork, type Work } from "../../action/pages/work.ts";

type C = Context<TerritoryEnv>;

const NEWS_SHOWN = 10;
const COMING_SHOWN = 7;
const COMING_DAYS = 92;
const DAY = 86_400_000;
/** Two visits less than this apart are one. */
const SAME_VISIT = DAY / 6;

/** When this person was last here before this visit, or a fortnight ago. Kept on their device only, a date and nothing else. */
function lastVisit(c: C, now: Date): Date {
  const [previous = Number.NaN, current = Number.NaN] = (getCookie(c, "visits") ?? "").split(".").map(Number);
  const goesOn = now.getTime() - current < SAME_VISIT;
  const before = goesOn ? previous : current;
  const oldest = now.getTime() - 14 * DAY;
  const since = Number.isFinite(before) && before < now.getTime() ? Math.max(before, oldest) : oldest;
  setCookie(c, "visits", `${String(since)}.${String(goesOn ? current : now.getTime())}`, {
    path: c.var.visit.at("/accueil"),
    httpOnly: true,
    sameSite: "Lax",
    maxAge: 60 * 86_400,
  });
  return new Date(since);
}

const blockWords = new Set<string>(blockNames);
type BlockName = (typeof blockNames)[number];
const isBlock = (name: string): name is BlockName => blockWords.has(name);
const toldBlocks = ["notes", "files", "links", "services", "validation", "entrusted"] as const;
const kinds = ["action", "axis", "objective", "convention"] as const;
const isStatus = (value: string): value is ActionStatus => ActionStatus.options.some((each) => each === value);

/** What was done, in words, with the thing as a link where it can be opened. */
function whatOf(visit: TerritoryVisit, work: Work, news: News): HistoryEntry["what"] {
  const say = viewWords(visit.lang);
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
  const say = viewWords(visit.lang);
  return object.kind === "axis" || object.kind === "objective" || object.kind === "convention"
    ? say(`event.${object.kind}`, { label: object.label })
    : object.label;
}

/** The sentence with a mark where the object's name goes, so that it can be a link. */
function sentenceOf(visit: TerritoryVisit, { verb, blocks, status }: News): string {
  const say = viewWords(visit.lang);
  const state = ruleWords(visit.lang);
  const object = "\u0000";
  if (status !== null && isStatus(status.before) && isStatus(status.after))
    return say("event.status", { object, before: state(`status.${status.before}`), after: state(`status.${status.after}`) });
  const told = toldBlocks.find((each) => blocks[0] === each);
  if (told !== undefined) return say(`event.${told}`, { object });
  const edited = blocks.filter(isBlock).map((block) => say(`block.${block}`));
  if (verb === "changed" && edited.length > 0)
    return say("event.changedBlocks", {
      object,
      blocks: new Intl.ListFormat(visit.lang, { type: "conjunction" }).format(edited),
    });
  return say(`event.${verb}`, { object });
}

/** The dates that come for this person, and the end of the convention when it is near enough to prepare. */
function comingOf(visit: TerritoryVisit, work: Work): readonly ComingDate[] {
  const say = viewWords(visit.lang);
  const actions = followed(work, visit.actor);
  const byId = new Map(actions.map((action) => [action.id, action]));
  const dates = comingDates({ ...work.plan, actions }, work.today, COMING_DAYS)
    .slice(0, COMING_SHOWN)
    .flatMap((coming): ComingDate[] => {
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

type HomeProps = { readonly todo: Todo; readonly news: readonly News[]; readonly since: Date };

/** "Camille Aubry" is greeted as "Camille"; "Mme Aubry" as they wrote it. */
const firstName = (name: string): string => (/^(M|Mme|Mlle|Mr|Mrs|Ms|Dr)\.? /.test(name) ? name : (name.split(" ")[0] ?? name));

function titleOf(todo: Todo): string {
  const { visit } = todo;
  const say = viewWords(visit.lang);
  const name = visit.actor.role === "public" ? "" : firstName(visit.actor.name);
  if (visit.actor.role === "reader") return say("home.title.reader", { name });
  return say("home.title", { name, count: waiting(todo) });
}

const Changed = ({
  visit,
  work,
  news,
}: {
  readonly visit: TerritoryVisit;
  readonly work: Work;
  readonly news: readonly News[];
}) => {
  const say = viewWords(visit.lang);
  const entries = news.slice(0, NEWS_SHOWN).map((each) => ({
    at: each.at,
    who: each.who === "" ? say("event.someone") : each.who,
    what: whatOf(visit, work, each),
  }));
  return (
    <>
      <HistoryList entries={entries} />
      {news.length > NEWS_SHOWN && <p class="source">{say("home.changed.more", { count: news.length - NEWS_SHOWN })}</p>}
    </>
  );
};

/** The home of a signed-in person, in one screen: what I have to do, what changed, what comes next. */
const HomePage = ({ todo, news, since }: HomeProps) => {
  const { visit, work } = todo;
  const say = viewWords(visit.lang);
  const counts = countByStatus(work.plan.actions.map(({ life }) => life.status));
  const late = [...work.facts.values()].filter(({ lateness }) => lateness.kind === "late").length;
  const coming = comingOf(visit, work);
  const day = timeText(visit.lang, since, "short");
  return (
    <Screen visit={visit} title={say("home")} banner={examplesBanner(visit, work.plan)}>
      <PageHeading
        title={titleOf(todo)}
        intro={say("home.intro", { total: work.plan.actions.length, ongoing: counts.ongoing, done: counts.done, late })}
        actions={
          <ButtonLink icon="clipboard-list" href={visit.at("/plan")}>
            {say("home.todo.all")}
          </ButtonLink>
        }
      />
      <WorkHome
        todo={{ title: say("home.todo"), body: <TodoPart {...todo} /> }}
        changed={{
          title: news.length === 0 ? say("home.changed.none", { day }) : say("home.changed", { day }),
          body: <Changed visit={visit} work={work} news={news} />,
        }}
        next={{
          title: say("home.next"),
          action: <a href={planAddress(visit, { ...noFilters, view: "timeline" })}>{say("home.next.all")}</a>,
          body: coming.length === 0 ? <p>{say("home.next.none")}</p> : <ComingDates dates={coming} />,
        }}
      />
    </Screen>
  );
};

/** `/accueil`: the home of whoever works here. */
export function homePages(): Hono<TerritoryEnv> {
  const app = new Hono<TerritoryEnv>();
  app.get("/accueil", async (c) => {
    const { visit } = c.var;
    const read = await readWork(visit);
    if (read.kind === "refused") return c.html(<RefusedPage visit={visit} door={read.door} />, 403);
    if (read.kind === "unstarted") return c.html(<UnstartedPage visit={visit} />);
    const { work } = read;
    const since = lastVisit(c, visit.runtime.clock.now());
    const todo: Todo = {
      visit,
      work,
      attention: attention(work.plan, visit.actor, work.today, {
        convention: work.convention,
        commune: communeOf(work, visit.actor),
      }),
    };
    const news = asNews(await newsSince(visit, work, since));
    return c.html(<HomePage todo={todo} news={news} since={since} />);
  });
  return app;
}
