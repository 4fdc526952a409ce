import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isHere, reference, unlessHere } from "../../../../../packages/published.fixture.ts";
import { done, plantTerritory } from "../../../plan/action/territory.fixture.ts";
import { readEvents } from "../../../../platform/history/store.ts";
import { ImportId } from "../../../../platform/import-draft/model.ts";
import { draftById, loadMemory } from "../../../../platform/import-draft/store.ts";
import { Day } from "../../../../platform/model.ts";
import { closeService } from "../../card/use-cases/move-service.ts";
import { editPart } from "../../card/use-cases/edit-part.ts";
import { importDirectory } from "../use-cases/import-directory.ts";
import { mapDirectoryImport } from "../use-cases/map-directory-import.ts";
import { startDirectoryImport } from "../use-cases/start-directory-import.ts";
import type { Directory, Service } from "../../card/model.ts";
import { directoryAt, loadDirectory } from "../../card/store.ts";
import { directoryDraft } from "./draft-kind.ts";
import { textSheet } from "./formats/table.fixture.ts";
import { toDataInclusion, type Producer } from "../data-inclusion/to-data-inclusion.ts";

let here: Awaited<ReturnType<typeof plantTerritory>>;
beforeEach(async () => {
  here = await plantTerritory("200068377");
});
afterEach(() => here.close());

const send = async (name: string, content: string) =>
  done(await here.run(startDirectoryImport, here.as.coordinator, { file: new File([content], name) })).id;
const accept = (importId: string, more: object = {}) =>
  here.run(importDirectory, here.as.coordinator, { importId, scope: "everywhere", ...more });
const bring = async (name: string, content: string, more: object = {}) => done(await accept(await send(name, content), more));
const directory = (): Promise<Directory> => here.read((tx) => loadDirectory(tx));
const serviceNamed = async (name: string): Promise<Service> => {
  const found = [...(await directory()).services.values()].find(({ offer }) => offer.name === name);
  if (found === undefined) throw new Error(`no service is named ${name}`);
  return found;
};

const spaces = (...rows: readonly (readonly [id: number, name: string, hours?: string])[]): string =>
  [
    "id_fs,lib_fs,adresse,insee_com,code_postal,lib_com,h_lundi,itinerance",
    ...rows.map(([id, name, hours = ""]) => `${id},${name},${id} rue de l’Exemple,88498,88200,Vecoux,${hours},Non`),
  ].join("\n");

