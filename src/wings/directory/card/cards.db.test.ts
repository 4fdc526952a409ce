import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { done, plantTerritory } from "../../plan/action/territory.fixture.ts";
import { readEvents } from "../../../platform/history/store.ts";
import { closeService, publishService } from "./use-cases/move-service.ts";
import { createService } from "./use-cases/create-service.ts";
import { editPart } from "./use-cases/edit-part.ts";
import { emptyExampleServices, restoreExampleServices } from "./use-cases/example-services.ts";
import { savePlace } from "../places/use-cases/save-place.ts";
import { verifyService } from "./use-cases/verify-service.ts";
import { partNames, type ServiceId } from "./model.ts";
import type { PlaceId } from "../places/model.ts";
import { directoryAt, loadDirectory, saveService, serviceById } from "./store.ts";
import { placeById, savePlace as saveRow } from "../places/store.ts";

let here: Awaited<ReturnType<typeof plantTerritory>>;
let place: PlaceId;
beforeAll(async () => {
  here = await plantTerritory("200068377");
  place = done(await here.run(savePlace, here.as.coordinator, placeOf("Exemple : maison de l’enfance")));
});
afterAll(() => here.close());

const placeOf = (name: string, more: object = {}) => ({
  organisationId: here.organisations.centre,
  name,
  wheelchair: "unknown",
  ...more,
});
const create = async (name = "Exemple : crèche"): Promise<ServiceId> =>
  done(await here.run(createService, here.as.coordinator, { placeId: place, offer: { name, kind: "eaje" } }));
const load = async (id: ServiceId) => {
  const service = await here.read((tx) => serviceById(tx, id));
  if (service === undefined) throw new Error("the service is not there");
  return service;
};
const seqOf = (kind: string, id: string) => here.read(async (tx) => (await readEvents(tx, { kind, id, limit: 1 }))[0]?.seq ?? 0);
const edit = (serviceId: ServiceId, seen: number, part: string, value: object) =>
  here.run(editPart, here.as.coordinator, { serviceId, seen, part, value });

describe("a card", () => {
  test("begins with what is offered; the rest is unknown, and nothing is public", async () => {
    const card = await load(await create());
    expect(card).toMatchObject({
      state: { kind: "draft" },
      verifiedOn: null,
      forWhom: { minMonths: null, maxMonths: null, disability: "unknown" },
      fees: { fee: "unknown" },
      where: { area: { kind: "unknown" } },
    });
  });

  test("is verified without being changed, and changed without being verified", async () => {
    const id = await create();
    done(await here.run(publishService, here.as.coordinator, { serviceId: id }));
    const before = await load(id);
    done(await here.run(verifyService, here.as.coordinator, { serviceId: id }));
    const verified = await load(id);
    expect(verified.verifiedOn).not.toBeNull();
    expect(verified.updatedAt).toEqual(before.updatedAt);
    done(await edit(id, await seqOf("service", id), "fees", { fee: "free" }));
    const changed = await load(id);
    expect(changed.verifiedOn).toBe(verified.verifiedOn);
    expect(changed.updatedAt.getTime()).toBeGreaterThanOrEqual(verified.updatedAt.getTime());
  });

  test("closes with its day, keeps all, and comes back", async () => {
    const id = await create();
    done(await edit(id, await seqOf("service", id), "fees", { fee: "free", details: "Goûter fourni" }));
    done(await here.run(publishService, here.as.coordinator, { serviceId: id }));
    done(await here.run(closeService, here.as.coordinator, { serviceId: id, on: "30/06/2026", reason: "Travaux" }));
    expect((await load(id)).state).toEqual({ kind: "closed", on: "2026-06-30", reason: "Travaux" });
    done(await here.run(publishService, here.as.coordinator, { serviceId: id }));
    expect(await load(id)).toMatchObject({ state: { kind: "published" }, fees: { details: "Goûter fourni" } });
  });

  test.each([
    ["offer", { name: "Exemple", kind: "nowhere" }, "value.kind", /n’est pas dans la liste/],
    ["offer", { name: "", kind: "eaje" }, "value.name", /\S/],
    ["forWhom", { minMonths: "3 ans", maxMonths: "18 mois", disability: "unknown" }, "value.maxMonths", /inversez-les/],
    ["forWhom", { minMonths: "petit", disability: "unknown" }, "value.minMonths", /18 mois, 3 ans/],
    ["forWhom", { publics: ["tous-publics", "familles"], disability: "unknown" }, "value.publics", /se choisit seul/],
    ["opening", { closures: [{ from: "2026-08-20", to: "2026-08-01" }] }, "value.closures[0].to", /\S/],
    [
      "where",
      {
        area: { kind: "unknown" },
        rounds: [{ communeCode: "75056", weekday: "Mo", rhythm: "weekly", from: "09:00", to: "12:00" }],
      },
      "value.rounds[0].communeCode",
      /n’est pas dans le territoire/,
    ],
    ["where", { area: { kind: "codes" } }, "value.area.codes", /\S/],
    ["carried", { operatorId: "01920000-0000-7000-8000-000000000000" }, "value.operatorId", /carnet/],
    ["internal", { keeperEmail: "pas une adresse" }, "value.keeperEmail", /\S/],
  ])("refuses a wrong %s at its place: %j", async (part, value, path, sentence) => {
    const id = await create();
    const before = await load(id);
    const outcome = await edit(id, await seqOf("service", id), part, value);
    if (outcome.kind !== "invalid") throw new Error(`it was not refused: ${outcome.kind}`);
    expect(outcome.problems.map((problem) => problem.path)).toContain(path);
    expect(outcome.problems.find((problem) => problem.path === path)?.message).toMatch(sentence);
    expect(await load(id)).toEqual(before);
  });
});

