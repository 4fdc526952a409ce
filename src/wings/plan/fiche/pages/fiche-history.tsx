import { Hono } from "hono";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import type { Event } from "../../../../platform/history/model.ts";
import { readEvents } from "../../../../platform/history/store.ts";
import { decide } from "../../../../platform/rights.ts";
import { PageHeading } from "../../../../ui/heading.tsx";
import { HistoryList, type HistoryEntry } from "../../../../ui/history-list.tsx";
import { partEntry } from "../../../../ui/record/telling.tsx";
import { textOf } from "../../../../ui/record/value-text.ts";
import { Screen } from "../../../../ui/screen.tsx";
import { show } from "../../../../ui/show.tsx";
import { actionWords } from "../../action/words.ts";
import { mayReadEvent } from "../../notes/history.ts";
import { blockNames } from "../../action/model.ts";
import { planRights, type ActionSubject } from "../../action/rights.ts";
import { tellingOf } from "./field-text.tsx";
import { crumbsOf } from "./fiche-head.tsx";
import { readFiche, type Fiche, type PlanNames } from "./fiche-read.ts";

/** The events of an action that this actor may read, newest first. */
export const readHistory = (
  visit: TerritoryVisit,
  id: string,
  subject: ActionSubject,
  limit: number,
): Promise<readonly Event[]> =>
  visit.read(async (tx) =>
    (await readEvents(tx, { kind: "action", id, limit })).filter((event) => mayReadEvent(visit.actor, subject, event)),
  );

const isEdited = (block: string | null): block is (typeof blockNames)[number] => blockNames.some((name) => name === block);
const told = new Set(["notes", "files", "links", "services", "validation", "entrusted"] as const);
type Told = typeof told extends Set<infer Name> ? Name : never;
const isTold = (block: string | null): block is Told => block !== null && [...told].some((name) => name === block);

/** An event of an action in words, with what changed field by field. */
export function entryOf(visit: TerritoryVisit, names: PlanNames, { at, actor, verb, block, before, after }: Event): HistoryEntry {
  const { lang } = visit;
  const say = actionWords(lang);
  const who = actor.name === "" ? say("history.someone") : actor.name;
  if (isEdited(block)) {
    const told = partEntry(tellingOf(lang, names), { before, after }, (count) => say("history.fields", { count }));
    return { at, who, what: say(`history.${block}`), ...told };
  }
  if (isTold(block)) {
    const what = before === null ? "added" : after === null ? "removed" : "changed";
    const value = after ?? before;
    const detail =
      typeof value === "object" && value !== null && "name" in value
        ? textOf(value["name"])
        : typeof value === "object" && value !== null && "title" in value
          ? textOf(value["title"])
          : "";
    return { at, who, what: say(`history.${block}`, { what, detail }) };
  }
  return {
    at,
    who,
    what: say(
      `history.${verb === "created" || verb === "deleted" || verb === "restored" || verb === "imported" ? verb : "changed"}`,
    ),
  };
}

const HistoryPage = ({
  visit,
  fiche,
  events,
}: {
  readonly visit: TerritoryVisit;
  readonly fiche: Fiche;
  readonly events: readonly Event[];
}) => {
  const say = actionWords(visit.lang);
  return (
    <Screen
      visit={visit}
      title={`${say("history.title")} · ${fiche.action.identity.title}`}
      crumbs={crumbsOf(visit, fiche.action)}
    >
      <PageHeading
        above={`${fiche.action.identity.number} ${fiche.action.identity.title}`}
        title={say("history.title")}
        intro={say("history.intro")}
      />
      <HistoryList entries={events.map((event) => entryOf(visit, fiche.names, event))} />
    </Screen>
  );
};

/** Who changed what, when, before and after: `/plan/actions/:id/historique`. */
export const historyPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>().get("/plan/actions/:id/historique", async (c) => {
    const { visit } = c.var;
    const allowed = decide(planRights.work, visit.actor, {});
    const found = await readFiche(visit, c.req.param("id"));
    if (found.kind !== "found" || allowed.kind === "refused")
      return show(c, found.kind === "found" && allowed.kind === "refused" ? allowed : found, () => null);
    const events = await readHistory(visit, found.value.action.id, found.value.subject, 1_000);
    return show(c, found, (fiche) => <HistoryPage visit={visit} fiche={fiche} events={events} />);
  });
