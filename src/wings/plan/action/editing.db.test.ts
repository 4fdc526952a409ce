import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addNote } from "../notes/use-cases/add-note.ts";
import { createAction } from "./use-cases/create-action.ts";
import { deleteAction } from "../deletion/use-cases/delete-action.ts";
import { editBlock } from "./use-cases/edit-block.ts";
import { entrustAction } from "./use-cases/entrust-action.ts";
import { reportProgress } from "../fiche/use-cases/report-progress.ts";
import { validateAction } from "./use-cases/validate-action.ts";
import { anyText } from "./blocks.fixture.ts";
import { listNotes } from "../notes/store.ts";
import { actionsOf, done, plantTerritory } from "./territory.fixture.ts";
import { personById } from "../../territory/people/store.ts";

let here: Awaited<ReturnType<typeof plantTerritory>>;
let there: Awaited<ReturnType<(typeof here)["another"]>>;
beforeAll(async () => {
  here = await plantTerritory("200068377");
  there = await here.another("200068757");
});
afterAll(() => here.close());
const { identity, typed, create, load, seq, events } = actionsOf(() => here);

describe("editing", () => {
  test("the second on the same block sees what changed, field by field, and chooses", async () => {
    const id = await create();
    const seen = await seq(id);
    const edit = (actor: typeof here.as.coordinator | typeof here.as.epci, at: number, value: object) =>
      here.run(editBlock, actor, { actionId: id, part: "why", seen: at, value });
    done(await edit(here.as.epci, seen, { findings: "Trois communes sans lieu d’éveil", stake: "Réunir" }));
    const second = await edit(here.as.coordinator, seen, { findings: "Deux communes", stake: "Réunir" });
    expect(second).toMatchObject({
      kind: "conflict",
      conflict: {
        by: "Alix Exemple",
        changes: [{ field: "findings", before: null, after: "Trois communes sans lieu d’éveil", mine: "Deux communes" }],
      },
    });
    expect((await load(id)).why.findings).toBe("Trois communes sans lieu d’éveil");
    if (second.kind !== "conflict") throw new Error("no conflict");
    done(await edit(here.as.coordinator, second.conflict.seen, { findings: "Deux communes", stake: "Réunir" }));
    expect((await load(id)).why.findings).toBe("Deux communes");
  });

  test("two blocks never meet", async () => {
    const id = await create();
    const seen = await seq(id);
    done(await here.run(editBlock, here.as.epci, { actionId: id, part: "why", seen, value: { stake: "A" } }));
    done(await here.run(editBlock, here.as.coordinator, { actionId: id, part: "what", seen, value: { goals: "B" } }));
    expect(await load(id)).toMatchObject({ why: { stake: "A" }, what: { goals: "B" } });
  });

  test("at the very same time: one is kept, the other sees it; on different blocks both are kept", async () => {
    for (let round = 0; round < 10; round += 1) {
      const id = await create();
      const seen = await seq(id);
      const stakes = ["Une", "Deux", "Trois", "Quatre"];
      const outcomes = await Promise.all([
        ...stakes.map((stake) => here.run(editBlock, here.as.coordinator, { actionId: id, part: "why", seen, value: { stake } })),
        here.run(editBlock, here.as.epci, { actionId: id, part: "what", seen, value: { goals: `Tour ${round}` } }),
      ]);
      expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(["conflict", "conflict", "conflict", "done", "done"]);
      const kept = stakes[outcomes.findIndex(({ kind }) => kind === "done")];
      expect(await load(id)).toMatchObject({ why: { stake: kept }, what: { goals: `Tour ${round}` } });
      const numbers = (await events(id)).map(({ block }) => block);
      expect(new Set(numbers)).toEqual(new Set(["what", "why", null]));
      expect(numbers).toHaveLength(3);
    }
  });

  test("an edit that changes nothing tells nothing; rows keep their identity", async () => {
    const id = await create({ how: { taxBase: "including_tax", milestones: [{ title: "Recruter", due: "31/03/2027" }] } });
    const before = await load(id);
    const at = await seq(id);
    done(await here.run(editBlock, here.as.coordinator, { actionId: id, part: "how", seen: at, value: before.how }));
    expect(await seq(id)).toBe(at);
    const value = { ...before.how, milestones: [{ title: "Chercher un local" }, ...before.how.milestones] };
    done(await here.run(editBlock, here.as.coordinator, { actionId: id, part: "how", seen: at, value }));
    const after = await load(id);
    expect(after.how.milestones.map(({ title }) => title)).toEqual(["Chercher un local", "Recruter"]);
    expect(after.how.milestones[1]?.id).toBe(before.how.milestones[0]?.id);
    expect((await events(id))[0]).toMatchObject({
      verb: "changed",
      block: "how",
      before: { milestones: [{ title: "Recruter" }] },
    });
  });

  test("any text comes back as it was typed, or is refused in words", async () => {
    const id = await create();
    await fc.assert(
      fc.asyncProperty(anyText(10_000), async (text) => {
        const outcome = await here.run(editBlock, here.as.coordinator, {
          actionId: id,
          part: "why",
          seen: await seq(id),
          value: { findings: text },
        });
        expect(outcome.kind).toBe("done");
        expect((await load(id)).why.findings).toBe(text.replaceAll("\u0000", "").normalize("NFC").replace(/\r\n?/g, "\n").trim());
      }),
      { numRuns: 15 },
    );
    const long = await here.run(editBlock, here.as.coordinator, {
      actionId: id,
      part: "why",
      seen: await seq(id),
      value: { findings: "é".repeat(100_000) },
    });
    expect(long).toEqual({
      kind: "invalid",
      problems: [{ path: "value.findings", message: expect.stringContaining("20\u202F000 caractères au plus") }],
    });
  });

  test("what is not in this territory is refused at its field", async () => {
    const id = await create();
    const edit = async (part: string, value: object) =>
      here.run(editBlock, here.as.coordinator, { actionId: id, part, seen: await seq(id), value });
    const stranger = there.organisations.caf;
    const who = { leadId: stranger, participation: "none", partners: [{ organisationId: stranger, role: "funder" }] };
    expect(await edit("who", who)).toMatchObject({
      kind: "invalid",
      problems: [{ path: "value.leadId" }, { path: "value.partners[0].organisationId" }],
    });
    const how = { taxBase: "including_tax", funding: [{ year: "2026", nature: "running", funderId: stranger }] };
    expect(await edit("how", how)).toMatchObject({ problems: [{ path: "value.funding[0].funderId" }] });
    expect(await edit("what", { communes: ["75056"] })).toMatchObject({ problems: [{ path: "value.communes" }] });
    expect(await edit("identity", { ...identity(), axisId: there.axes[0], themes: "inconnu" })).toMatchObject({
      problems: [{ path: "value.axisId" }, { path: "value.themes" }],
    });
    expect(await edit("identity", { ...identity(), axisId: here.axes[1], objectiveId: here.objective })).toMatchObject({
      problems: [{ path: "value.objectiveId" }],
    });
    expect(await there.run(editBlock, there.as.coordinator, { actionId: id, part: "why", seen: 0, value: {} })).toEqual({
      kind: "missing",
    });
  });
});

