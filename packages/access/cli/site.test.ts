import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { run } from "./run.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maillage-access-"));
  const put = (name: string, ...lines: readonly string[]) => writeFile(join(folder, name), `${lines.join("\n")}\n`);
  await put("D.csv", "id,demand", "vecoux,100", "éloyes,50", "val,10");
  await put("C.csv", "lieu,École,Gare,Mairie", "éloyes,20,5,0", "vecoux,0,10,20", "val,30,25,40");
  await put("S.csv", "id,state,cost,capacity", "École,movable,20,", "Gare,new,100,100", "Mairie,closable,-5,10");
  await put("new.csv", "id,state,cost", "École,new,10", "Gare,new,10", "Mairie,new,10");
  await put("full.csv", "id,state,cost,capacity", "École,kept,,50", "Gare,new,10,50", "Mairie,new,10,50");
  await put("states.csv", "id,state,cost", "École,open,1", "Gare,new,1", "Mairie,kept,");
  await put("short.csv", "id,state,cost", "École,kept,");
  await put("other.csv", "id,state,cost", "Nancy,kept,");
  await put("price.csv", "id,state,cost", "École,new,-1", "Gare,new,1", "Mairie,kept,");
  await put("row.csv", "lieu,A", "vecoux,1", "éloyes,1");
  await put("stranger.csv", "lieu,A", "vecoux,1", "éloyes,1", "val,1", "nancy,1");
  await put("twice.csv", "lieu,A", "vecoux,1", "vecoux,1");
  await put("columns.csv", "lieu,A,A", "vecoux,1,2");
  await put("nan.csv", "lieu,A", "vecoux,1", "éloyes,NaN", "val,1");
  await put("star.txt", " 4 3 1", "1 2 5", "1 3 5", "1 4 5");
  await put("cut.txt", "3 1 1", "1 2 5");
  await put("edge.txt", "3 1 1", "1 9 5");
  await put("p.txt", "3 1 4", "1 2 5");
});
afterAll(() => rm(folder, { recursive: true, force: true }));
const line = (text: string): Promise<string> =>
  run(text.split(" ").map((word) => (/\.(csv|txt)$/.test(word) ? join(folder, word) : word)));
const printed = async (text: string) => z.record(z.string(), z.unknown()).parse(JSON.parse(await line(text)));
const tables = "site --costs C.csv --demand D.csv";

