import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addNote } from "../notes/use-cases/add-note.ts";
import { attachFile } from "../action/use-cases/attach-file.ts";
import { deleteAction } from "./use-cases/delete-action.ts";
import { deleteNote } from "../notes/use-cases/delete-note.ts";
import { deleteView } from "../views/use-cases/delete-view.ts";
import { detachFile } from "../action/use-cases/detach-file.ts";
import { editNote } from "../notes/use-cases/edit-note.ts";
import { emptyExamples } from "./use-cases/empty-examples.ts";
import { linkActions } from "../action/use-cases/link-actions.ts";
import { removeAxis } from "../axes/use-cases/remove-axis.ts";
import { removeObjective } from "../axes/use-cases/remove-objective.ts";
import { restoreAction } from "./use-cases/restore-action.ts";
import { restoreExamples } from "./use-cases/restore-examples.ts";
import { saveAxis } from "../axes/use-cases/save-axis.ts";
import { saveObjective } from "../axes/use-cases/save-objective.ts";
import { saveView } from "../views/use-cases/save-view.ts";
import { unlinkActions } from "../action/use-cases/unlink-actions.ts";
import type { ActionId } from "../action/model.ts";
import { listFiles } from "../action/files-store.ts";
import { listNotes } from "../notes/store.ts";
import { listViews } from "../views/store.ts";
import { wholeOf } from "./store.ts";
import { linksOf, loadAction, loadPlan, touchAction } from "../action/store.ts";
import { action as actionTable } from "../action/tables.ts";
import { actionsOf, done, plantTerritory } from "../action/territory.fixture.ts";
import { eq } from "drizzle-orm";

let here: Awaited<ReturnType<typeof plantTerritory>>;
let there: Awaited<ReturnType<(typeof here)["another"]>>;
beforeAll(async () => {
  here = await plantTerritory("200068377");
  there = await here.another("200068757");
});
afterAll(() => here.close());
const { identity, create, load, events } = actionsOf(() => here);
const pdf = (name = "compte-rendu.pdf") => new File(["%PDF-1.7 …"], name);

