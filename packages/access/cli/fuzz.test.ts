import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { placeAt } from "../network/map.fixture.ts";
import { gzipped, xmlOf } from "../osm/osm.fixture.ts";
import { InputError } from "./input-error.ts";
import { run } from "./run.ts";

let folder: string;
const good = new Map<string, Uint8Array>();
const path = (name: string): string => join(folder, name);
const bytesOf = (...lines: readonly string[]): Uint8Array => new TextEncoder().encode(`${lines.join("\n")}\n`);
const at = (east: number, north: number): string => {
  const { lat, lon } = placeAt([east, north]);
  return `${lat.toFixed(6)},${lon.toFixed(6)}`;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maillage-fuzz-"));
  const point = (id: number, east: number, north: number) => {
    const { lat, lon } = placeAt([east, north]);
    return { id, lat: Math.round(lat * 1e7), lon: Math.round(lon * 1e7), tags: [] };
  };
  good.set(
    "carte.osm.gz",
    gzipped(
      xmlOf({
        nodes: [point(1, 0, 0), point(2, 1_000, 0), point(3, 1_000, 1_000)],
        ways: [{ id: 10, nodes: [1, 2, 3], tags: [["highway", "residential"]] }],
        relations: [],
      }),
    ),
  );
  good.set("A.csv", bytesOf("id,lat,lon", `un,${at(0, 10)}`, `deux,${at(900, 10)}`));
  good.set("B.csv", bytesOf("id,lat,lon", `mairie,${at(1_000, 1_000)}`));
  good.set("D.csv", bytesOf("id,demand,x,y", "a,12,0,0", "b,30.5,100,0", "c,0,50,80"));
  good.set("S.csv", bytesOf("id,supply,x,y", "s,3,10,10", "t,2,90,5"));
  good.set("M.csv", bytesOf("origin,destination,minutes,metres", "a,s,3,900", "a,t,12,8000", "b,t,4,1200"));
  good.set("R.csv", bytesOf("id,score", "a,0.1", "b,0.25", "c,0"));
  good.set("C.csv", bytesOf("id,s,t,u", "a,1,2,3", "b,4,0,2", "c,9,8,1"));
  good.set(
    "profil.json",
    bytesOf('{ "name": "prudent", "speeds": { "residential": 15 }, "caps": { "surface": { "gravel": 15 } } }'),
  );
  for (const [name, bytes] of good) await writeFile(path(name), bytes);
  await line("network build --osm carte.osm.gz --mode car --out n.net");
  good.set("n.net", await readFile(path("n.net")));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
const line = (text: string): Promise<string> =>
  run(text.split(" ").map((word) => (/\.(gz|json|net|csv)$/.test(word) ? path(word) : word)));

/** What may have happened to a file on its way: cut, overwritten, doubled, another's lines, other numbers. */
const mishap = fc.oneof(
  fc.record({ kind: fc.constant("cut" as const), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ kind: fc.constant("byte" as const), share: fc.double({ min: 0, max: 0.999, noNaN: true }), value: fc.nat(255) }),
  fc.record({ kind: fc.constant("repeated" as const), times: fc.integer({ min: 2, max: 4 }) }),
  fc.record({ kind: fc.constant("replaced" as const), bytes: fc.uint8Array({ maxLength: 200 }) }),
  fc.record({
    kind: fc.constant("word" as const),
    share: fc.double({ min: 0, max: 0.999, noNaN: true }),
    word: fc.constantFrom(
      "",
      "NaN",
      "-1",
      "1e400",
      "-0",
      "0x10",
      '"',
      "é;",
      "\r",
      "\uFEFF",
      "Infinity",
      "__proto__",
      "1,2",
      "999999999999",
    ),
  }),
);
type Mishap = typeof mishap extends fc.Arbitrary<infer Each> ? Each : never;

function spoiled(bytes: Uint8Array, what: Mishap): Uint8Array {
  switch (what.kind) {
    case "cut":
      return bytes.slice(0, Math.floor(what.share * bytes.length));
    case "byte":
      return bytes.map((each, place) => (place === Math.floor(what.share * bytes.length) ? what.value : each));
    case "repeated":
      return Uint8Array.from(Array.from({ length: what.times }, () => [...bytes]).flat());
    case "replaced":
      return what.bytes;
    case "word": {
      const words = new TextDecoder("latin1").decode(bytes).split(/(?<=[,\n])|(?=[,\n])/);
      words[Math.floor(what.share * words.length)] = what.word;
      return new TextEncoder().encode(words.join(""));
    }
  }
}

test.each([
  ["network build --osm carte.osm.gz --mode car --out", "carte.osm.gz", "net"],
  ["network build --osm carte.osm.gz --mode car --profile profil.json --out", "profil.json", "net"],
  [`network route --net n.net --from ${at(0, 0)} --to ${at(1_000, 1_000)}`, "n.net", ""],
  ["matrix --net n.net --origins A.csv --destinations B.csv --threads 1 --out", "A.csv", "csv"],
  ["matrix --net n.net --origins A.csv --destinations B.csv --threads 1 --out", "n.net", "csv"],
  ["fca --demand D.csv --supply S.csv --matrix M.csv --method apl --out", "M.csv", "csv"],
  ["fca --demand D.csv --supply S.csv --euclidean --method gaussian --catchment 100 --sigma 40 --out", "D.csv", "csv"],
  ["fca --demand D.csv --supply S.csv --euclidean --method 2sfca --catchment 100 --out", "S.csv", "csv"],
  ["equity --scores R.csv --demand D.csv", "R.csv", ""],
  ["equity --scores R.csv --demand D.csv", "D.csv", ""],
  ["site --costs C.csv --demand D.csv --objective p-median --p 2", "C.csv", ""],
  ["site --costs C.csv --demand D.csv --objective mclp --p 1 --radius 2", "D.csv", ""],
  ["site --pmed R.csv", "R.csv", ""],
])("%s: with %s spoiled, an answer or a sentence, and nothing half written", async (command, victim, written) => {
  const out = written === "" ? "" : ` out-${victim.replace(/\W/g, "")}.${written}`;
  const bytes = good.get(victim) ?? new Uint8Array();
  await fc.assert(
    fc.asyncProperty(fc.array(mishap, { minLength: 1, maxLength: 3 }), async (mishaps) => {
      await writeFile(path(victim), mishaps.reduce(spoiled, bytes));
      if (out !== "") await rm(path(out.trim()), { force: true });
      const answer = await line(`${command}${out}`).then(
        (text) => ({ text }),
        (error: unknown) => ({ error }),
      );
      if ("text" in answer) JSON.parse(answer.text);
      else {
        expect(answer.error).toBeInstanceOf(InputError);
        expect(String(answer.error)).toMatch(/^Error: \S.{10,}/s);
        if (out !== "") expect((await readdir(folder)).filter((name) => name.startsWith(out.trim()))).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
  await writeFile(path(victim), bytes);
});