describe("two people on a card", () => {
  test("on the same part, the second sees what changed and chooses", async () => {
    const id = await create();
    const seen = await seqOf("service", id);
    done(await edit(id, seen, "fees", { fee: "free", details: "Adhésion de 5 €" }));
    const second = await edit(id, seen, "fees", { fee: "paid" });
    expect(second).toMatchObject({
      kind: "conflict",
      conflict: {
        changes: expect.arrayContaining([{ field: "fee", before: "unknown", after: "free", mine: "paid" }]),
      },
    });
    expect((await load(id)).fees).toEqual({ fee: "free", details: "Adhésion de 5 €" });
  });

  test("on two parts, nobody notices", async () => {
    const id = await create();
    const seen = await seqOf("service", id);
    done(await edit(id, seen, "fees", { fee: "free" }));
    done(await edit(id, seen, "forWhom", { minMonths: "2 ans", disability: "welcomed" }));
    expect(await load(id)).toMatchObject({ fees: { fee: "free" }, forWhom: { minMonths: 24, disability: "welcomed" } });
  });

  test("on a place, the second sees what changed and chooses", async () => {
    const run = (fields: object) => here.run(savePlace, here.as.coordinator, fields);
    const placeId = done(await run(placeOf("Exemple : un lieu")));
    const seen = await seqOf("place", placeId);
    done(await run({ ...placeOf("Exemple : un lieu", { phone: "03 29 00 00 00" }), placeId, seen }));
    expect(await run({ ...placeOf("Exemple : un lieu", { phone: "03 29 11 11 11" }), placeId, seen })).toMatchObject({
      kind: "conflict",
      conflict: { changes: [{ field: "phone", after: "03 29 00 00 00", mine: "03 29 11 11 11" }] },
    });
  });
});

test("the directory in memory is the directory of the database, whatever was done to it", async () => {
  const ids = [await create(), await create("Exemple : relais")];
  const step = fc.oneof(
    fc.record({ what: fc.constant("edit" as const), at: fc.nat(1), fee: fc.constantFrom("free", "paid", "unknown") }),
    fc.record({ what: fc.constant("publish" as const), at: fc.nat(1) }),
    fc.record({ what: fc.constant("close" as const), at: fc.nat(1) }),
    fc.record({ what: fc.constant("place" as const), name: fc.constantFrom("Exemple : A", "Exemple : B") }),
    fc.record({ what: fc.constant("create" as const) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      for (const each of steps) {
        const id = "at" in each ? ids[each.at] : undefined;
        if (each.what === "create") await create();
        else if (each.what === "place") await here.run(savePlace, here.as.coordinator, { ...placeOf(each.name), placeId: place });
        else if (id !== undefined && each.what === "edit")
          done(await edit(id, await seqOf("service", id), "fees", { fee: each.fee }));
        else if (id !== undefined && each.what === "publish")
          done(await here.run(publishService, here.as.coordinator, { serviceId: id }));
        else if (id !== undefined) done(await here.run(closeService, here.as.coordinator, { serviceId: id, on: "2026-06-30" }));
        if (steps.length % 2 === 0) await here.look((tx) => directoryAt(tx, here.territory));
      }
      const [remembered, stored] = await here.look(
        async (tx) => [(await directoryAt(tx, here.territory)).directory, await loadDirectory(tx)] as const,
      );
      expect(new Map([...remembered.services].toSorted())).toEqual(new Map([...stored.services].toSorted()));
      expect(remembered.places).toEqual(stored.places);
    }),
    { numRuns: 15 },
  );
});