describe("an import", () => {
  test("is written whole, told card by card, and remembered without being read again", async () => {
    const blank = await here.look((tx) => directoryAt(tx, here.territory));
    const result = await bring("fs.csv", spaces([1, "Exemple un", "09:00 - 12:00"], [2, "Exemple deux"]));
    expect(result).toMatchObject({ created: 2, createdPlaces: 2, changed: 0, same: 0, broken: 0 });
    const { directory: remembered } = await here.look((tx) => directoryAt(tx, here.territory));
    expect(remembered).toEqual(await directory());
    expect([blank.directory.services.size, remembered.services.size]).toEqual([0, 2]);
    const service = await serviceNamed("Exemple un");
    expect(service).toMatchObject({
      state: { kind: "published" },
      verifiedOn: null,
      provenance: { kind: "sourced", source: "fs.csv" },
      origin: { source: "france-services", externalId: "1" },
    });
    const events = await here.read((tx) => readEvents(tx, { kind: "service", id: service.id }));
    expect(events).toMatchObject([{ verb: "imported", action: "directory.import", block: null }]);
  });

  test("the second time says 0 changes and writes nothing of a card", async () => {
    const file = spaces([1, "Exemple un"], [2, "Exemple deux"]);
    await bring("fs.csv", file);
    const before = await directory();
    expect(await bring("fs.csv", file)).toMatchObject({ created: 0, createdPlaces: 0, changed: 0, same: 2, closed: 0 });
    expect(await directory()).toEqual(before);
  });

  test("keeps what was corrected here, and takes it from the file where someone says so", async () => {
    await bring("fs.csv", spaces([1, "Exemple un", "09:00 - 12:00"]));
    const { id } = await serviceNamed("Exemple un");
    const mine = { periods: [{ season: "all_year", hours: "Mo 10:00-12:00" }] };
    done(await here.run(editPart, here.as.coordinator, { serviceId: id, seen: 100_000, part: "opening", value: mine }));
    const newer = spaces([1, "Exemple un", "08:00 - 12:00"]);
    expect(await bring("fs.csv", newer)).toMatchObject({ changed: 0, same: 1 });
    expect((await serviceNamed("Exemple un")).opening.periods).toEqual(mine.periods);

    const latest = await send("fs.csv", spaces([1, "Exemple un", "07:00 - 12:00"]));
    expect(done(await accept(latest, { take: [`${id} opening.periods`] }))).toMatchObject({ changed: 1 });
    expect((await serviceNamed("Exemple un")).opening.periods).toEqual([{ season: "all_year", hours: "Mo 07:00-12:00" }]);
  });

  test("takes the rows of the territory alone unless it is told otherwise", async () => {
    const file = `${spaces([1, "Exemple un"])}\n7,Exemple ailleurs,1 rue,75056,75001,Paris,,Non`;
    expect(await bring("fs.csv", file, { scope: "territory" })).toMatchObject({ created: 1, outside: 1 });
    expect(await bring("fs.csv", file)).toMatchObject({ created: 1, same: 1, outside: 0 });
  });

  test("a preview is worth what the directory was", async () => {
    await bring("fs.csv", spaces([1, "Exemple un"]));
    const importId = await send("fs.csv", spaces([1, "Exemple autrement"]));
    const outcome = await accept(importId, { seen: 1 });
    expect(outcome).toMatchObject({ kind: "conflict", conflict: { by: "Alix Exemple" } });
    expect(done(await accept(importId, { seen: 1_000_000 }))).toMatchObject({ changed: 1 });
    expect((await accept(importId)).kind).toBe("missing");
  });

  test("refuses what holds no service", async () => {
    const outcome = await here.run(startDirectoryImport, here.as.coordinator, {
      file: new File([`"iris_code";"a";"percou"\n"881600101";1;2`], "caf.csv"),
    });
    expect(outcome).toMatchObject({ kind: "invalid", problems: [{ path: "file" }] });
  });
});

describe("what is no longer in the file", () => {
  const four = spaces([1, "Exemple un"], [2, "Exemple deux"], [3, "Exemple trois"], [4, "Exemple quatre"]);

  test("is closed when someone picks it, and stays otherwise", async () => {
    await bring("fs.csv", four);
    const [two, one] = [await serviceNamed("Exemple deux"), await serviceNamed("Exemple un")];
    const shorter = spaces([1, "Exemple un"], [3, "Exemple trois"], [4, "Exemple quatre"]);
    expect(await bring("fs.csv", shorter)).toMatchObject({ closed: 0, same: 3 });
    // One that is in the file is not closed, whatever is asked.
    expect(await bring("fs.csv", shorter, { closing: [two.id, one.id] })).toMatchObject({ closed: 1 });
    expect((await serviceNamed("Exemple deux")).state).toMatchObject({ kind: "closed", on: "2026-11-02" });
    expect((await serviceNamed("Exemple un")).state.kind).toBe("published");
  });

  test("a file that lost half asks before anything is closed", async () => {
    await bring("fs.csv", four);
    const gone = [await serviceNamed("Exemple deux"), await serviceNamed("Exemple trois")].map(({ id }) => id);
    const half = await send("fs.csv", spaces([1, "Exemple un"], [4, "Exemple quatre"]));
    expect(await accept(half, { closing: gone })).toMatchObject({ kind: "invalid", problems: [{ path: "shrunk" }] });
    expect((await serviceNamed("Exemple deux")).state.kind).toBe("published");
    expect(done(await accept(half, { closing: gone, shrunk: "1" }))).toMatchObject({ closed: 2 });
  });

  test("another file of the same producer misses nothing; what was closed here stays closed", async () => {
    await bring("fs.csv", four);
    const { id } = await serviceNamed("Exemple un");
    const on = Day.parse("2026-10-01");
    done(await here.run(closeService, here.as.coordinator, { serviceId: id, on }));
    expect(await bring("fs-autre.csv", spaces([9, "Exemple neuf"]))).toMatchObject({ created: 1, closed: 0 });
    expect(await bring("fs.csv", four)).toMatchObject({ changed: 0, same: 4 });
    expect((await serviceNamed("Exemple un")).state).toMatchObject({ kind: "closed", on });
  });
});

