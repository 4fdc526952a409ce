import type { Tx } from "../../../platform/database/database.ts";
import { keptRead } from "../../../platform/kept/kept-read.ts";
import { readEvents } from "../../../platform/history/store.ts";
import type { Event } from "../../../platform/history/model.ts";
import type { TerritoryId } from "../../../platform/model.ts";
import type { Action, ActionId } from "../action/model.ts";
import type { WholeAction } from "./model.ts";
import { insertActions, insertLinks, linksOf, loadActions } from "../action/store.ts";
import { listNotes, saveNote } from "../notes/store.ts";
import { attachFileRow, listFiles } from "../action/files-store.ts";

/** An action with all that hangs on it. */
export async function wholeOf(tx: Tx, action: Action): Promise<WholeAction> {
  return {
    action,
    notes: await listNotes(tx, action.id),
    files: await listFiles(tx, action.id),
    links: await linksOf(tx, action.id),
  };
}

/** Puts actions back whole. Links whose other end is gone stay away. */
export async function insertWhole(tx: Tx, territoryId: TerritoryId, wholes: readonly WholeAction[]): Promise<void> {
  await insertActions(
    tx,
    territoryId,
    wholes.map(({ action }) => action),
  );
  for (const { notes, files } of wholes) {
    for (const each of notes) await saveNote(tx, territoryId, each);
    for (const each of files) await attachFileRow(tx, territoryId, each);
  }
  const links = wholes.flatMap((each) => each.links);
  const there = new Set((await loadActions(tx, [...new Set(links.flatMap(({ from, to }) => [from, to]))])).map(({ id }) => id));
  await insertLinks(
    tx,
    territoryId,
    links.filter(({ from, to }) => there.has(from) && there.has(to)),
  );
}

/** The deletions of actions that are still gone, newest first. */
export const deletionsSince = keptRead(async (tx: Tx, since: Date): Promise<readonly Event[]> => {
  const events = await readEvents(tx, { kind: "action", verbs: ["deleted", "restored"], since, limit: 5_000 });
  const last = new Map<string, Event>();
  for (const event of events) if (!last.has(event.object.id)) last.set(event.object.id, event);
  return [...last.values()].filter(({ verb }) => verb === "deleted");
});

/** The last deletion of an action that is still gone. */
export const deletionOf = keptRead(async (tx: Tx, id: ActionId): Promise<Event | undefined> => {
  const [last] = await readEvents(tx, { kind: "action", id, limit: 1 });
  return last?.verb === "deleted" ? last : undefined;
});