describe("site", () => {
  it.each([
    ["--objective p-median --p 1", { objective: 1_300, sites: ["École"] }],
    ["--objective p-median --p 1 --keep Gare", { objective: 1_500, sites: ["Gare"] }],
    ["--objective p-median --p 2 --seconds 5 --seed 3", { objective: 300, sites: ["École", "Mairie"] }],
    ["--objective p-center --p 1", { objective: 25, sites: ["Gare"] }],
    ["--objective mclp --p 1 --radius 10", { objective: 150, sites: ["Gare"] }],
    ["--objective lscp --radius 5", { objective: 2, beyond: ["val"] }],
  ])("answers %s", async (how, answer) => {
    const { objective } = answer;
    expect(await printed(`${tables} ${how}`)).toMatchObject({ ...answer, bound: objective, gap: 0, proven: true });
  });

  it("plans what to open, close and move within a budget", async () => {
    expect(await printed(`${tables} --objective p-median --sites S.csv --budget 20`)).toMatchObject({
      sites: ["École", "Mairie"],
      proven: true,
      spent: 0,
      objective: 1_100,
      load: { École: 150, Mairie: 10 },
    });
  });

  it("plans whom to serve nearby, and counts those turned away", async () => {
    expect(await printed(`${tables} --objective mclp --radius 5 --sites new.csv --budget 19`)).toMatchObject({
      objective: 100,
      sites: ["École"],
      turnedAway: 60,
      proven: true,
    });
  });

  it.each([
    // All within 25 of the station, which costs 10; within 20, the valley is nobody's.
    ["--objective lscp --radius 25 --sites new.csv", { objective: 10, sites: ["Gare"], spent: 10, beyond: [] }],
    ["--objective lscp --radius 20 --sites new.csv --budget 10", { objective: 10, beyond: ["val"] }],
    ["--objective p-center --sites new.csv --budget 15", { objective: 25, sites: ["Gare"], spent: 10 }],
    ["--objective p-center --sites S.csv --budget 100", { objective: 25, spent: 95, sites: ["École", "Gare"] }],
  ])("plans so that everyone is served: %s", async (how, answer) => {
    expect(await printed(`${tables} ${how}`)).toMatchObject({ ...answer, gap: 0, proven: true, turnedAway: 0 });
  });

  it("stops at a gap that is enough", async () => {
    const { objective, bound, gap } = await printed(`${tables} --objective p-median --p 1 --gap 0.5`);
    expect(z.number().parse(gap)).toBeLessThanOrEqual(0.5);
    expect(z.number().parse(bound)).toBeLessThanOrEqual(1_300);
    expect(z.number().parse(objective)).toBeGreaterThanOrEqual(1_300);
  });

  it("says what one more site would bring, and which choices come next", async () => {
    const { next, runnersUp, ms } = await printed(`${tables} --objective p-median --p 1`);
    expect(next).toEqual([
      { objective: 300, site: "Mairie" },
      { objective: 500, site: "Gare" },
    ]);
    expect(runnersUp).toEqual([
      { objective: 1_500, sites: ["Gare"] },
      { objective: 2_400, sites: ["Mairie"] },
    ]);
    expect(ms).toBeTypeOf("number");
  });

  it("reads a file of OR-Library", async () => {
    expect(await printed("site --pmed star.txt")).toMatchObject({ objective: 15, sites: ["1"], proven: true });
  });

  it.each([
    [tables, /Il manque --objective/],
    [`${tables} --objective best --p 1`, /« best » n’est pas un objectif/],
    [`${tables} --objective p-median`, /Il manque --p/],
    [`${tables} --objective p-median --p 4`, /--p vaut 4 : .* de 1 à 3/],
    [`${tables} --objective p-median --p 1.5`, /--p vaut 1.5/],
    [`${tables} --objective p-median --p 1 --keep gare`, /« gare », qui n’est pas un des sites : École, Gare, Mairie/],
    [`${tables} --objective p-median --p 1 --keep Gare,École`, /garde 2 sites, plus que les 1/],
    [`${tables} --objective p-median --p 1 --seed x`, /--seed vaut « x »/],
    [`${tables} --objective lscp`, /Il manque --radius/],
    [`${tables} --objective lscp --radius -1`, /--radius vaut « -1 »|ne se lit pas/],
    ["site --costs row.csv --demand D.csv --objective p-center --p 1", /D.csv, ligne 4 : « val » n’a pas de ligne dans row.csv/],
    ["site --costs stranger.csv --demand D.csv --objective p-center --p 1", /stranger.csv, ligne 5 : « nancy »/],
    ["site --costs twice.csv --demand D.csv --objective p-center --p 1", /twice.csv, ligne 3 : « vecoux » est déjà/],
    ["site --costs columns.csv --demand D.csv --objective p-center --p 1", /columns.csv a .* deux fois « A »/],
    ["site --costs nan.csv --demand D.csv --objective p-center --p 1", /nan.csv, ligne 3 : « NaN » dans la colonne A/],
    [`${tables} --objective p-median --p 1 --gap 2`, /--gap vaut 2/],
    [`${tables} --objective p-median --sites S.csv`, /Il manque --budget/],
    [`${tables} --objective p-median --sites S.csv --budget x`, /--budget vaut « x »/],
    [`${tables} --objective p-median --sites S.csv --budget 1 --turned-away x`, /--turned-away vaut « x »/],
    [`${tables} --objective p-center --p 1 --sites S.csv --budget 1`, /--p ne va pas avec --sites/],
    [
      `${tables} --objective p-center --sites new.csv --budget 1`,
      /Servir tout le monde dépense au moins 10, plus que --budget 1/,
    ],
    [`${tables} --objective lscp --radius 25 --sites new.csv --budget 9`, /dépense au moins 10, plus que --budget 9/],
    [`${tables} --objective lscp --radius 40 --sites full.csv`, /n’ont pas la place de servir tout le monde/],
    [`${tables} --objective p-median --budget 9`, /--budget demande --sites/],
    [
      `${tables} --objective mclp --radius 5 --sites states.csv --budget 1`,
      /states.csv, ligne 2 : « open » dans la colonne state/,
    ],
    [`${tables} --objective mclp --radius 5 --sites short.csv --budget 1`, /short.csv ne décrit pas le site « Gare »/],
    [`${tables} --objective mclp --radius 5 --sites other.csv --budget 1`, /décrit « Nancy », qui n’est pas une colonne/],
    [`${tables} --objective mclp --radius 5 --sites price.csv --budget 1`, /price.csv, ligne 2 : « -1 » dans la colonne cost/],
    ["site --pmed none.txt", /none.txt ne peut pas être lu/],
    ["site --pmed cut.txt", /cut.txt : aucun chemin ne mène du nœud 1 au nœud 3/],
    ["site --pmed edge.txt", /edge.txt, ligne 2 : « 1 9 5 »/],
    ["site --pmed p.txt", /p.txt, ligne 1/],
    ["site --pmed D.csv", /D.csv, ligne 1/],
  ])("refuses with a sentence: %s", async (text, sentence) => {
    await expect(line(text)).rejects.toThrow(sentence);
  });
});
