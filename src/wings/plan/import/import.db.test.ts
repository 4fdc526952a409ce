import { readFile } from "node:fs/promises";
import { afterAll, beforeEach, afterEach, describe, expect, test } from "vitest";
import { createAction } from "../action/use-cases/create-action.ts";
import { abandonImport } from "./use-cases/abandon-import.ts";
import { acceptImport } from "./use-cases/accept-import.ts";
import { mapImport } from "./use-cases/map-import.ts";
import { startImport } from "./use-cases/start-import.ts";
import { editBlock } from "../action/use-cases/edit-block.ts";
import { listNotes } from "../notes/store.ts";
import { loadPlan } from "../action/store.ts";
import { done, plantTerritory } from "../action/territory.fixture.ts";
import { listOrganisations } from "../../territory/organisations/store.ts";
import { readEvents } from "../../../platform/history/store.ts";
import { draftById, loadMemory } from "../../../platform/import-draft/store.ts";
import { openDraft } from "../../../platform/import-draft/read-draft.ts";
import type { Actor } from "../../../platform/actor.ts";
import type { Outcome } from "../../../platform/use-case.ts";
import type { ImportId } from "../../../platform/import-draft/model.ts";
import { ConventionId } from "../../convention/conventions/model.ts";
import { proposeOn, readImportContext } from "./context.ts";
import { planDraft, sheetsOf } from "./draft-kind.ts";
import type { PlanChanges } from "./plan-changes.ts";

let here: Awaited<ReturnType<typeof plantTerritory>>;
beforeEach(async () => {
  here = await plantTerritory("200068377");
});
afterEach(() => here.close());
afterAll(() => undefined);

const csv = (...rows: readonly (readonly string[])[]): File =>
  new File([rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";")).join("\n")], "plan.csv");
const heading = [
  "N°",
  "Action",
  "Axe",
  "Porteur",
  "Partenaires",
  "Période",
  "Coût",
  "Financeurs",
  "Statut",
  "Indicateurs",
  "Remarques",
];
const relay = [
  "1.1",
  "Relais du soir",
  "1",
  "Caf",
  "Centre social",
  "2025",
  "12 k€",
  "Caf : 8 000 €",
  "En cours",
  "Familles\nSéances",
  "Salle trouvée",
];
const guide = ["1.2", "Guide des familles", "2", "Association Les Lutins", "", "S1 2025", "800 €", "", "À venir", "", ""];

async function changesOf(id: ImportId): Promise<PlanChanges> {
  const opened = await openDraft(here.runtime, planDraft, here.as.coordinator, id, "fr");
  if (opened === null) throw new Error("no draft");
  const { draft, reading } = opened;
  if (reading.kind === "unreadable") throw new Error(reading.why);
  const context = await here.read((tx) => readImportContext(tx, ConventionId.parse(draft.targetId)));
  const proposal = proposeOn(context, sheetsOf(reading), draft.mapping, context.memory);
  if (proposal.kind !== "proposal") throw new Error(proposal.kind);
  return proposal.changes;
}
const start = async (file: File): Promise<ImportId> => done(await here.run(startImport, here.as.coordinator, { file })).id;
const accept = (importId: ImportId, more: object = {}) => here.run(acceptImport, here.as.coordinator, { importId, ...more });
const bringIn = async (file: File, more: object = {}) => done(await accept(await start(file), more));
const plan = () => here.read((tx) => loadPlan(tx, here.conventionId));
const actionOf = async (number: string) => {
  const found = (await plan()).actions.find(({ identity }) => identity.number === number);
  if (found === undefined) throw new Error(`no action ${number}`);
  return found;
};
const untouched = { created: 0, changed: 0, toChoose: 0, vanished: 0 };

const examples = [
  { name: "exemple-tableau-de-bord-cotech.xlsx", actions: 12 },
  { name: "exemple-plan-par-axe.ods", actions: 10 },
  { name: "exemple-fiches-actions.csv", actions: 10 },
];
/** Rows that ask something: an answer for each. */
const answered = (changes: PlanChanges) => ({
  rows: changes.rows.map(({ key }) => ({ key, axis: null, reason: "Dit en réunion", unblockedBy: "La commune", picks: {} })),
});

