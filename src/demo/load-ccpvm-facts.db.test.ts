import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test/database.ts";
import { hashOfText } from "../wings/convention/snapshots/use-cases/take-snapshot.ts";
import { SnapshotContent } from "../wings/convention/snapshots/model.ts";
import { currentOf } from "../wings/convention/conventions/rules.ts";
import { integrityOf } from "../wings/convention/snapshots/rules.ts";
import { listConventions } from "../wings/convention/conventions/store.ts";
import { listFrameworks } from "../wings/convention/frameworks/store.ts";
import { listSnapshots, snapshotText } from "../wings/convention/snapshots/store.ts";
import { perform, type Runtime } from "../platform/use-case.ts";
import { openDatabase } from "../platform/database/database.ts";
import { folderFileStore } from "../platform/files/file-store.ts";
import { readEvents } from "../platform/history/store.ts";
import { TerritoryId } from "../platform/model.ts";
import { loadPlan } from "../wings/plan/action/store.ts";
import { addTerritory } from "../wings/territory/territories/use-cases/add-territory.ts";
import { listOrganisations } from "../wings/territory/organisations/store.ts";
import { signatories } from "./ccpvm-facts.ts";
import { loadCcpvmFacts } from "./load-ccpvm-facts.ts";
import { wings } from "../app/wings.ts";

const territory = TerritoryId.parse("00000000-0000-7000-8000-000000000001");
let place: TestDatabase;
let folder: string;
let runtime: Runtime;

beforeAll(async () => {
  place = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "maillage-facts-"));
  runtime = {
    database: openDatabase(place.url),
    clock: { now: () => new Date("2026-11-23T09:00:00Z") },
    wings,
    files: folderFileStore(folder),
    origin: "http://localhost:3000",
    undoMinutes: 0,
  };
  await perform(runtime, addTerritory, { role: "operator", territory, person: null, name: "Maillage" }, { siren: "200068377" });
});

afterAll(async () => {
  await runtime.database.close();
  await place.drop();
  await rm(folder, { recursive: true, force: true });
});

describe("the public facts of the first territory", () => {
  it("are all or nothing: a load that stops half way leaves no trace", async () => {
    let ticks = 0;
    const clock = {
      now: () => {
        ticks += 1;
        if (ticks > 12) throw new Error("the power is cut");
        return new Date("2026-11-23T09:00:00Z");
      },
    };
    await expect(loadCcpvmFacts({ ...runtime, clock }, territory)).rejects.toThrow("the power is cut");
    expect(await runtime.database.inTerritory(territory, listConventions)).toEqual([]);
    expect(await runtime.database.inTerritory(territory, listOrganisations)).toEqual([]);
    expect(await runtime.database.inInstance(listFrameworks)).toEqual([]);
  });

  it("give two conventions, linked: the first renewed, the second in force", async () => {
    const loaded = await loadCcpvmFacts(runtime, territory);
    const all = await runtime.database.inTerritory(territory, listConventions);
    expect(all).toMatchObject([
      {
        id: loaded?.second,
        predecessorId: loaded?.first,
        state: "in_force",
        periodStart: "2023",
        periodEnd: "2027",
        signedOn: "2023-11-28",
      },
      {
        id: loaded?.first,
        predecessorId: null,
        state: "renewed",
        periodStart: "2019",
        periodEnd: "2022",
        signedOn: "2019-01-15",
        reviewedOn: "2022-12",
      },
    ]);
    expect(currentOf(all)?.id).toBe(loaded?.second);
    expect(all.every(({ provenance, sources }) => provenance.kind === "sourced" && sources.length > 0)).toBe(true);
  });

  it("name fourteen signatories, their day, and nothing that was not published", async () => {
    const [second, first] = await runtime.database.inTerritory(territory, listConventions);
    expect(signatories).toHaveLength(14);
    expect(second?.parties).toHaveLength(14);
    expect(second?.planValidatedOn).toBe("2023-04");
    for (const party of second?.parties ?? []) {
      expect(party).toMatchObject({
        signedOn: "2023-11-28",
        representative: null,
        deliberationNumber: null,
        deliberationDate: null,
        deliberationFileId: null,
      });
    }
    expect(first).toMatchObject({ parties: [], planValidatedOn: null, themes: [], frameworkId: null });
  });

  it("give the four axes of the shared scheme, each in plain words", async () => {
    const [second] = await runtime.database.inTerritory(territory, listConventions);
    const [scheme] = await runtime.database.inInstance(listFrameworks);
    expect(scheme).toMatchObject({
      departementCode: "88",
      signedIn: "2021-12",
      axes: [{ number: 1 }, { number: 2 }, { number: 3 }, { number: 4 }],
    });
    if (second === undefined) throw new Error("the second convention");
    const plan = await runtime.database.inTerritory(territory, (tx) => loadPlan(tx, second.id));
    expect(plan.axes.map(({ frameworkAxisId }) => frameworkAxisId)).toEqual(scheme?.axes.map(({ id }) => id));
    expect(plan.axes.every(({ plainWords }) => plainWords !== null)).toBe(true);
    expect(plan.actions).toEqual([]);
  });

  it("freeze what came in, and say that it was frozen on entry", async () => {
    await runtime.database.inTerritory(territory, async (tx) => {
      const [second] = await listConventions(tx);
      if (second === undefined) throw new Error("the second convention");
      const [snapshot, ...others] = await listSnapshots(tx, second.id);
      expect(others).toEqual([]);
      expect(snapshot).toMatchObject({ reason: "entry", takenAt: new Date("2026-11-23T09:00:00Z") });
      if (snapshot === undefined) return;
      const content = (await snapshotText(tx, snapshot.id)) ?? "";
      expect(integrityOf({ content, hash: snapshot.hash }, hashOfText)).toBe("intact");
      const { objects } = SnapshotContent.parse(JSON.parse(content));
      const counts = Object.groupBy(objects, ({ kind }) => kind);
      expect([counts.convention?.length, counts.party?.length, counts.axis?.length]).toEqual([1, 14, 4]);
    });
  });

  it("do nothing when they are there already", async () => {
    const before = await runtime.database.inTerritory(territory, (tx) => readEvents(tx, { limit: 1_000 }));
    expect(await loadCcpvmFacts(runtime, territory)).toBeUndefined();
    expect(await runtime.database.inTerritory(territory, (tx) => readEvents(tx, { limit: 1_000 }))).toHaveLength(before.length);
  });
});