describe("deletion", () => {
  const full = async (): Promise<ActionId> => {
    const id = await create({
      measures: { measures: [{ kind: "output", name: "Matinées", results: [{ day: "2026-01-31", value: "4,5" }] }] },
      how: {
        taxBase: "excluding_tax",
        funding: [{ year: "2026", nature: "running", funderId: here.organisations.caf, planned: "12 k€" }],
      },
    });
    const other = await create({ identity: { ...identity(), number: "1.2" } });
    done(await here.run(addNote, here.as.caf, { actionId: id, body: "<b>Bien</b> 👍", confidentiality: "restricted" }));
    done(await here.run(attachFile, here.as.epci, { actionId: id, file: pdf() }));
    done(await here.run(linkActions, here.as.epci, { actionId: id, to: other, kind: "depends_on" }));
    done(await here.run(linkActions, here.as.coordinator, { actionId: other, to: id, kind: "relates_to" }));
    return id;
  };
  const whole = (id: ActionId) => here.read(async (tx) => wholeOf(tx, await load(id)));

  test("comes back identical within 30 days, then is refused in words", async () => {
    const id = await full();
    const before = await whole(id);
    expect(before.notes).toHaveLength(1);
    expect(before.files).toHaveLength(1);
    expect(before.links).toHaveLength(2);
    done(await here.run(deleteAction, here.as.coordinator, { actionId: id }));
    expect(await here.read((tx) => loadAction(tx, id))).toBeUndefined();
    expect(await there.run(restoreAction, there.as.coordinator, { actionId: id })).toEqual({ kind: "missing" });
    expect((await here.run(restoreAction, here.as.epci, { actionId: id })).kind).toBe("refused");
    here.time.now = new Date("2026-12-01T09:00:00Z");
    const restored = await Promise.all([1, 2].map(() => here.run(restoreAction, here.as.coordinator, { actionId: id })));
    expect(restored.map(({ kind }) => kind).toSorted()).toEqual(["done", "missing"]);
    const after = await whole(id);
    const sorted = ({ links, ...rest }: typeof after) => ({
      ...rest,
      links: links.toSorted((a, b) => a.kind.localeCompare(b.kind)),
    });
    expect(sorted(after)).toEqual(sorted(before));
    done(await here.run(deleteAction, here.as.coordinator, { actionId: id }));
    here.time.now = new Date("2027-01-02T09:00:00Z");
    expect(await here.run(restoreAction, here.as.coordinator, { actionId: id })).toMatchObject({
      kind: "invalid",
      problems: [{ message: expect.stringContaining("plus de 30 jours") }],
    });
  });

  test("its axis can’t go while it is there, and it does not come back without it", async () => {
    const axis = { conventionId: here.conventionId, number: "3", title: "Axe de passage" };
    const axisId = done(await here.run(saveAxis, here.as.coordinator, axis));
    const id = await create({ identity: { ...identity(), axisId } });
    expect(await here.run(removeAxis, here.as.coordinator, { axisId })).toMatchObject({ kind: "invalid" });
    done(await here.run(deleteAction, here.as.coordinator, { actionId: id }));
    done(await here.run(removeAxis, here.as.coordinator, { axisId }));
    expect(await here.run(restoreAction, here.as.coordinator, { actionId: id })).toMatchObject({ kind: "invalid" });
  });

  test("examples go in one step and come back in one step; what people entered stays", async () => {
    const [example, entered] = [await full(), await create()];
    const read = () => here.read((tx) => loadPlan(tx, here.conventionId));
    await here.read((tx) =>
      tx
        .update(actionTable)
        .set({ provenance: { kind: "example" } })
        .where(eq(actionTable.id, example)),
    );
    const before = await read();
    expect(done(await here.run(emptyExamples, here.as.coordinator, {}))).toBe(1);
    expect((await read()).actions.map(({ id }) => id)).not.toContain(example);
    expect((await read()).actions.map(({ id }) => id)).toContain(entered);
    expect(done(await here.run(restoreExamples, here.as.coordinator, {}))).toBe(1);
    expect(await read()).toEqual(before);
    expect(done(await here.run(restoreExamples, here.as.coordinator, {}))).toBe(0);
  });
});

test("notes are corrected by their author, taken away by the coordination, and kept by the history", async () => {
  const id = await create();
  const noteId = done(await here.run(addNote, here.as.caf, { actionId: id, body: "Un mot", confidentiality: "shared" }));
  const words = { noteId, body: "Un autre mot", confidentiality: "restricted" };
  expect((await here.run(editNote, here.as.epci, words)).kind).toBe("refused");
  done(await here.run(editNote, here.as.caf, words));
  expect((await here.run(deleteNote, here.as.epci, { noteId })).kind).toBe("refused");
  done(await here.run(deleteNote, here.as.coordinator, { noteId }));
  expect(await here.read((tx) => listNotes(tx, id))).toEqual([]);
  expect((await events(id))[0]).toMatchObject({
    block: "notes",
    before: { body: "Un autre mot", confidentiality: "restricted" },
    after: null,
  });
});

test("files are what they say, and nothing dangerous", async () => {
  const id = await create();
  const attach = (file: File) => here.run(attachFile, here.as.epci, { actionId: id, file, confidentiality: "restricted" });
  const fileId = done(await attach(pdf("../../Bilan\u202Efdp.exe.pdf")));
  expect(await here.read((tx) => listFiles(tx, id))).toMatchObject([
    { fileId, name: "Bilanfdp.exe.pdf", confidentiality: "restricted" },
  ]);
  for (const file of [
    new File(["<script>"], "page.html"),
    new File(["<svg onload=…>"], "logo.svg"),
    new File(["MZ"], "outil.exe"),
    new File(["MZ"], "faux.pdf"),
    new File([""], "vide.pdf"),
    new File(["PK"], "macro.docm"),
    new File([Buffer.concat([Buffer.from("%PDF-"), Buffer.alloc(15 * 1024 * 1024)])], "lourd.pdf"),
  ]) {
    expect(await attach(file), file.name).toMatchObject({ kind: "invalid", problems: [{ path: "file" }] });
  }
  done(await here.run(detachFile, here.as.epci, { actionId: id, fileId }));
  expect(await here.read((tx) => listFiles(tx, id))).toEqual([]);
});

