import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadPlan } from "../action/store.ts";
import { plantTerritory } from "../action/territory.fixture.ts";
import { UsageError } from "../../../platform/command.ts";
import { planImport } from "./command.ts";

let here: Awaited<ReturnType<typeof plantTerritory>>;
beforeAll(async () => {
  here = await plantTerritory("200068377");
});
afterAll(() => here.close());

const examples = join(import.meta.dirname, "../../../demo/files");

async function shell(file: string, options: Readonly<Record<string, string | true>> = {}): Promise<readonly string[]> {
  const lines: string[] = [];
  await planImport.run({
    args: [file],
    options: { territory: "200068377", ...options },
    print: (line) => lines.push(line.replaceAll(/[\u00A0\u202F]/g, " ")),
    runtime: () => Promise.resolve(here.runtime),
    cwd: examples,
  });
  return lines;
}
const actions = async (): Promise<number> => here.read(async (tx) => (await loadPlan(tx, here.conventionId)).actions.length);

describe.each([
  { name: "exemple-tableau-de-bord-cotech.xlsx", rows: 12 },
  { name: "exemple-plan-par-axe.ods", rows: 10 },
  { name: "exemple-fiches-actions.csv", rows: 10 },
])("$name, from a shell", ({ name, rows }) => {
  test("is tried without writing, imported, and says 0 changes the second time", async () => {
    const before = await actions();
    expect((await shell(name, { "dry-run": true })).at(-1)).toBe("Essai seulement : rien n’a été écrit.");
    expect(await actions()).toBe(before);
    expect((await shell(name)).at(-1)).toBe(`${rows} créées, 0 modifiée, 0 inchangée.`);
    expect(await actions()).toBe(before + rows);
    const again = await shell(name);
    expect(again[1]).toBe(`0 à créer, 0 à modifier, ${rows} inchangées.`);
    expect(again.at(-1)).toBe("0 changement : tout ce que dit ce fichier est déjà dans le plan.");
    expect(await actions()).toBe(before + rows);
  });
});

test.each([
  ["no file", "absent.xlsx", {}, /absent\.xlsx ne peut pas être lu/],
  ["a territory that is not here", "exemple-fiches-actions.csv", { territory: "200000172" }, /territory add 200000172/],
  [
    "something that is no SIREN",
    "exemple-fiches-actions.csv",
    { territory: "Remiremont" },
    /Remiremont n’est pas dans cette instance/,
  ],
])("%s is said in one sentence", async (_name, file, options, sentence) => {
  const refusal = await shell(file, options).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(UsageError);
  expect(refusal).toMatchObject({ message: expect.stringMatching(sentence) });
});
