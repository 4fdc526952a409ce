import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { placeAt } from "../network/map.fixture.ts";
import { gzipped, xmlOf } from "../osm/osm.fixture.ts";
import { InputError } from "./input-error.ts";
import { run } from "./run.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maillage-network-"));
  const point = (id: number, east: number, north: number) => {
    const { lat, lon } = placeAt([east, north]);
    return { id, lat: Math.round(lat * 1e7), lon: Math.round(lon * 1e7), tags: [] };
  };
  await writeFile(
    path("carte.osm.gz"),
    gzipped(
      xmlOf({
        nodes: [point(1, 0, 0), point(2, 1_000, 0), point(3, 1_000, 1_000)],
        ways: [
          { id: 10, nodes: [1, 2], tags: [["highway", "residential"]] },
          { id: 11, nodes: [2, 3], tags: [["highway", "tertiary"]] },
          { id: 12, nodes: [1, 3], tags: [["highway", "footway"]] },
        ],
        relations: [],
      }),
    ),
  );
  await writeFile(path("lent.json"), '{ "name": "prudent", "speeds": { "residential": 15 } }');
  await writeFile(path("faux.json"), '{ "speeds": { "residential": -15 } }');
  await line("network build --osm carte.osm.gz --mode car --out voiture.net");
  const spread = Array.from({ length: 150 }, (_, each) => `o${each},${at((each * 7) % 1_000, each % 30)}`);
  await put("A.csv", "id,lat,lon", ...spread);
  await put("B.csv", "id,lat,lon", `mairie,${at(1_000, 1_000)}`, `"école, rue haute",${at(600, 10)}`, `ferme,${at(-1_200, 0)}`);
  await put("seul.csv", "id,lat,lon", `mairie,${at(0, 0)}`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));
const path = (name: string): string => join(folder, name);
const put = (name: string, ...lines: readonly string[]): Promise<void> => writeFile(path(name), `${lines.join("\n")}\n`);
const line = (text: string): Promise<string> =>
  run(text.split(" ").map((word) => (/\.(gz|json|net|csv)$/.test(word) ? path(word) : word)));
const printed = async (text: string) => z.record(z.string(), z.unknown()).parse(JSON.parse(await line(text)));
const at = (east: number, north: number): string => {
  const { lat, lon } = placeAt([east, north]);
  return `${lat.toFixed(6)},${lon.toFixed(6)}`;
};

describe("network build", () => {
  it("says what the network holds, and what is left out", async () => {
    expect(await printed("network build --osm carte.osm.gz --mode car --out a.net")).toMatchObject({
      profile: "car",
      nodes: 3,
      edges: 2,
      leftOut: { class: 1 },
    });
  });

  it("changes the speeds that a territory changes", async () => {
    await line("network build --osm carte.osm.gz --mode car --profile lent.json --out lent.net");
    const way = `--from ${at(0, 0)} --to ${at(1_000, 0)}`;
    const [usual, slow] = [
      await printed(`network route --net voiture.net ${way}`),
      await printed(`network route --net lent.net ${way}`),
    ];
    expect(usual["minutes"]).toBeCloseTo(2, 1);
    expect(slow["minutes"]).toBeCloseTo(4, 1);
  });

  it.each([
    ["network build --mode car --out b.net", "Il manque --osm"],
    ["network build --osm absente.osm.gz --mode car --out b.net", "absente.osm.gz ne peut pas être lu"],
    ["network build --osm lent.json --mode car --out b.net", "lent.json n’est pas une carte"],
    ["network build --osm carte.osm.gz --mode boat --out b.net", "« boat » n’est pas un mode"],
    ["network build --osm carte.osm.gz --mode car --profile faux.json --out b.net", "faux.json, speeds.residential"],
  ])("refuses %s, and writes nothing", async (text, why) => {
    await expect(line(text)).rejects.toThrow(InputError);
    await expect(line(text)).rejects.toThrow(why);
    expect((await readdir(folder)).filter((name) => name.startsWith("b.net"))).toEqual([]);
  });
});

describe("network route", () => {
  it("says how long the quickest way is", async () => {
    const route = await printed(`network route --net voiture.net --from ${at(0, 0)} --to ${at(1_000, 1_000)}`);
    expect(route["metres"]).toBeCloseTo(2_000, -1);
    expect(route["minutes"]).toBeCloseTo(2 + 1.2, 1);
  });

  it.each([
    [`--from ${at(0, 0)} --to 6.5914,48.0153`, "latitude et longitude semblent échangées"],
    [`--from ${at(0, 0)} --to 42.5,1.5`, "hors du réseau"],
    [`--from ${at(0, 0)} --to somewhere`, "donnez LATITUDE,LONGITUDE"],
    [`--from ${at(-1_200, 0)} --to ${at(0, 0)}`, "à plus d’un kilomètre de toute route"],
  ])("refuses %s", async (ends, why) => {
    await expect(line(`network route --net voiture.net ${ends}`)).rejects.toThrow(why);
    await expect(line(`network route --net voiture.net ${ends}`)).rejects.toThrow(InputError);
  });

  it("refuses what is no network", async () => {
    await expect(line(`network route --net carte.osm.gz --from ${at(0, 0)} --to ${at(0, 0)}`)).rejects.toThrow(
      "carte.osm.gz n’est pas un réseau de routes",
    );
  });
});