test("links go between actions that the person knows, once, and away", async () => {
  const [one, other] = [await create(), await create()];
  const hidden = await create({
    identity: { ...identity(), confidentiality: "restricted" },
    who: { leadId: here.organisations.caf, participation: "none" },
  });
  const link = (to: string, kind = "relates_to") => here.run(linkActions, here.as.epci, { actionId: one, to, kind });
  expect(await link(one)).toMatchObject({ kind: "invalid" });
  expect(await link(hidden)).toMatchObject({ kind: "invalid" });
  done(await link(other));
  done(await here.run(linkActions, here.as.epci, { actionId: other, to: one, kind: "relates_to" }));
  expect(await here.read((tx) => linksOf(tx, one))).toEqual([{ from: one, to: other, kind: "relates_to" }]);
  done(await here.run(unlinkActions, here.as.epci, { actionId: other, to: one, kind: "relates_to" }));
  expect(await here.read((tx) => linksOf(tx, one))).toEqual([]);
});

test("axes and objectives: numbers once, an objective in use stays where it is", async () => {
  const run = here.as.coordinator;
  expect(await here.run(saveAxis, run, { conventionId: here.conventionId, number: "1", title: "Encore" })).toMatchObject({
    problems: [{ path: "number" }],
  });
  expect(await here.run(saveAxis, run, { conventionId: there.conventionId, number: "5", title: "Ailleurs" })).toEqual({
    kind: "missing",
  });
  const objectiveId = done(await here.run(saveObjective, run, { axisId: here.axes[1], number: "2.1", title: "Aller vers" }));
  const id = await create({ identity: { ...identity(), axisId: here.axes[1], objectiveId } });
  expect(
    await here.run(saveObjective, run, { objectiveId, axisId: here.axes[0], number: "1.9", title: "Aller vers" }),
  ).toMatchObject({ problems: [{ path: "axisId" }] });
  expect(await here.run(removeObjective, run, { objectiveId })).toMatchObject({ kind: "invalid" });
  done(await here.run(deleteAction, run, { actionId: id }));
  done(await here.run(removeObjective, run, { objectiveId }));
  expect(await here.run(restoreAction, run, { actionId: id })).toMatchObject({ kind: "done" });
  expect((await load(id)).identity.objectiveId).toBeNull();
});

test("views belong to the person who saved them", async () => {
  const viewId = done(await here.run(saveView, here.as.coordinator, { name: "En retard", query: "?late=1" }));
  expect(done(await here.run(saveView, here.as.coordinator, { name: "En retard", query: "late=1&axis=2" }))).toBe(viewId);
  expect(await here.read((tx) => listViews(tx, here.person))).toEqual([
    { id: viewId, name: "En retard", query: "late=1&axis=2" },
  ]);
  expect(await here.run(deleteView, here.as.caf, { viewId })).toEqual({ kind: "missing" });
  done(await here.run(deleteView, here.as.coordinator, { viewId }));
  expect(await here.read((tx) => listViews(tx, here.person))).toEqual([]);
});

test("an action that is silent is woken by any news", async () => {
  const id = await create();
  await here.read((tx) => touchAction(tx, id, { lastNewsAt: new Date("2025-01-01T00:00:00Z") }));
  done(await here.run(addNote, here.as.epci, { actionId: id, body: "Nous voilà", confidentiality: "shared" }));
  expect((await load(id)).lastNewsAt).toEqual(here.time.now);
});
