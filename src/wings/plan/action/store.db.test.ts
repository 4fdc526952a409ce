import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { v7 } from "../../../platform/id.ts";
import { listCommunes, listThemes } from "../../territory/territories/store.ts";
import { anyBlocks } from "./blocks.fixture.ts";
import { ActionId, blockNames, type Action, type Blocks } from "./model.ts";
import { withRowIds } from "./rows.ts";
import { insertActions, insertLinks, loadAction, loadPlan, planAt, saveAction, saveBlock } from "./store.ts";
import { plantTerritory } from "./territory.fixture.ts";

let here: Awaited<ReturnType<typeof plantTerritory>>;
let blocks: fc.Arbitrary<Blocks>;
beforeAll(async () => {
  here = await plantTerritory("200068377");
  const themes = (await here.read(listThemes)).map(({ key }) => key);
  const communes = (await here.read(listCommunes)).map(({ code }) => code);
  blocks = anyBlocks({
    axisId: here.axes[0],
    objectiveId: here.objective,
    organisations: Object.values(here.organisations),
    themes,
    communes,
  });
});
afterAll(() => here.close());

const newId = () => v7(new Date());
const whole = (some: Blocks): Action => ({
  id: ActionId.parse(newId()),
  conventionId: here.conventionId,
  provenance: { kind: "entered" },
  lastNewsAt: new Date("2026-01-02T03:04:05.678Z"),
  validatedAt: null,
  validatedBy: null,
  ...withRowIds(some, {}, newId),
});

test("an action is read as it was saved, whatever is in it", async () => {
  await fc.assert(
    fc.asyncProperty(blocks, blocks, async (first, second) => {
      const action = whole(first);
      const later: Action = {
        ...action,
        ...withRowIds(second, action, newId),
        validatedAt: new Date("2026-02-03T00:00:00Z"),
        validatedBy: "Élue",
      };
      await here.read(async (tx) => {
        await saveAction(tx, here.territory, action);
        expect(await loadAction(tx, action.id)).toEqual(action);
        await saveAction(tx, here.territory, later);
        expect(await loadAction(tx, action.id)).toEqual(later);
      });
    }),
    { numRuns: 40 },
  );
});

test("a block is saved without touching the others", async () => {
  await fc.assert(
    fc.asyncProperty(blocks, blocks, fc.constantFrom(...blockNames), async (first, second, block) => {
      const action = whole(first);
      const next = withRowIds({ [block]: second[block] }, action, newId);
      const at = new Date("2026-05-06T07:08:09Z");
      await here.read(async (tx) => {
        await insertActions(tx, here.territory, [action]);
        await saveBlock(tx, here.territory, action.id, block, next[block] ?? second[block], at);
        expect(await loadAction(tx, action.id)).toEqual({ ...action, ...next, lastNewsAt: at });
      });
    }),
    { numRuns: 40 },
  );
});

test("rows keep their identity, and never take that of another action’s rows", () => {
  fc.assert(
    fc.property(blocks, blocks, (first, second) => {
      const known = withRowIds(first, {}, newId);
      expect(withRowIds(known, known, newId)).toEqual(known);
      const foreign = withRowIds(second, {}, newId);
      const ids = (some: Blocks) => [...some.how.milestones, ...some.how.funding, ...some.measures.measures].map(({ id }) => id);
      const taken = new Set(ids(foreign));
      const given = ids(withRowIds(foreign, known, newId));
      expect(given.some((id) => taken.has(id))).toBe(false);
      expect(given.every((id) => z.uuid().safeParse(id).success)).toBe(true);
      expect(new Set(given).size).toBe(given.length);
    }),
  );
});

test("a plan of a thousand actions is one reading, and remembered until the next event", async () => {
  const there = await here.another("200068757");
  const [sample] = fc.sample(blocks, { numRuns: 1, seed: 3 });
  if (sample === undefined) throw new Error("no sample");
  const actions = Array.from({ length: 1_000 }, (_, index) => ({
    ...whole({
      ...sample,
      identity: { ...sample.identity, number: `2.${index + 1}`, axisId: there.axes[1], objectiveId: null },
      who: {
        ...sample.who,
        leadId: there.organisations.caf,
        partners: [{ organisationId: there.organisations.centre, role: "relay" }],
      },
      how: { ...sample.how, funding: [] },
    }),
    conventionId: there.conventionId,
  }));
  const [first, last] = [actions[0], actions[999]];
  if (first === undefined || last === undefined) throw new Error("no actions");
  await there.read(async (tx) => {
    await insertActions(tx, there.territory, actions);
    await insertLinks(tx, there.territory, [{ from: last.id, to: first.id, kind: "continues" }]);
    const plan = await loadPlan(tx, there.conventionId);
    expect(plan.actions).toEqual(actions);
    expect(plan.links).toEqual([{ from: last.id, to: first.id, kind: "continues" }]);
    expect(plan.axes.map(({ number }) => number)).toEqual([1, 2]);
  });
  const look = () => there.look((tx) => planAt(tx, there.conventionId));
  const { plan: one } = await look();
  expect((await look()).plan).toBe(one);
  expect(await here.read((tx) => loadAction(tx, first.id))).toBeUndefined();
});