describe("rights", () => {
  test("each role opens its own doors", async () => {
    const id = await create();
    const edit = async (actor: Parameters<typeof here.run>[1]) =>
      (await here.run(editBlock, actor, { actionId: id, part: "why", seen: await seq(id), value: { stake: actor.role } })).kind;
    expect(await edit(here.as.epci)).toBe("done");
    expect(await edit(here.as.caf)).toBe("refused");
    expect(await edit(here.as.elected)).toBe("refused");
    expect(await edit(here.as.reader)).toBe("refused");
    expect(await edit(here.as.visitor)).toBe("refused");
    expect(await edit({ ...here.as.reader, role: "contributor", actionIds: [id] })).toBe("done");
    expect(await edit({ ...here.as.reader, role: "contributor", actionIds: [] })).toBe("refused");
    const note = { actionId: id, body: "Bravo", confidentiality: "shared" };
    expect((await here.run(addNote, here.as.caf, note)).kind).toBe("done");
    expect((await here.run(addNote, here.as.reader, note)).kind).toBe("refused");
    expect((await here.run(validateAction, here.as.elected, { actionId: id })).kind).toBe("done");
    expect(await load(id)).toMatchObject({ validatedBy: "Alix Exemple" });
    expect((await here.run(deleteAction, here.as.epci, { actionId: id })).kind).toBe("refused");
  });

  test("a member creates actions of their own organisation only; a co-lead edits", async () => {
    expect((await here.run(createAction, here.as.caf, typed())).kind).toBe("refused");
    const partners = [{ organisationId: here.organisations.epci, role: "co_lead" }];
    const id = done(
      await here.run(
        createAction,
        here.as.caf,
        typed({ who: { leadId: here.organisations.caf, participation: "none", partners } }),
      ),
    );
    expect(
      (await here.run(editBlock, here.as.epci, { actionId: id, part: "why", seen: 0, value: { stake: "À deux" } })).kind,
    ).toBe("done");
  });

  test("a restricted action is not commented by those who do not carry it", async () => {
    const id = await create({ identity: { ...identity(), confidentiality: "restricted" } });
    const note = { actionId: id, body: "Vu", confidentiality: "shared" };
    expect((await here.run(addNote, here.as.caf, note)).kind).toBe("refused");
    expect((await here.run(addNote, here.as.elected, note)).kind).toBe("refused");
    expect((await here.run(addNote, here.as.epci, note)).kind).toBe("done");
  });

  test("a fiche is entrusted to someone of the address book who can sign in", async () => {
    const id = await create();
    expect(await here.run(entrustAction, here.as.caf, { actionId: id, personId: here.person })).toMatchObject({
      kind: "refused",
    });
    expect(done(await here.run(entrustAction, here.as.epci, { actionId: id, personId: here.person }))).toEqual({
      name: "Alix Exemple",
    });
    expect((await here.read((tx) => personById(tx, here.person)))?.membership).toEqual({ role: "contributor", actionIds: [id] });
    expect(await here.run(entrustAction, here.as.epci, { actionId: id, personId: there.person })).toMatchObject({
      kind: "invalid",
    });
  });
});

test("news in five minutes: a state, what was reached, a word", async () => {
  const id = await create({ how: { taxBase: "including_tax", milestones: [{ title: "Recruter" }, { title: "Ouvrir" }] } });
  const [first] = (await load(id)).how.milestones;
  const news = { actionId: id, seen: await seq(id), status: "blocked", reached: first?.id, note: "Éducatrice recrutée" };
  expect(await here.run(reportProgress, here.as.epci, news)).toMatchObject({
    kind: "invalid",
    problems: [{ path: "reason" }, { path: "unblockedBy" }],
  });
  done(await here.run(reportProgress, here.as.epci, { ...news, reason: "Pas de local", unblockedBy: "La mairie" }));
  expect(await load(id)).toMatchObject({
    life: { status: "blocked", reason: "Pas de local" },
    how: {
      milestones: [
        { title: "Recruter", doneOn: "2026-11-02" },
        { title: "Ouvrir", doneOn: null },
      ],
    },
  });
  expect((await here.read((tx) => listNotes(tx, id))).map(({ body }) => body)).toEqual(["Éducatrice recrutée"]);
  expect((await events(id)).map(({ block }) => block)).toEqual(["notes", "how", "life", null]);
});