describe.each(examples)("$name", ({ name, actions }) => {
  test("is imported whole, and changes nothing the second time", async () => {
    const bytes = await readFile(new URL(`../../../demo/files/${name}`, import.meta.url));
    const file = () => new File([new Uint8Array(bytes)], name);
    const first = await start(file());
    const made = done(await accept(first, answered(await changesOf(first))));
    expect(made.created).toHaveLength(actions);
    const before = await plan();

    const second = await start(file());
    const changes = await changesOf(second);
    expect(changes.counts).toMatchObject({ ...untouched, same: actions });
    expect(changes.rows.flatMap((row) => (row.kind === "create" ? [] : row.keptHere))).toEqual([]);
    expect(done(await accept(second))).toMatchObject({ created: [], changed: [], same: actions });
    expect(await plan()).toEqual(before);
  });
});

describe("an accepted file", () => {
  test("is in the plan as it was written, with what it names, and in the history", async () => {
    await bringIn(csv(heading, relay, guide));
    const [relais, guideOf] = [await actionOf("1.1"), await actionOf("1.2")];
    expect(relais).toMatchObject({
      identity: { title: "Relais du soir", axisId: here.axes[0] },
      who: { leadId: here.organisations.caf, partners: [{ organisationId: here.organisations.centre, role: "associate" }] },
      how: {
        start: "2025-01-01",
        end: "2025-12-31",
        totalCost: 1_200_000,
        funding: [{ funderId: here.organisations.caf, year: 2025, planned: 800_000 }],
      },
      life: { status: "ongoing" },
      measures: { measures: [{ name: "Familles" }, { name: "Séances" }] },
    });
    const lutins = (await here.read(listOrganisations)).find(({ name }) => name === "Association Les Lutins");
    expect(guideOf.who.leadId).toBe(lutins?.id);
    expect(lutins?.kind).toBe("association");
    expect((await here.read((tx) => listNotes(tx, relais.id))).map(({ body }) => body)).toEqual(["Salle trouvée"]);
    const events = await here.read((tx) => readEvents(tx, { kind: "action", verbs: ["imported"] }));
    expect(events.map(({ action, object }) => [action, object.id]).toSorted()).toEqual(
      [relais.id, guideOf.id].map((id) => ["plan.accept-import", id]).toSorted(),
    );
  });

  test("updates only what was corrected in it, block by block", async () => {
    await bringIn(csv(heading, relay, guide));
    const before = await actionOf("1.1");
    const corrected = relay.with(6, "15 k€").with(9, "Familles\nSéances\nBénévoles").with(10, "Salle trouvée et chauffée");
    expect(await bringIn(csv(heading, corrected, guide))).toMatchObject({ created: [], changed: [before.id], same: 1 });
    const after = await actionOf("1.1");
    expect(after.how).toEqual({ ...before.how, totalCost: 1_500_000 });
    expect(after.measures.measures.map(({ id, name }) => [id, name]).slice(0, 2)).toEqual(
      before.measures.measures.map(({ id, name }) => [id, name]),
    );
    expect([after.identity, after.who, after.life]).toEqual([before.identity, before.who, before.life]);
    const notes = await here.read((tx) => listNotes(tx, after.id));
    expect(notes.map(({ body }) => body)).toEqual(["Salle trouvée et chauffée"]);
    const events = await here.read((tx) => readEvents(tx, { kind: "action", id: after.id }));
    expect(
      events
        .map(({ verb, block }) => `${verb} ${block ?? ""}`)
        .slice(0, 3)
        .toSorted(),
    ).toEqual(["imported how", "imported measures", "noted notes"]);
  });

  test("never overwrites what a person edited since: it is theirs to choose", async () => {
    await bringIn(csv(heading, relay));
    const action = await actionOf("1.1");
    done(
      await here.run(editBlock, here.as.coordinator, {
        actionId: action.id,
        part: "life",
        seen: "999999",
        value: { ...action.life, status: "done" },
      }),
    );
    expect((await changesOf(await start(csv(heading, relay)))).rows).toMatchObject([{ kind: "same", keptHere: ["status"] }]);

    const paused = await start(csv(heading, relay.with(8, "Suspendu")));
    const [row] = (await changesOf(paused)).rows;
    expect(row).toMatchObject({ kind: "same", choices: [{ field: "status", here: "done", file: "paused" }] });
    expect(done(await accept(paused)).changed).toEqual([]);
    expect((await actionOf("1.1")).life.status).toBe("done");

    const again = await start(csv(heading, relay.with(8, "Abandonné : faute de salle")));
    const key = (await changesOf(again)).rows[0]?.key ?? "";
    const picks = { status: "file", statusReason: "file" };
    expect(done(await accept(again, { rows: [{ key, picks }] })).changed).toEqual([action.id]);
    expect((await actionOf("1.1")).life).toMatchObject({ status: "dropped", reason: "faute de salle" });
  });

  test("keeps what people added beside it: results, money that came, roles", async () => {
    await bringIn(csv(heading, relay));
    const action = await actionOf("1.1");
    const edit = (part: string, value: object) =>
      here.run(editBlock, here.as.coordinator, { actionId: action.id, part, seen: "999999", value });
    const measures = action.measures.measures.map((each) => ({ ...each, results: [{ day: "2026-01-31", value: 12 }] }));
    done(await edit("measures", { measures }));
    done(await edit("how", { ...action.how, funding: action.how.funding.map((line) => ({ ...line, paid: 100_000 })) }));
    done(await edit("who", { ...action.who, partners: [{ organisationId: here.organisations.centre, role: "co_lead" }] }));
    expect((await changesOf(await start(csv(heading, relay)))).counts).toMatchObject({ ...untouched, same: 1 });

    await bringIn(
      csv(heading, relay.with(9, "Séances\nBénévoles").with(7, "Caf : 9 000 €").with(4, "Centre social, Communauté de communes")),
    );
    const after = await actionOf("1.1");
    expect(after.measures.measures.map(({ name, results }) => [name, results.length])).toEqual([
      ["Séances", 1],
      ["Bénévoles", 0],
      ["Familles", 1],
    ]);
    expect(after.how.funding).toMatchObject([{ planned: 900_000, paid: 100_000 }]);
    expect(after.who.partners).toMatchObject([{ role: "co_lead" }, { role: "associate" }]);
  });
});

