import { Hono } from "hono";
import type { Event, Plain } from "../../../../platform/history/model.ts";
import { fieldChanges } from "../../../../platform/record/rules.ts";
import { partNamesOf } from "../../../../platform/record/parts.ts";
import { readEvents } from "../../../../platform/history/store.ts";
import type { TerritoryEnv } from "../../../../platform/http/visit.ts";
import { Empty } from "../../../../ui/empty.tsx";
import { PageHeading } from "../../../../ui/heading.tsx";
import { HistoryList } from "../../../../ui/history-list.tsx";
import { changesTold } from "../../../../ui/record/telling.tsx";
import { conventionParts, ConventionState } from "../model.ts";
import { conventionRights } from "../rights.ts";
import { conventionWords } from "../words.ts";
import { ConventionScreen } from "./frame.tsx";
import type { OpenConvention } from "./read.ts";
import { showConvention } from "./show.tsx";
import { tellingOf } from "./telling.ts";

const partNames = [...partNamesOf(conventionParts), "state", "party", "competence", "amendment"] as const;

/** The part of the convention that an event is about, from its block: `party:…:signature` is a party. */
const partOf = (event: Event): (typeof partNames)[number] | "whole" => {
  const [head] = (event.block ?? "").split(":");
  return partNames.find((name) => name === head) ?? "whole";
};

/** What happened, in words: « a enregistré la signature de la Caf des Vosges ». */
export function whatHappened(opened: OpenConvention, event: Event): string {
  const say = conventionWords(opened.visit.lang);
  const part = partOf(event);
  const party = event.object.label.split(" · ").at(-1) ?? "";
  if (part === "state") {
    const state = stateIn(event.after);
    return state === undefined ? say("event.whole.changed") : say("event.moved", { state: say(`state.${state}`) });
  }
  if (part === "party") {
    if (event.block?.endsWith(":signature"))
      return say(event.verb === "signed" ? "event.party.signed" : "event.party.withdrawn", { party });
    if (event.block?.endsWith(":file")) return say("event.party.file", { party });
    return say(
      event.verb === "created" ? "event.party.created" : event.verb === "deleted" ? "event.party.deleted" : "event.party.changed",
      { party },
    );
  }
  if (part === "whole") return say(event.verb === "created" ? "event.whole.created" : "event.whole.changed");
  if (part === "amendment") return say(event.verb === "signed" ? "event.amendment.signed" : "event.amendment.created");
  return say(`event.${part}`);
}

const isRecord = (value: Plain): value is { readonly [key: string]: Plain } =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const stateIn = (after: Plain): ConventionState | undefined =>
  isRecord(after) ? ConventionState.safeParse(after["state"]).data : undefined;

/** Numbers and hashes of the machine are kept in the history, and not shown in its lines. */
const machine: readonly string[] = ["snapshot", "hash", "state", "move", "organisation", "deliberationFile", "predecessorId"];

/** Everything that happened to a convention, the newest first. */
export function historyPages(): Hono<TerritoryEnv> {
  const app = new Hono<TerritoryEnv>();
  app.get("/convention/:id/historique", (c) =>
    showConvention(c, conventionRights.read, async (opened) => {
      const { visit, convention } = opened;
      const say = conventionWords(visit.lang);
      const events = await visit.read((tx) => readEvents(tx, { kind: "convention", id: convention.id, limit: 500 }));
      const title = say("history.title", { count: events.length });
      return (
        <ConventionScreen opened={opened} title={title} part="history">
          <PageHeading title={title} intro={say("history.intro")} />
          {events.length === 0 ? (
            <Empty icon="history" title={say("history.none")}>
              {say("history.none.text")}
            </Empty>
          ) : (
            <HistoryList
              entries={events.map((event) => ({
                at: event.at,
                who: event.actor.name,
                what: whatHappened(opened, event),
                changes: changesTold(
                  tellingOf(opened),
                  fieldChanges(event.before ?? {}, event.after ?? {}).filter(
                    ({ field, before, after }) => !machine.includes(field) && !(empty(before) && empty(after)),
                  ),
                ),
              }))}
            />
          )}
        </ConventionScreen>
      );
    }),
  );
  return app;
}

const empty = (value: Plain): boolean => value === null || value === "" || (Array.isArray(value) && value.length === 0);
