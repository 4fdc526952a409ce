import { Hono, type Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { TerritoryEnv, TerritoryVisit } from "../../platform/http/visit.ts";
import { decide } from "../../platform/rights.ts";
import type { HomePart, Wing } from "../../platform/wing/wing.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { PageHeading } from "../../ui/heading.tsx";
import { HistoryList } from "../../ui/history-list.tsx";
import { ComingDates, WorkHome } from "../../ui/layouts/work-home.tsx";
import { RefusedPage } from "../../ui/refused-page.tsx";
import { Screen } from "../../ui/screen.tsx";
import { territoryRights } from "../../wings/territory/wing.ts";
import { homeWords } from "./words.ts";
import { timeText } from "../../platform/french/time.ts";

const NEWS_SHOWN = 10;
const COMING_SHOWN = 8;
const DAY = 86_400_000;
/** Two visits less than this apart are one. */
const SAME_VISIT = DAY / 6;

/** When this person was last here before this visit, or a fortnight ago. Kept on their device only, a date and nothing else. */
function lastVisit(c: Context<TerritoryEnv>, now: Date): Date {
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

/** "Camille Aubry" is greeted as "Camille"; "Mme Aubry" as they wrote it. */
const firstName = (name: string): string => (/^(M|Mme|Mlle|Mr|Mrs|Ms|Dr)\.? /.test(name) ? name : (name.split(" ")[0] ?? name));

function titleOf({ actor, lang }: TerritoryVisit, parts: readonly HomePart[]): string {
  const say = homeWords(lang);
  const name = actor.role === "public" ? "" : firstName(actor.name);
  if (actor.role === "reader") return say("home.title.reader", { name });
  return say("home.title", { name, count: parts.reduce((sum, { waiting }) => sum + waiting, 0) });
}

const Todo = ({ visit, parts }: { readonly visit: TerritoryVisit; readonly parts: readonly HomePart[] }) => {
  const say = homeWords(visit.lang);
  const asked = parts.flatMap(({ todo }) => (todo === null ? [] : [todo]));
  return asked.length > 0 ? (
    <>{asked}</>
  ) : (
    <Empty icon="circle-check" title={say("home.todo.none")}>
      {visit.actor.role === "reader" ? say("home.todo.reader") : say("home.todo.noneText")}
    </Empty>
  );
};

interface HomeProps {
  readonly visit: TerritoryVisit;
  readonly parts: readonly HomePart[];
  readonly since: Date;
}

/** The home of a signed-in person, in one screen: what I have to do, what changed, what comes next. Each wing brings its part. */
const HomePage = ({ visit, parts, since }: HomeProps) => {
  const say = homeWords(visit.lang);
  const day = timeText(visit.lang, since, "short");
  const intros = parts.flatMap(({ intro }) => (intro === null ? [] : [intro]));
  const entries = parts.flatMap(({ entry }) => (entry === null ? [] : [entry]));
  const news = parts.flatMap((part) => part.news).toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const coming = parts.flatMap((part) => part.coming).toSorted((a, b) => a.day.localeCompare(b.day));
  const allComing = parts.find((part) => part.allComing !== null)?.allComing;
  return (
    <Screen
      visit={visit}
      title={say("home")}
      banner={parts.map(({ banner }) => banner).find((banner) => banner !== null && banner !== undefined)}
    >
      <PageHeading
        title={titleOf(visit, parts)}
        intro={intros.length === 0 ? undefined : intros.join(" ")}
        actions={entries.map(({ href, label }) => (
          <ButtonLink icon="clipboard-list" href={href}>
            {label}
          </ButtonLink>
        ))}
      />
      <WorkHome
        todo={{ title: say("home.todo"), body: <Todo visit={visit} parts={parts} /> }}
        changed={{
          title: news.length === 0 ? say("home.changed.none", { day }) : say("home.changed", { day }),
          body: (
            <>
              <HistoryList entries={news.slice(0, NEWS_SHOWN)} />
              {news.length > NEWS_SHOWN && <p class="source">{say("home.changed.more", { count: news.length - NEWS_SHOWN })}</p>}
            </>
          ),
        }}
        next={{
          title: say("home.next"),
          action: allComing && <a href={allComing.href}>{allComing.label}</a>,
          body: coming.length === 0 ? <p>{say("home.next.none")}</p> : <ComingDates dates={coming.slice(0, COMING_SHOWN)} />,
        }}
      />
    </Screen>
  );
};

/** `/accueil`: the home of whoever works here. */
export const homePages = (wings: readonly Wing[]): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>().get("/accueil", async (c) => {
    const { visit } = c.var;
    const decision = decide(territoryRights.read, visit.actor, {});
    if (decision.kind === "refused") return c.html(<RefusedPage visit={visit} door={decision.door} />, 403);
    const since = lastVisit(c, visit.runtime.clock.now());
    const parts: HomePart[] = [];
    for (const { home } of wings) {
      const part = await home?.(visit, since);
      if (part !== undefined && part !== null) parts.push(part);
    }
    return c.html(<HomePage visit={visit} parts={parts} since={since} />);
  });
