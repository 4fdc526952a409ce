import { Refusal } from "../use-case.ts";
import type { Tx } from "../database/database.ts";
import type { Plain } from "../history/model.ts";
import { fieldChanges, samePlain } from "./rules.ts";
import { readEvents } from "../history/store.ts";

interface Edit {
  readonly object: { readonly kind: string; readonly id: string };
  readonly block: string;
  /** Number of the last event of this block when the person opened it. */
  readonly seen: number;
  /** The block as it stands. */
  readonly now: Plain;
  /** The block as the person wants it. */
  readonly mine: Plain;
}

/**
 * Ends a use case when someone else changed the same block since the person opened it, and says what they changed:
 * `before` is what the person had read, `after` what stands now, `mine` what they wrote. Two who wrote the same agree.
 */
export async function refuseStale(tx: Tx, { object, block, seen, now, mine }: Edit): Promise<void> {
  const since = await readEvents(tx, { kind: object.kind, id: object.id, block, after: seen, limit: 1_000 });
  const [latest] = since;
  const oldest = since.at(-1);
  if (latest === undefined || oldest === undefined) return;
  const mineByField = new Map(fieldChanges({}, mine).map(({ field, after }) => [field, after]));
  const changes = fieldChanges(oldest.before, now)
    .map((change) => ({ ...change, mine: mineByField.get(change.field) ?? null }))
    .filter((change) => !samePlain(change.mine, change.after));
  if (changes.length === 0) return;
  throw new Refusal({ kind: "conflict", conflict: { by: latest.actor.name, at: latest.at, seen: latest.seq, changes } });
}