describe("nothing is written", () => {
  const rowsNow = async () => [
    await plan(),
    await here.read(listOrganisations),
    await here.read((tx) => loadMemory(tx, planDraft)),
  ];

  test("before someone agrees, nor when they abandon it", async () => {
    const before = await rowsNow();
    const id = await start(csv(heading, relay, guide));
    expect(await rowsNow()).toEqual(before);
    done(await here.run(abandonImport, here.as.coordinator, { importId: id }));
    expect(await accept(id)).toEqual({ kind: "missing" });
    expect(await rowsNow()).toEqual(before);
  });

  test("when one row can't be: the others wait with it", async () => {
    const before = await rowsNow();
    const id = await start(csv(heading, guide, relay.with(8, "Bloqué")));
    const outcome = await accept(id, { rows: [{ key: "n:1.1", reason: "", unblockedBy: "" }] });
    expect(outcome).toMatchObject({
      kind: "invalid",
      problems: [{ path: "rows[0].reason" }, { path: "rows[0].unblockedBy" }],
    });
    expect(await rowsNow()).toEqual(before);
  });

  test("when it breaks in the middle", async () => {
    const before = await rowsNow();
    const id = await start(csv(heading, relay, guide));
    // An action number that the database refuses once everything before it was written.
    await here.runtime.database.pool.query(
      `create function refuse_guide() returns trigger language plpgsql as $$ begin
         if new.import_key = 'n:1.2' then raise exception 'broken in the middle'; end if; return new; end $$`,
    );
    await here.runtime.database.pool.query(
      "create trigger refuse_guide before insert on action_import for each row execute function refuse_guide()",
    );
    await expect(accept(id)).rejects.toThrow();
    expect(await rowsNow()).toEqual(before);
    await here.runtime.database.pool.query("drop trigger refuse_guide on action_import");
    expect(done(await accept(id)).created).toHaveLength(2);
  });

  test("when the plan changed since the preview", async () => {
    const id = await start(csv(heading, relay));
    const { seq } = await here.read((tx) => readImportContext(tx, here.conventionId));
    const identity = { number: "9", title: "Autre chose", axisId: here.axes[0], confidentiality: "shared" };
    const typed = { conventionId: here.conventionId, identity, who: { participation: "none" } };
    done(await here.run(createAction, here.as.coordinator, typed));
    const refused: Outcome<unknown> = await accept(id, { seen: String(seq) });
    expect(refused).toMatchObject({ kind: "conflict", conflict: { by: "Alix Exemple" } });
    expect((await plan()).actions).toHaveLength(1);
    if (refused.kind !== "conflict") throw new Error("no conflict");
    expect(done(await accept(id, { seen: String(refused.conflict.seen) })).created).toHaveLength(1);
  });
});

