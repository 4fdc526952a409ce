import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { InputError } from "../../access/cli/input-error.ts";
import { listOf, planted } from "../opinion.fixture.ts";
import { run } from "./run.ts";

let folder: string;
const path = (name: string): string => join(folder, name);
const put = (name: string, ...lines: readonly string[]): Promise<void> => writeFile(path(name), `${lines.join("\n")}\n`);
const line = (text: string): Promise<string> =>
  run(text.split(" ").map((word) => (/\.(csv|json)$/.test(word) ? path(word) : word)));
const printed = async (text: string) => z.record(z.string(), z.unknown()).parse(JSON.parse(await line(text)));
const header = "timestamp,datetime,comment-id,voter-id,vote";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maillage-opinion-"));
  const { ballots } = planted({ sizes: [30, 20], statements: 20, missing: 0.4, seed: 3, faithful: 0.97 });
  await put("V.csv", header, ...listOf(ballots).map((each) => `${each.at},,${each.statement},${each.person},${each.vote}`));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("map", () => {
  it("prints groups, consensus and division, and writes where everyone stands", async () => {
    const told = await printed("map V.csv --json M.json");
    expect(told).toMatchObject({ people: 50, statements: 20, k: 2, noGroups: null, groups: [{ size: 30 }, { size: 20 }] });
    const drawn = z
      .object({ people: z.array(z.object({ id: z.string(), x: z.number(), y: z.number(), group: z.number().nullable() })) })
      .parse(JSON.parse(await readFile(path("M.json"), "utf8")));
    expect(drawn.people.map(({ group }) => group).sort()).toEqual([...Array<number>(30).fill(0), ...Array<number>(20).fill(1)]);
  });

  it("leaves out statements, and groups that are too small", async () => {
    expect(await printed("map V.csv --exclude s1,s2 --min-group 26")).toMatchObject({
      statements: 18,
      k: 0,
      noGroups: "all-alike",
    });
  });
});

describe("next", () => {
  it("says which statement to show, and why", async () => {
    const told = await printed("next V.csv --person p3");
    expect(told["statement"]).toMatch(/^s\d+$/);
    expect(["teaches-most", "chance"]).toContain(told["why"]);
    expect(await line("next V.csv --person p3")).toBe(await line("next V.csv --person p3"));
  });
});

describe("bad input is one sentence, with the file and the row", () => {
  it.each([
    ["no file", [], "map absent.csv", /absent\.csv ne peut pas être lu/],
    ["no column", ["timestamp,vote", "1,1"], "map B.csv", /B\.csv n’a pas la colonne comment-id, voter-id/],
    ["nothing", [], "map B.csv", /B\.csv n’a pas la colonne/],
    ["no vote", [header], "map B.csv", /B\.csv n’a aucun vote/],
    ["another vote", [header, "1,,s,p,1", "1,,s,q,2"], "map B.csv", /B\.csv, ligne 3 : « 2 » n’est pas un vote/],
    ["no time", [header, ",,s,p,1"], "map B.csv", /B\.csv, ligne 2 : «  » n’est pas un instant/],
    ["nobody", [header, "1,,s,,1"], "map B.csv", /B\.csv, ligne 2 : il manque la personne/],
    ["no statement", [header, "1,,,p,1"], "map B.csv", /B\.csv, ligne 2 : il manque l’énoncé/],
    ["a ragged table", [header, "1,,s,p"], "map B.csv", /B\.csv, ligne 2 : ce n’est pas un tableau CSV régulier/],
    ["a group of one", [header, "1,,s,p,1"], "map B.csv --min-group 1", /--min-group vaut « 1 »/],
    ["an unknown statement", [header, "1,,s,p,1"], "map B.csv --exclude t", /l’énoncé « t »/],
    ["an unknown person", [header, "1,,s,p,1"], "next B.csv --person q", /« q », qui n’a voté sur rien/],
    ["no person", [header, "1,,s,p,1"], "next B.csv", /Il manque --person/],
    ["an unknown option", [], "map B.csv --fast", /et les options --min-group/],
    ["an unknown command", [], "fly", /« fly » n’est pas une commande/],
  ])("%s", async (_name, lines, text, sentence) => {
    await put("B.csv", ...lines);
    const refusal = await line(text).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InputError);
    expect(refusal).toMatchObject({ message: expect.stringMatching(sentence) });
  });

  it("whatever the text, or a result", async () => {
    const anyCell = fc.oneof(fc.constantFrom("1", "0", "-1", "a", "", '"', "NaN", "1e999", "\u0000"), fc.string());
    const anyLine = fc.array(anyCell, { minLength: 4, maxLength: 6 }).map((cells) => cells.join(","));
    const vote = fc
      .tuple(fc.nat(9), fc.nat(5), fc.nat(9), fc.constantFrom(1, 0, -1))
      .map(([at, statement, person, side]) => `${at},,s${statement},p${person},${side}`);
    const good = fc.array(vote, { minLength: 1, maxLength: 60 });
    const table = fc.oneof(good, fc.array(fc.oneof(vote, anyLine))).map((rows) => [header, ...rows].join("\n"));
    let results = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof({ weight: 4, arbitrary: table }, fc.string()), async (text) => {
        await writeFile(path("ANY.csv"), text);
        try {
          expect(await printed("map ANY.csv")).toHaveProperty("consensus");
          results += 1;
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
          expect(error).toMatchObject({ message: expect.stringMatching(/^ANY\.csv[^\n]*\.$/) });
        }
      }),
    );
    expect(results).toBeGreaterThan(20);
  });
});
