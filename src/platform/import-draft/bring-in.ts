import { UsageError } from "../command.ts";
import type { Outcome } from "../use-case.ts";
import type { ImportId } from "./model.ts";
import type { StartedImport } from "./start-draft.ts";

interface Steps<Value> {
  readonly start: () => Promise<Outcome<StartedImport>>;
  readonly accept: (importId: ImportId) => Promise<Outcome<Value>>;
  readonly abandon: (importId: ImportId) => Promise<Outcome<void>>;
}

/** Takes a file in and accepts it at once, for a command that has nobody to ask. A file that is refused is put aside. */
export async function bringIn<Value>({ start, accept, abandon }: Steps<Value>): Promise<Value> {
  const { id } = valueOf(await start());
  const outcome = await accept(id);
  if (outcome.kind !== "done") await abandon(id);
  return valueOf(outcome);
}

function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind === "done") return outcome.value;
  if (outcome.kind === "invalid") throw new UsageError(outcome.problems.map(({ message }) => message).join(" "));
  throw new Error(`unexpected outcome ${outcome.kind}`);
}
