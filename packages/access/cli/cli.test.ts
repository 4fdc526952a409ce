import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { InputError } from "./input-error.ts";
import { run } from "./run.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maillage-access-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
const path = (name: string): string => join(folder, name);
const put = (name: string, ...lines: readonly string[]): Promise<void> => writeFile(path(name), `${lines.join("\n")}\n`);

beforeEach(async () => {
  await put("D.csv", "id,demand,commune,x,y", "a,100,Vecoux,0,0", "b,50,Vecoux,0,1000", "c,10,Éloyes,0,9000");
  await put("S.csv", "id,supply,x,y", "s,4,0,0", "t,3,0,2000");
  await put("M.csv", "origin,destination,minutes,metres", "a,s,5,4000", "a,t,12,9000", "b,t,5,4000", "c,t,40,30000");
});
const line = (text: string): Promise<string> =>
  run(text.split(" ").map((word) => (/\.(csv|json)$/.test(word) ? path(word) : word)));
const printed = async (text: string) => z.record(z.string(), z.unknown()).parse(JSON.parse(await line(text)));

describe("fca", () => {
  it("writes the score of each demand, and prints what was shared", async () => {
    const told = await printed("fca --demand D.csv --supply S.csv --matrix M.csv --method apl --out R.csv");
    expect(told).toEqual({
      method: "apl",
      demands: 3,
      supplies: 2,
      pairs: 4,
      demand: 160,
      supply: 7,
      supplyUnreached: 0,
      demandsWithoutAccess: 1,
    });
    const [own, common] = [4 / 100, 3 / (100 * (2 / 3) + 50)];
    expect(await readFile(path("R.csv"), "utf8")).toBe(`id,score\na,${own + (2 / 3) * common}\nb,${common}\nc,0\n`);
  });

  it.each([
    ["--method 2sfca --catchment 15", [4 / 100 + 3 / 150, 3 / 150, 0]],
    ["--method e2sfca --steps 10:1,15:0.5", [4 / 100 + 1.5 / 100, 3 / 100, 0]],
    ["--method gaussian --catchment 15 --sigma 1e9", [4 / 100 + 3 / 150, 3 / 150, 0]],
    ["--method 3sfca --steps 15:1", [2 / 50 + 1.5 / 100, 3 / 100, 0]],
  ])("knows each method: %s", async (how, scores) => {
    await line(`fca --demand D.csv --supply S.csv --matrix M.csv ${how} --out R.json`);
    const written: unknown = JSON.parse(await readFile(path("R.json"), "utf8"));
    expect(written).toEqual(["a", "b", "c"].map((id, at) => ({ id, score: expect.closeTo(scores[at] ?? 0, 9) })));
  });

  it("measures straight lines where there is no matrix, from CSV or JSON", async () => {
    await writeFile(
      path("S.json"),
      JSON.stringify([
        { id: "s", supply: 4, x: 0, y: 0 },
        { id: "t", supply: 3, x: 0, y: 2_000 },
      ]),
    );
    const told = await printed("fca --demand D.csv --supply S.json --euclidean --method 2sfca --catchment 1500 --out R.csv");
    expect(told).toMatchObject({ pairs: 3, demandsWithoutAccess: 1, supplyUnreached: 0 });
  });
});

describe("equity", () => {
  it("says how fairly scores are spread over people, between communes and within", async () => {
    await put("R.csv", "id,score", "a,2", "b,2", "c,0");
    const told = await printed("equity --scores R.csv --demand D.csv --group commune");
    expect(told).toMatchObject({
      places: 3,
      people: 160,
      gini: expect.closeTo(10 / 160, 12),
      worstOffTenth: expect.closeTo((6 * 2) / 16, 12),
    });
    expect(told["theil"]).toMatchObject({ within: 0, between: expect.closeTo(Math.log(160 / 150), 12) });
  });
});

describe("bad input is one sentence, with the file and the line, and writes nothing", () => {
  const apl = "fca --demand D.csv --supply S.csv --matrix M.csv --method apl --out never.csv";
  it.each([
    ["a file that is not there", () => Promise.resolve(), apl.replace("M.csv", "absent.csv"), /absent\.csv ne peut pas être lu/],
    [
      "no such column",
      () => put("D.csv", "id,people", "a,1"),
      apl,
      /D\.csv n’a pas la colonne demand : ses colonnes sont id, people/,
    ],
    ["no row", () => put("D.csv", "id,demand"), apl, /D\.csv n’a aucune ligne/],
    ["an empty file", () => put("D.csv"), apl, /D\.csv n’a pas la colonne id, demand/],
    ["an id twice", () => put("D.csv", "id,demand", "a,1", "a,2"), apl, /D\.csv, ligne 3 : l’identifiant « a » est déjà pris/],
    ["no id", () => put("S.csv", "id,supply", ",2"), apl, /S\.csv, ligne 2 : il manque l’identifiant/],
    [
      "a negative population",
      () => put("D.csv", "id,demand", "a,-3", "b,1", "c,1"),
      apl,
      /D\.csv, ligne 2 : « -3 » dans la colonne demand/,
    ],
    [
      "a missing population",
      () => put("D.csv", "id,demand", "a,", "b,1", "c,1"),
      apl,
      /D\.csv, ligne 2 : «  » dans la colonne demand/,
    ],
    [
      "NaN",
      () => put("M.csv", "origin,destination,minutes", "a,s,NaN"),
      apl,
      /M\.csv, ligne 2 : « NaN » dans la colonne minutes/,
    ],
    [
      "an unknown place",
      () => put("M.csv", "origin,destination,minutes", "z,s,3"),
      apl,
      /M\.csv, ligne 2 : « z » \(colonne origin\)/,
    ],
    [
      "a way twice",
      () => put("M.csv", "origin,destination,minutes", "a,s,3", "a,s,4"),
      apl,
      /M\.csv, ligne 3 : ce trajet est déjà/,
    ],
    ["a matrix without costs", () => put("M.csv", "origin,destination", "a,s"), apl, /ni colonne minutes ni colonne metres/],
    ["a ragged table", () => put("D.csv", "id,demand", "a,1,2"), apl, /D\.csv n’est pas un tableau CSV régulier/],
    ["no method", () => Promise.resolve(), apl.replace(" --method apl", ""), /Il manque --method/],
    ["another method", () => Promise.resolve(), apl.replace("apl", "4sfca"), /« 4sfca » n’est pas une méthode/],
    ["no catchment", () => Promise.resolve(), apl.replace("apl", "2sfca"), /Il manque --catchment/],
    ["a catchment of nothing", () => Promise.resolve(), `${apl.replace("apl", "2sfca")} --catchment 0`, /--catchment vaut « 0 »/],
    ["rings that grow", () => Promise.resolve(), `${apl} --steps 5:0.2,10:0.4`, /« 10:0\.4 » n’est pas un anneau/],
    ["an unknown option", () => Promise.resolve(), `${apl} --fast`, /connaît les options --demand/],
    ["an unknown command", () => Promise.resolve(), "fly", /« fly » n’est pas une commande/],
    ["nowhere to write", () => Promise.resolve(), apl.replace("never.csv", "no/never.csv"), /ne peut pas être écrit/],
  ])("%s", async (_name, prepare, text, sentence) => {
    await prepare();
    const before = await readdir(folder);
    const refusal = await line(text).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InputError);
    expect(refusal).toMatchObject({ message: expect.stringMatching(sentence) });
    expect(await readdir(folder)).toEqual(before);
  });
});
