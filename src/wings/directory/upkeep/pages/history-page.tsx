import { Hono } from "hono";
import { z } from "zod";
import type { Event } from "../../../../platform/history/model.ts";
import { partNamesOf } from "../../../../platform/record/parts.ts";
import { readEvents } from "../../../../platform/history/store.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { PageHeading } from "../../../../ui/heading.tsx";
import { HistoryList, type HistoryEntry } from "../../../../ui/history-list.tsx";
import { partEntry } from "../../../../ui/record/telling.tsx";
import { show } from "../../../../ui/show.tsx";
import { cardWords } from "../../card/words.ts";
import { upkeepWords } from "../words.ts";
import { cardParts, ServiceState } from "../../card/model.ts";
import { planLinkWords } from "../../plan-links/words.ts";
import { serviceRights } from "../../card/rights.ts";
import { readCard, type OpenCard } from "../../card/pages/card-read.ts";
import { tellingOf } from "../../card/pages/field-text.tsx";
import { cardCrumbs, DirectoryScreen } from "../../card/pages/frame.tsx";

const edited = partNamesOf(cardParts);
const isEdited = (block: string | null): block is (typeof edited)[number] => edited.some((part) => part === block);
const LinkTold = z.object({ title: z.string() });
const byLink: ReadonlySet<string> = new Set(["directory.confirm-card", "directory.correct-card"]);

/** How a part came to change, where it was not by hand. */
const manners = {
  "directory.accept-proposal": "history.accepted",
  "directory.import": "history.importedPart",
  "directory.merge-services": "history.mergedPart",
  "directory.unmerge-services": "history.unmergedPart",
} as const;
const isManner = (action: string): action is keyof typeof manners => Object.hasOwn(manners, action);

const told = { created: "history.created", imported: "history.imported", restored: "history.restored" } as const;
const isTold = (verb: Event["verb"]): verb is keyof typeof told => Object.hasOwn(told, verb);

/** An event of a card in words, with what changed field by field. */
function entryOf(
  visit: TerritoryVisit,
  { names }: OpenCard,
  { at, actor, action, verb, block, before, after }: Event,
): HistoryEntry {
  const { lang } = visit;
  const say = upkeepWords(lang);
  const who = actor.name !== "" ? actor.name : say(byLink.has(action) ? "history.keeper" : "history.someone");
  if (isEdited(block)) {
    const part = cardWords(lang)(`part.${block}`);
    return {
      at,
      who,
      what: say(isManner(action) ? manners[action] : "history.part", { part }),
      ...partEntry(tellingOf(lang, names), { before, after }, (count) => say("history.fields", { count })),
    };
  }
  if (block === "actions") {
    const told = LinkTold.safeParse(after ?? before);
    const what = after === null ? "removed" : "added";
    return { at, who, what: planLinkWords(lang)("history", { what, title: told.success ? told.data.title : "" }) };
  }
  if (block === "verified") return { at, who, what: say("history.verified") };
  if (block === "state") {
    const state = ServiceState.safeParse(after);
    return { at, who, what: say("history.state", { state: state.success ? state.data.kind : "" }) };
  }
  if (block === "apart") return { at, who, what: say("history.apart") };
  if (block?.startsWith("merge ")) return { at, who, what: say("history.merged") };
  if (block?.startsWith("unmerge ")) return { at, who, what: say("history.unmerged") };
  return { at, who, what: say(isTold(verb) ? told[verb] : "history.changed") };
}

const HistoryPage = ({
  visit,
  card,
  events,
}: {
  readonly visit: TerritoryVisit;
  readonly card: OpenCard;
  readonly events: readonly Event[];
}) => (
  <DirectoryScreen
    visit={visit}
    title={`${cardWords(visit.lang)("card.history")} · ${card.service.offer.name}`}
    tab="/annuaire/services"
    crumbs={cardCrumbs(visit, card)}
  >
    <PageHeading
      above={card.service.offer.name}
      title={cardWords(visit.lang)("card.history")}
      intro={upkeepWords(visit.lang)("history.intro")}
    />
    <HistoryList entries={events.map((event) => entryOf(visit, card, event))} />
  </DirectoryScreen>
);

/** Who changed what on a card, when, before and after: `/annuaire/services/:id/histoire`. */
export const historyPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>().get("/annuaire/services/:id/histoire", async (c) => {
    const { visit } = c.var;
    const found = await readCard(visit, c.req.param("id"), serviceRights.readInternal);
    if (found.kind !== "found") return show(c, found, () => null);
    const query = { kind: "service", id: found.value.service.id, limit: 1_000 };
    const events = await visit.read((tx) => readEvents(tx, query));
    return show(c, found, (card) => <HistoryPage visit={visit} card={card} events={events} />);
  });
