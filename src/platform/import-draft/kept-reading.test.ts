import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { folderFileStore, type FileStore } from "../files/file-store.ts";
import { TerritoryId } from "../model.ts";
import type { Cell, Sheet } from "../spreadsheet/sheet.ts";
import { keepReading, loadReading } from "./kept-reading.ts";
import type { RawRow } from "./raw-row.ts";

const territory = TerritoryId.parse("018f0000-0000-7000-8000-000000000001");
let folder: string;
let files: FileStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maillage-reading-"));
  files = folderFileStore(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const text = fc.string({ unit: "grapheme", maxLength: 20 });
const content: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant<Cell>({ kind: "empty" }),
  text.map((each): Cell => ({ kind: "text", text: each })),
  fc
    .record({ value: fc.integer(), format: fc.constantFrom("plain" as const, "percent" as const, "thousands" as const) })
    .map((each): Cell => ({ kind: "number", ...each })),
  fc.constant<Cell>({ kind: "date", day: "2026-02-28" }),
  fc.boolean().map((value): Cell => ({ kind: "boolean", value })),
  fc.constant<Cell>({ kind: "formulaError", error: "#REF!" }),
);
const cell = fc
  .tuple(content, fc.option(fc.record({ row: fc.nat(9), column: fc.nat(9) }), { nil: undefined }))
  .map(([each, mergedFrom]): Cell => (mergedFrom === undefined ? each : { ...each, mergedFrom }));
const sheet: fc.Arbitrary<Sheet> = fc.record({
  name: text,
  hidden: fc.boolean(),
  rows: fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 }),
});
const row: fc.Arbitrary<RawRow> = fc.oneof(
  fc
    .record({ row: fc.nat(), fields: fc.dictionary(text, fc.jsonValue({ maxDepth: 2 }), { noNullPrototype: true }) })
    .map((each): RawRow => ({ kind: "row", ...each })),
  fc.nat().map((at): RawRow => ({ kind: "unreadable", row: at })),
);

test("sheets come back cell by cell, merged ones with what they were merged from", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sheet, { maxLength: 3 }), async (sheets) => {
      const hash = await keepReading(files, territory, { kind: "sheets", sheets });
      expect(await loadReading(files, territory, hash)).toEqual({ kind: "sheets", sheets });
    }),
    { numRuns: 50 },
  );
});

async function* each<Value>(values: readonly Value[]): AsyncGenerator<Value> {
  yield* values;
}

test("a list comes back row by row, with its format, as often as it is asked for", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 40 }), async (rows) => {
      const hash = await keepReading(files, territory, { kind: "list", format: "france-services", rows: each(rows) });
      const kept = await loadReading(files, territory, hash);
      if (kept?.kind !== "list") throw new Error("a list was kept");
      expect(kept.format).toBe("france-services");
      for (const _time of [1, 2]) expect(await Array.fromAsync(kept.rows)).toEqual(rows.map(asJson));
    }),
    { numRuns: 50 },
  );
});
/** JSON has no −0. */
const asJson = (value: RawRow): unknown => JSON.parse(JSON.stringify(value));

test("more than a piece is kept whole, its letters with their accents", async () => {
  const rows = Array.from({ length: 20_000 }, (_, at): RawRow => ({
    kind: "row",
    row: at,
    fields: { nom: `Éloyes, crèche n° ${at}` },
  }));
  const kept = await loadReading(
    files,
    territory,
    await keepReading(files, territory, { kind: "list", format: "x", rows: each(rows) }),
  );
  expect(kept?.kind === "list" ? await Array.fromAsync(kept.rows) : []).toEqual(rows);
});

test("a reading that is no longer there is said to be missing", async () => {
  expect(await loadReading(files, territory, "0".repeat(64))).toBeNull();
});
