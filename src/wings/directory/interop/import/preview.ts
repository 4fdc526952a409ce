import type { Service } from "../../card/model.ts";
import type { ImportRun } from "./import-run.ts";
import type { ImportResult } from "./kept-import.ts";
import type { PlannedRow } from "./plan-import.ts";

type Counts = { -readonly [Key in keyof Omit<ImportResult, "closed">]: number };
type Row = Extract<PlannedRow, { kind: "planned" }>;

export const noRows = (): Counts => ({ createdPlaces: 0, created: 0, changed: 0, same: 0, broken: 0, outside: 0 });

/** Adds a row to what an import does. A row is one card, whatever it does to its place. */
export function count(counts: Counts, row: PlannedRow): void {
  if (row.kind !== "planned") {
    counts[row.kind] += 1;
    return;
  }
  if (row.place?.kind === "create") counts.createdPlaces += 1;
  if (row.service?.kind === "create") counts.created += 1;
  else if (row.service?.kind === "update" || row.place?.kind === "update") counts.changed += 1;
  else if (row.place?.kind !== "create") counts.same += 1;
}

const keptOf = (planned: Row["place"] | Row["service"]) => (planned === null || planned.kind === "create" ? [] : planned.kept);

/** What a file would do: counted whole, and shown by its first rows of each sort. */
export interface Preview {
  readonly counts: Readonly<Counts>;
  readonly created: readonly Row[];
  readonly changed: readonly Row[];
  /** Rows whose file says otherwise than a correction made here. */
  readonly kept: readonly Row[];
  readonly keptCount: number;
  readonly broken: readonly Extract<PlannedRow, { kind: "broken" }>[];
  readonly doubtful: readonly Row[];
  readonly doubtfulCount: number;
  readonly missing: readonly Service[];
  readonly isShrunk: boolean;
}

/** How many rows of a sort are shown: what is decided one by one has room, what is only read less. */
export const shownAtMost = { created: 100, changed: 100, kept: 200, broken: 100, doubtful: 100, missing: 200 } as const;

/** Reads a whole file against the directory, and writes nothing. */
export async function previewOf(run: ImportRun): Promise<Preview> {
  const counts = noRows();
  const created: Row[] = [];
  const changed: Row[] = [];
  const kept: Row[] = [];
  const doubtful: Row[] = [];
  const broken: Extract<PlannedRow, { kind: "broken" }>[] = [];
  let [keptCount, doubtfulCount] = [0, 0];
  const show = <Value>(list: Value[], most: number, row: Value): void => {
    if (list.length < most) list.push(row);
  };
  for await (const batch of run.batches())
    for (const row of batch) {
      count(counts, row);
      if (row.kind === "broken") show(broken, shownAtMost.broken, row);
      if (row.kind !== "planned") continue;
      if (row.place?.kind === "create" || row.service?.kind === "create") show(created, shownAtMost.created, row);
      else if (row.place?.kind === "update" || row.service?.kind === "update") show(changed, shownAtMost.changed, row);
      if (keptOf(row.place).length + keptOf(row.service).length > 0) {
        keptCount += 1;
        show(kept, shownAtMost.kept, row);
      }
      if (row.doubts.length > 0) {
        doubtfulCount += 1;
        show(doubtful, shownAtMost.doubtful, row);
      }
    }
  const { services, isShrunk } = await run.missing();
  return {
    counts,
    created,
    changed,
    kept,
    keptCount,
    broken,
    doubtful,
    doubtfulCount,
    missing: services,
    isShrunk,
  };
}