describe("matrix", () => {
  const pairs = "matrix --net voiture.net --origins A.csv --destinations B.csv";

  it("prepares a network once, and again when it has changed", async () => {
    await line("network build --osm carte.osm.gz --mode car --out neuf.net");
    const question = "matrix --net neuf.net --origins A.csv --destinations B.csv --out";
    expect(await printed(`${question} M1.csv`)).toMatchObject({ preparation: "written" });
    expect(await printed(`${question} M2.csv`)).toMatchObject({ preparation: "read" });
    expect(await readFile(path("M2.csv"), "utf8")).toBe(await readFile(path("M1.csv"), "utf8"));
    await line("network build --osm carte.osm.gz --mode car --profile lent.json --out neuf.net");
    expect(await printed(`${question} M3.csv`)).toMatchObject({ preparation: "written" });
    expect(await readFile(path("M3.csv"), "utf8")).not.toBe(await readFile(path("M1.csv"), "utf8"));
  });

  it("writes the pairs that a road joins, and counts the others", async () => {
    expect(await printed(`${pairs} --out M.csv --threads 1`)).toMatchObject({
      origins: 150,
      destinations: 3,
      pairs: 300,
      unreachable: 150,
      tooFarFromRoads: { origins: [], destinations: ["ferme"] },
    });
    const [titles, first, second] = (await readFile(path("M.csv"), "utf8")).split("\n");
    expect(titles).toBe("origin,destination,minutes,metres");
    expect(first).toMatch(/^o0,mairie,3\.\d+,[12]\d{3}(\.\d)?$/);
    expect(second).toMatch(/^o0,"école, rue haute",1\.\d+,6\d\d(\.\d)?$/);
  });

  it("writes the same whatever the number of threads", async () => {
    const files = ["M1.csv", "M2.csv", "M4.csv"];
    for (const [each, threads] of [1, 2, 4].entries()) await line(`${pairs} --out ${files[each] ?? ""} --threads ${threads}`);
    const [one, two, four] = await Promise.all(files.map((name) => readFile(path(name), "utf8")));
    expect(two).toBe(one);
    expect(four).toBe(one);
  });

  it("says of one pair what the route says", async () => {
    await line("matrix --net voiture.net --origins seul.csv --destinations B.csv --out S.csv");
    const [, first = ""] = (await readFile(path("S.csv"), "utf8")).split("\n");
    const route = await printed(`network route --net voiture.net --from ${at(0, 0)} --to ${at(1_000, 1_000)}`);
    expect(first).toBe(`mairie,mairie,${String(route["minutes"])},${String(route["metres"])}`);
  });

  it("leaves out what is beyond the minutes asked for", async () => {
    const told = await printed(`${pairs} --out M.csv --max-minutes 1.2`);
    expect(Number(told["pairs"]) + Number(told["beyondMaxMinutes"])).toBe(300);
    expect(told["beyondMaxMinutes"]).toBeGreaterThan(150);
  });

  it.each([
    [
      ["id,lat,lon", "a,6.59,48.01"],
      "D.csv, ligne 2 : le point 6.59,48.01 est hors du réseau ; latitude et longitude semblent échangées",
    ],
    [["id,lat,lon", "a,48.0153,6.5914", "b,43.6,1.44"], "D.csv, ligne 3 : le point 43.6,1.44 est hors du réseau"],
    [["id,lat,lon", "a,NaN,6.5914"], "D.csv, ligne 2 : « NaN » dans la colonne lat"],
    [["id,lat,lon", "a,48.0153,6.5914", "a,48.0153,6.5914"], "l’identifiant « a » est déjà pris"],
    [["id,latitude", "a,48"], "D.csv n’a pas la colonne lat, lon"],
    [["id,lat,lon"], "D.csv n’a aucune ligne"],
  ])("refuses %j, and writes nothing", async (rows, why) => {
    await put("D.csv", ...rows);
    const wrong = line("matrix --net voiture.net --origins A.csv --destinations D.csv --out N.csv");
    await expect(wrong).rejects.toThrow(why);
    await expect(wrong).rejects.toThrow(InputError);
    expect((await readdir(folder)).filter((name) => name.startsWith("N.csv"))).toEqual([]);
  });

  it("refuses a number of threads that is none", async () => {
    await expect(line(`${pairs} --out N.csv --threads 1.5`)).rejects.toThrow("--threads vaut « 1.5 »");
  });
});
