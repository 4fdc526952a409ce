import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { currentOf } from "../src/wings/convention/conventions/rules.ts";
import { listConventions } from "../src/wings/convention/conventions/store.ts";
import { prepareFirstTerritory } from "../src/demo/first-territory.ts";
import { attachFile } from "../src/wings/plan/action/use-cases/attach-file.ts";
import { loadPlan } from "../src/wings/plan/action/store.ts";
import { perform, type Runtime } from "../src/platform/use-case.ts";
import { createArchive, openArchive } from "../src/platform/archive/archive.ts";
import { backup } from "../src/platform/backup/backup.ts";
import { restore } from "../src/platform/backup/restore.ts";
import { openDatabase } from "../src/platform/database/database.ts";
import { folderFileStore } from "../src/platform/files/file-store.ts";
import { readEvents, writeEvent } from "../src/platform/history/store.ts";
import { listPeople } from "../src/wings/territory/people/store.ts";
import { listTerritories } from "../src/wings/territory/territories/store.ts";
import { createTestDatabase } from "./database.ts";
import { wings } from "../src/app/wings.ts";

const clock = { now: () => new Date("2026-11-23T09:00:00Z") };

async function openInstance() {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), "maillage-backup-"));
  const runtime: Runtime = {
    database: openDatabase(database.url),
    clock,
    wings,
    files: folderFileStore(folder),
    origin: "https://ctg.example",
    undoMinutes: 0,
  };
  const close = async (): Promise<void> => {
    await runtime.database.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  };
  return { runtime, close };
}

/** Every table and file of an instance, as its backup tells them. */
async function contentOf(runtime: Runtime): Promise<ReadonlyMap<string, string>> {
  const opened = openArchive((await backup(runtime)).bytes);
  if (opened.kind !== "opened") throw new Error("the backup does not open");
  const sorted = (text: string): string => text.split("\n").toSorted().join("\n");
  return new Map([...opened.entries].map(([path, bytes]) => [path, sorted(new TextDecoder().decode(bytes))]));
}

describe("a backup carries a whole instance", () => {
  let from: Awaited<ReturnType<typeof openInstance>>;
  let to: Awaited<ReturnType<typeof openInstance>>;
  let kept: Uint8Array;

  beforeAll(async () => {
    from = await openInstance();
    to = await openInstance();
    await prepareFirstTerritory(from.runtime, "demonstration");
    const [territory] = await from.runtime.database.inInstance(listTerritories);
    if (territory === undefined) throw new Error("no territory");
    const convention = currentOf(await from.runtime.database.inTerritory(territory.id, listConventions));
    if (convention === undefined) throw new Error("no convention");
    const plan = await from.runtime.database.inTerritory(territory.id, (tx) => loadPlan(tx, convention.id));
    const attached = await perform(
      from.runtime,
      attachFile,
      { role: "operator", territory: territory.id, person: null, name: "Essai" },
      { actionId: plan.actions[0]?.id, file: new File(["%PDF-1.7 relevé de décisions"], "relevé é.pdf") },
    );
    expect(attached.kind).toBe("done");
    kept = (await backup(from.runtime)).bytes;
  });

  afterAll(async () => {
    await from.close();
    await to.close();
  });

  it("finds the same content after, in an instance that held something else", async () => {
    await prepareFirstTerritory(to.runtime, "real");
    expect(await contentOf(to.runtime)).not.toEqual(await contentOf(from.runtime));

    const outcome = await restore(to.runtime, kept);

    expect(outcome).toMatchObject({ kind: "restored", files: 1 });
    expect(await contentOf(to.runtime)).toEqual(await contentOf(from.runtime));
  });

  it("lets the instance live on: its sequences follow, its walls stand", async () => {
    const [territory] = await to.runtime.database.inInstance(listTerritories);
    if (territory === undefined) throw new Error("no territory");
    const { last } = await to.runtime.database.inTerritory(territory.id, async (tx) => ({
      last: (await readEvents(tx, { limit: 1 }))[0]?.seq ?? 0,
    }));
    await to.runtime.database.inTerritory(territory.id, async (tx) => {
      const seq = await writeEvent(
        tx,
        { role: "operator", territory: territory.id, person: null, name: "Essai" },
        clock.now(),
        "test.after",
        {
          verb: "changed",
          object: { kind: "territory", id: territory.id, label: territory.name },
        },
      );
      expect(seq).toBeGreaterThan(last);
    });
    expect(await to.runtime.database.inInstance(listPeople)).toEqual([]);
  });

  it.each([
    [
      "one byte was changed",
      (bytes: Uint8Array) => bytes.with(Math.floor(bytes.length / 2), (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 255),
    ],
    ["its end is missing", (bytes: Uint8Array) => bytes.slice(0, bytes.length - 100)],
    ["it is a text", () => new TextEncoder().encode("bonjour")],
  ])("is refused, and changes nothing, when %s", async (_, damage) => {
    const before = await contentOf(to.runtime);
    const outcome = await restore(to.runtime, damage(kept));
    expect(outcome.kind).toBe("refused");
    expect(await contentOf(to.runtime)).toEqual(before);
  });

  it("is refused, and changes nothing, when it comes from another version or speaks of an unknown table", async () => {
    const before = await contentOf(to.runtime);
    const opened = openArchive(kept);
    if (opened.kind !== "opened") throw new Error("the backup does not open");
    const facts = { kind: "maillage-backup", format: 1, migration: "9999_later", takenAt: "2030-01-01T00:00:00Z" };
    const later = [...opened.entries].map(([path, bytes]) => ({
      path,
      bytes: path === "backup.json" ? new TextEncoder().encode(JSON.stringify(facts)) : bytes,
    }));
    expect(await restore(to.runtime, await createArchive(later))).toMatchObject({
      kind: "refused",
      sentence: expect.stringContaining("9999_later"),
    });
    const strange = [...opened.entries]
      .map(([path, bytes]) => ({ path, bytes }))
      .concat({ path: "tables/public.stranger.jsonl", bytes: new Uint8Array() });
    expect(await restore(to.runtime, await createArchive(strange))).toMatchObject({
      kind: "refused",
      sentence: expect.stringContaining("stranger"),
    });
    expect(await contentOf(to.runtime)).toEqual(before);
  });
});
