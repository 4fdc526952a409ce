import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadDirectory } from "../../card/store.ts";
import { plantTerritory } from "../../../plan/action/territory.fixture.ts";
import { UsageError } from "../../../../platform/command.ts";
import { directoryImport } from "./command.ts";

let here: Awaited<ReturnType<typeof plantTerritory>>;
let folder: string;
beforeAll(async () => {
  here = await plantTerritory("200068377");
  folder = await mkdtemp(join(tmpdir(), "maillage-list-"));
});
afterAll(async () => {
  await here.close();
  await rm(folder, { recursive: true, force: true });
});

async function shell(file: string, options: Readonly<Record<string, string | true>> = {}): Promise<readonly string[]> {
  const lines: string[] = [];
  await directoryImport.run({
    args: [file],
    options: { territory: "200068377", ...options },
    print: (line) => lines.push(line.replaceAll(/[\u00A0\u202F]/g, " ")),
    runtime: () => Promise.resolve(here.runtime),
    cwd: folder,
  });
  return lines;
}
const cards = async (): Promise<number> => here.read(async (tx) => (await loadDirectory(tx)).services.size);

test("a list is tried without writing, imported, and changes nothing the second time", async () => {
  const rows = ["1,Exemple un,88498", "2,Exemple deux,88498", ",Sans numéro,88498", "3,Exemple ailleurs,75056"];
  await writeFile(join(folder, "liste.csv"), ["id_fs,lib_fs,insee_com", ...rows].join("\n"));
  expect(await shell("liste.csv", { "dry-run": true })).toEqual([
    "liste.csv : 2 fiches à ajouter, aucune à modifier, aucune sans changement, 1 ligne hors du territoire.",
    "Ligne 4 : Il manque l’identifiant (colonne « id_fs »).",
    "Essai seulement : rien n’a été écrit.",
  ]);
  expect(await cards()).toBe(0);
  expect(await shell("liste.csv")).toEqual(["2 fiches ajoutées, aucune modifiée, aucune sans changement."]);
  expect(await shell("liste.csv")).toEqual(["Aucune fiche ajoutée, aucune modifiée, 2 sans changement."]);
  expect(await cards()).toBe(2);
});

test.each([
  ["no file", "absent.csv", /absent\.csv ne peut pas être lu/],
  ["what is no list of services", "caf.csv", /il ne décrit aucun service/],
])("%s is said in one sentence", async (_name, file, sentence) => {
  await writeFile(join(folder, "caf.csv"), `"iris_code";"percou"\n"881600101";"3"`);
  const refusal = await shell(file).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(UsageError);
  expect(refusal).toMatchObject({ message: expect.stringMatching(sentence) });
});