describe("data·inclusion", () => {
  const structure = {
    source: "exemple",
    id: "exemple--s1",
    nom: "Exemple : maison des familles",
    date_maj: "2026-10-01",
    code_insee: "88498",
    commune: "Vecoux",
    code_postal: "88200",
    adresse: "1 rue de l’Exemple",
    siret: "12345678901234",
  };
  const service = {
    source: "exemple",
    structure_id: "exemple--s1",
    id: "exemple--v1",
    nom: "Exemple : aide aux démarches",
    description: "Une aide pour les papiers.",
    date_maj: "2026-10-02",
    code_insee: "88498",
    commune: "Vecoux",
    code_postal: "88200",
    adresse: "1 rue de l’Exemple",
    thematiques: ["numerique--acceder-a-des-services-en-ligne"],
    frais: "gratuit",
    publics: ["familles"],
  };
  const producer: Producer = { source: "ici", pageOf: (id) => `https://ctg.example/${id}`, commune: () => undefined };

  test("structures, then services, in JSON and in CSV: the same records, twice without a change", async () => {
    expect(await bring("structures.json", JSON.stringify([structure]))).toMatchObject({
      createdPlaces: 1,
      created: 0,
      broken: 0,
    });
    expect(await bring("services.json", JSON.stringify([service]))).toMatchObject({ createdPlaces: 0, created: 1, broken: 0 });
    const csv = [
      Object.keys(service).join(","),
      Object.values(service)
        .map((each) => `"${Array.isArray(each) ? JSON.stringify(each).replaceAll('"', '""') : each}"`)
        .join(","),
    ].join("\n");
    expect(await bring("services.csv", csv)).toMatchObject({ created: 0, changed: 0, same: 1, broken: 0 });
    expect(await bring("structures.json", JSON.stringify([structure]))).toMatchObject({ createdPlaces: 0, changed: 0, same: 1 });
    const out = toDataInclusion(await directory(), producer);
    expect(out.structures).toMatchObject([structure]);
    expect(out.services).toMatchObject([service]);
  });

  test("both in one file; a service of an unknown structure is said; a value off the list is left aside, with what it may mean", async () => {
    const file = JSON.stringify({
      structures: [structure],
      services: [
        { ...service, publics: ["famille", "jeunes"] },
        { ...service, id: "exemple--v2", structure_id: "exemple--s9" },
        { ...service, id: "exemple--v3", nom: "" },
      ],
    });
    expect(await bring("di.json", file)).toMatchObject({ createdPlaces: 1, created: 1, broken: 2 });
    expect((await serviceNamed(service.nom)).forWhom.publics).toEqual(["jeunes"]);
  });

  test("what goes out of here comes back as itself", async () => {
    await bring("fs.csv", spaces([1, "Exemple un"], [2, "Exemple deux"]));
    const out = JSON.stringify(toDataInclusion(await directory(), producer));
    expect(await bring("nous.json", out)).toMatchObject({ createdPlaces: 0, created: 0 });
    const again = JSON.stringify(toDataInclusion(await directory(), producer));
    expect(await bring("nous.json", again)).toMatchObject({ createdPlaces: 0, created: 0, changed: 0 });
  });
});

describe.skipIf(!isHere)(`the published files twice, ${unlessHere}`, () => {
  test.each([
    ["france-services-88-sans-contact.csv", 33],
    ["conseillers-numeriques-88.json", 14],
  ])("%s", async (name, count) => {
    const content = new TextDecoder().decode(await readFile(reference("places", name)));
    expect(await bring(name, content)).toMatchObject({ created: count, changed: 0, same: 0, broken: 0 });
    expect(await bring(name, content)).toMatchObject({ created: 0, createdPlaces: 0, changed: 0, same: count, broken: 0 });
  });
});