test("a card that is written without an event is seen, the others are not read again", async () => {
  const [one, other] = [await create(), await create()];
  const look = async () => (await here.look((tx) => directoryAt(tx, here.territory))).directory;
  const before = await look();
  await here.runtime.database.owner.execute(sql`update service set verified_on = '2026-10-01' where id = ${one}`);
  const after = await look();
  expect(after.services.get(one)?.verifiedOn).toBe("2026-10-01");
  expect(after.services.get(other)).toBe(before.services.get(other));
  await here.runtime.database.owner.execute(sql`update person set phone = null`);
  expect(await look()).toBe(after);
  await here.runtime.database.owner.execute(sql`delete from service where id = ${one}`);
  expect((await look()).services.has(one)).toBe(false);
});

test("each part of a card is told on its own, with before and after", async () => {
  const id = await create();
  const values: Readonly<Record<string, object>> = {
    offer: { name: "Exemple : autre nom", kind: "eaje" },
    forWhom: { minMonths: "2 mois", disability: "welcomed" },
    opening: { periods: [{ season: "all_year", hours: "Mo-Fr 08:00-18:00" }] },
    where: { modes: ["on_site"], area: { kind: "everywhere" } },
    wayIn: { ways: ["registration"], phone: "03 29 00 00 00" },
    fees: { fee: "family_quotient" },
    capacity: { capacities: [{ unit: "places", maximum: "20" }] },
    carried: { weeks: "46" },
    exchanged: { thematiques: ["famille--garde-denfants"] },
  };
  for (const part of partNames) done(await edit(id, await seqOf("service", id), part, values[part] ?? {}));
  const events = await here.read((tx) => readEvents(tx, { kind: "service", id }));
  const told = events.flatMap(({ block, before, after }) => (block === null ? [] : [{ block, changed: before !== after }]));
  expect(told.map(({ block }) => block).toSorted()).toEqual([...partNames].toSorted());
  expect(told.every(({ changed }) => changed)).toBe(true);
});

test("the examples go away in one step, with their places, and come back as they were; what is real stays", async () => {
  const example = { kind: "example" } as const;
  const real = await create("Exemple : la vraie");
  const before = await load(await create("Exemple : l’inventée"));
  const alone = done(await here.run(savePlace, here.as.coordinator, placeOf("Exemple : lieu inventé")));
  await here.read(async (tx) => {
    await saveService(tx, here.territory, { ...before, provenance: example });
    const invented = await placeById(tx, alone);
    if (invented !== undefined) await saveRow(tx, here.territory, { ...invented, provenance: example });
  });
  const invented = await load(before.id);
  expect(done(await here.run(emptyExampleServices, here.as.coordinator, {}))).toBe(1);
  const gone = (await here.look((tx) => directoryAt(tx, here.territory))).directory;
  expect([gone.services.has(before.id), gone.services.has(real), gone.places.has(alone)]).toEqual([false, true, false]);
  expect(done(await here.run(restoreExampleServices, here.as.coordinator, {}))).toBe(1);
  expect(await load(before.id)).toEqual(invented);
  const { directory } = await here.look((tx) => directoryAt(tx, here.territory));
  expect(directory).toEqual(await here.read(loadDirectory));
  here.time.now = new Date(here.time.now.getTime() + 31 * 86_400_000);
  done(await here.run(emptyExampleServices, here.as.coordinator, {}));
  here.time.now = new Date(here.time.now.getTime() + 31 * 86_400_000);
  expect(done(await here.run(restoreExampleServices, here.as.coordinator, {}))).toBe(0);
});