describe("what people correct", () => {
  test("is remembered for the next file: a column, a name", async () => {
    const odd = ["N°", "Action", "Axe", "Qui fait quoi", "Machin"];
    const row = ["1.1", "Relais", "1", "Centr sociale", "Une salle chauffée"];
    const id = await start(csv(odd, row, row.with(0, "1.2").with(1, "Guide")));
    const targets = ["number", "title", "axis", "lead", "description"];
    const columns = targets.map((target, index) => ({ index: String(index), target }));
    done(await here.run(mapImport, here.as.coordinator, { importId: id, sheet: "0", header: "1", columns }));
    done(await accept(id, { names: [{ written: "Centr sociale", choice: here.organisations.centre }] }));
    expect((await actionOf("1.1")).who.leadId).toBe(here.organisations.centre);

    const next = await start(csv(odd, row.with(0, "1.3").with(1, "Forum")));
    const [, , created] = (await changesOf(next)).rows.concat();
    expect(created).toBeUndefined();
    expect((await changesOf(next)).rows).toMatchObject([
      { kind: "create", to: { lead: here.organisations.centre, description: "Une salle chauffée" } },
    ]);
  });

  test("a row without axis is given one, or left out", async () => {
    const bare = ["Action", "Porteur"];
    const id = await start(csv(bare, ["Relais du soir", "Caf"], ["Guide", "Caf"]));
    expect(await accept(id)).toMatchObject({ kind: "invalid" });
    const [one, other] = (await changesOf(id)).rows.map(({ key }) => key);
    const rows = [
      { key: one, axis: here.axes[1] },
      { key: other, axis: "leave" },
    ];
    expect(done(await accept(id, { rows }))).toMatchObject({ created: [expect.any(String)], left: 1 });
    expect((await plan()).actions.map(({ identity }) => [identity.number, identity.axisId])).toEqual([["2.1", here.axes[1]]]);
    expect((await changesOf(await start(csv(bare, ["Relais du soir", "Caf"])))).counts).toMatchObject({ ...untouched, same: 1 });
  });
});

test("a draft is of its territory, and of those who may import there", async () => {
  const other = await here.another("200068757");
  const id = await start(csv(heading, relay));
  const from = (actor: Actor) => here.run(acceptImport, actor, { importId: id });
  expect(await from(other.as.coordinator)).toEqual({ kind: "missing" });
  expect(await other.run(abandonImport, other.as.coordinator, { importId: id })).toEqual({ kind: "missing" });
  expect(await other.read((tx) => draftById(tx, planDraft, id))).toBeUndefined();
  expect(await from(here.as.epci)).toMatchObject({ kind: "refused" });
  expect(await from(here.as.visitor)).toMatchObject({ kind: "refused" });
});

test.each([
  ["image.xlsx", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), /image/],
  ["plan.xlsx", new Uint8Array([0x50, 0x4b, 3, 4, 1]), /abîmé/],
  ["plan.csv", new Uint8Array(), /vide/],
  ["plan.csv", new TextEncoder().encode("N°;Action;Axe;Coût\n1;Relais;1;#REF!"), /formule/],
])("%s is refused in one sentence at its field", async (name, bytes, sentence) => {
  const outcome = await here.run(startImport, here.as.coordinator, { file: new File([bytes], name) });
  expect(outcome).toMatchObject({ kind: "invalid", problems: [{ path: "file", message: expect.stringMatching(sentence) }] });
});