test("a table of one’s own waits for its columns; the second time it changes nothing", async () => {
  const table = "Nom;Genre;Commune\nExemple : un club;CLAS;Vecoux\nExemple : des jeux;Ludothèque;Éloyes\n";
  const columns = [
    { index: "0", target: "name" },
    { index: "1", target: "kind" },
    { index: "2", target: "commune" },
  ];
  const map = (importId: string, more: object = {}) =>
    here.run(mapDirectoryImport, here.as.coordinator, { importId, sheet: "0", header: "1", columns, ...more });
  const first = await send("tableau.csv", table);
  expect(await accept(first)).toMatchObject({ kind: "invalid" });
  expect(await map(first, { sheet: "3" })).toMatchObject({ kind: "invalid", problems: [{ path: "sheet" }] });
  const twice = [columns[0], { index: "2", target: "name" }];
  expect(await map(first, { columns: twice })).toMatchObject({ kind: "invalid", problems: [{ path: "columns[1].target" }] });
  expect(await map(first, { columns: [columns[1]] })).toMatchObject({ kind: "invalid", problems: [{ path: "" }] });
  done(await map(first));
  expect(done(await accept(first))).toMatchObject({ created: 2, createdPlaces: 2, broken: 0 });
  const second = await send("tableau.csv", table);
  done(await map(second));
  expect(done(await accept(second))).toMatchObject({ created: 0, createdPlaces: 0, changed: 0, same: 2 });
});

describe("a file that was sent", () => {
  const columns = [
    { index: "0", target: "name" },
    { index: "1", target: "commune" },
  ];
  const map = (importId: string) =>
    here.run(mapDirectoryImport, here.as.coordinator, { importId, sheet: "0", header: "1", columns });
  const draftOf = async (importId: string) =>
    here.read(async (tx) => {
      const draft = await draftById(tx, directoryDraft, ImportId.parse(importId));
      if (draft === undefined) throw new Error("no draft");
      return draft;
    });

  const forget = (hash: string) => rm(join(here.folder, here.territory, hash.slice(0, 2), hash));

  test("is read once: later steps need its reading, not the file", async () => {
    const id = await send("fs.csv", spaces([1, "Exemple un"]));
    const { file } = await draftOf(id);
    await forget(file.hash);
    expect(done(await accept(id))).toMatchObject({ created: 1 });
  });

  test("is read again where its reading was lost, and can't be where both are", async () => {
    const [kept, lost] = [await send("fs.csv", spaces([1, "Exemple un"])), await send("f2.csv", spaces([2, "Exemple deux"]))];
    for (const id of [kept, lost]) await forget((await draftOf(id)).reading ?? "");
    await forget((await draftOf(lost)).file.hash);
    expect(done(await accept(kept))).toMatchObject({ created: 1 });
    expect(await accept(lost)).toMatchObject({
      kind: "invalid",
      problems: [{ path: "", message: expect.stringMatching(/abîmé/) }],
    });
  });

  test("keeps, once accepted, which events are its own", async () => {
    await bring("fs.csv", spaces([1, "Exemple un"]));
    const id = await send("fs.csv", spaces([1, "Exemple un"], [2, "Exemple deux"]));
    done(await accept(id));
    await bring("fs.csv", spaces([3, "Exemple trois"]));
    const { written, state } = await draftOf(id);
    if (written === null) throw new Error("nothing was noted");
    expect(state).toBe("accepted");
    const told = (await here.read((tx) => readEvents(tx, { after: written.after }))).filter(({ seq }) => seq <= written.to);
    expect(new Set(told.map(({ action }) => action))).toEqual(new Set(["directory.import"]));
    expect(told.map(({ object }) => object.label)).toContain("Exemple deux");
    expect(told.map(({ object }) => object.label)).not.toContain("Exemple trois");
  });

  test("teaches its columns to the next one", async () => {
    const table = "Association;Où\nExemple : un club;Vecoux\n";
    done(await map(await send("a.csv", table)));
    const memory = await here.read((tx) => loadMemory(tx, directoryDraft));
    const reader = await here.read((tx) => directoryDraft.columns(tx, { targetId: null }, memory, "fr"));
    const sheet = textSheet(["ASSOCIATION", "Où"], ["Exemple : autre", "Vecoux"]);
    expect(reader.under(sheet, null).columns.map(({ target }) => target)).toEqual(["name", "commune"]);
  });
});
