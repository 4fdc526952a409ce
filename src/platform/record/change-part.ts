import type { Change } from "../history/model.ts";
import type { UseCaseRun } from "../use-case.ts";
import { refuseStale } from "./conflict.ts";
import { asPlain, samePlain } from "./rules.ts";

interface PartChange {
  /** The record as the history names it once it is changed. */
  readonly object: Change["object"];
  readonly part: string;
  /** Number of the last event that the person had seen of it; `null` where what they wrote does not rest on it. */
  readonly seen: number | null;
  readonly before: object;
  readonly value: object;
  readonly save: () => Promise<void>;
}

/**
 * Changes one part of a record that the use case holds: two people on two parts do not meet; on the same part, the second sees what
 * changed and chooses. A part that is already so is left alone, and `false` says it.
 */
export async function changePart(
  { tx, record }: Pick<UseCaseRun<unknown, unknown>, "tx" | "record">,
  { object, part, seen, save, ...versions }: PartChange,
): Promise<boolean> {
  const [before, after] = [asPlain(versions.before), asPlain(versions.value)];
  if (seen !== null) await refuseStale(tx, { object, block: part, seen, now: before, mine: after });
  if (samePlain(before, after)) return false;
  await save();
  await record({ verb: "changed", object, block: part, before, after });
  return true;
}
