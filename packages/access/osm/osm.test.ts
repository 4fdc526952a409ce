import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OsmFileError } from "./elements.ts";
import { blob, gzipped, header, mapIn, opened, pbfOf, xmlOf, type SmallMap } from "./osm.fixture.ts";
import { osmSource } from "./source.ts";

const id = fc.integer({ min: -(2 ** 40), max: 2 ** 40 });
// XML holds no control character.
const text = fc.string({ unit: "grapheme", maxLength: 6 });
const tags = fc
  .uniqueArray(fc.tuple(text, text), { selector: ([key]) => key, maxLength: 3 })
  .map((pairs) => pairs.map(([key, value]) => [key, value] as const));
const smallMap: fc.Arbitrary<SmallMap> = fc.record({
  nodes: fc.array(fc.record({ id, lon: fc.integer({ min: -18e8, max: 18e8 }), lat: fc.integer({ min: -9e8, max: 9e8 }), tags }), {
    maxLength: 6,
  }),
  ways: fc.array(fc.record({ id, nodes: fc.array(id, { maxLength: 5 }), tags }), { maxLength: 4 }),
  relations: fc.array(
    fc.record({
      id,
      members: fc.array(fc.record({ kind: fc.constantFrom("node", "way", "relation"), id, role: text }), { maxLength: 3 }),
      tags,
    }),
    { maxLength: 3 },
  ),
});
const read = (bytes: Uint8Array, piece?: number) => mapIn(osmSource(opened(bytes, piece), "carte.osm"));
/** What a file holds, or why it is refused; any other failure goes through. */
const outcome = (bytes: Uint8Array): Promise<SmallMap | OsmFileError> =>
  read(bytes).catch((error: unknown) => {
    if (error instanceof OsmFileError) return error;
    throw error;
  });
const village: SmallMap = {
  nodes: [
    { id: 1, lon: 65_914_000, lat: 480_153_000, tags: [["barrier", "gate"]] },
    { id: 2, lon: 65_915_000, lat: 480_154_000, tags: [] },
  ],
  ways: [
    {
      id: 7,
      nodes: [1, 2],
      tags: [
        ["highway", "residential"],
        ["name", "Rue de la Xavée"],
      ],
    },
  ],
  relations: [{ id: 9, members: [{ kind: "way", id: 7, role: "from" }], tags: [["type", "restriction"]] }],
};

describe("a map", () => {
  test("is the same in every format, however its bytes come", async () => {
    await fc.assert(
      fc.asyncProperty(smallMap, fc.integer({ min: 1, max: 400 }), async (map, piece) => {
        expect(await read(pbfOf(map, "dense"), piece)).toEqual(map);
        expect(await read(pbfOf(map, "plain"), piece)).toEqual(map);
        expect(await read(new TextEncoder().encode(xmlOf(map)), piece)).toEqual(map);
        expect(await read(gzipped(xmlOf(map)), piece)).toEqual(map);
      }),
    );
  });

  test("gives the kinds that are wanted, and no other", async () => {
    for (const bytes of [pbfOf(village), gzipped(xmlOf(village))]) {
      const blocks = [];
      for await (const block of osmSource(opened(bytes), "carte").blocks(new Set(["way"]))) blocks.push(block);
      expect(blocks.flatMap(({ ways }) => ways)).toHaveLength(1);
      expect(blocks.flatMap(({ relations }) => relations)).toEqual([]);
      expect(blocks.reduce((sum, { nodes }) => sum + nodes.ids.length, 0)).toBe(0);
    }
  });

  test("has no element that an editor deleted", async () => {
    const edited = xmlOf(village).replace('<way id="7"', '<way action="delete" id="7"');
    expect((await read(new TextEncoder().encode(edited))).ways).toEqual([]);
  });
});

describe("a file that is not a map", () => {
  const bomb = blob("OSMData", new Uint8Array(40 * 1_024 * 1_024));
  const lying = Uint8Array.from(blob("OSMHeader", header("OsmSchema-V0.6", "DenseNodes")));
  test.each([
    ["empty", new Uint8Array(), "est vide"],
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13), "n’est pas une carte"],
    ["an archive", new TextEncoder().encode("PK\u0003\u0004 and more than that"), "n’est pas une carte"],
    ["a page", new TextEncoder().encode("<html><body>Not found</body></html>"), "la racine est <html>"],
    ["with a definition", new TextEncoder().encode('<!DOCTYPE osm [<!ENTITY a "b">]><osm/>'), "DOCTYPE"],
    ["with a place that is none", new TextEncoder().encode('<osm><node id="1" lat="91" lon="0"/></osm>'), "entre -90 et 90"],
    [
      "with no number",
      new TextEncoder().encode('<osm><node id="one" lat="9" lon="0"/></osm>'),
      "« one » n’est pas un nombre entier",
    ],
    ["with no id", new TextEncoder().encode("<osm>\n<way/></osm>"), "ligne 2 : il manque l’attribut « id »"],
    ["not ended", new TextEncoder().encode("<osm><way"), "coupé ou n’est pas du XML"],
    ["in Latin 1", Uint8Array.of(0x3c, 0x6f, 0x73, 0x6d, 0x3e, 0xe9), "UTF-8"],
    ["with its history", Uint8Array.from(blob("OSMHeader", header("HistoricalInformation"))), "HistoricalInformation"],
    ["that swells beyond the limits", Uint8Array.from([...lying, ...bomb]), "bloc 2"],
  ])("%s, is refused with what to do", async (_, bytes, why) => {
    await expect(read(bytes)).rejects.toThrow(OsmFileError);
    await expect(read(bytes)).rejects.toThrow(why);
  });

  test("cut anywhere, is refused or has what came before", async () => {
    const bytes = pbfOf(village);
    for (let length = 0; length < bytes.length; length++) {
      const found = await outcome(bytes.slice(0, length));
      if (found instanceof OsmFileError) continue;
      // Between two blocks, nothing tells that more should come.
      expect([[], village.nodes]).toContainEqual(found.nodes);
      expect([[], village.ways]).toContainEqual(found.ways);
      expect(found.relations).toEqual([]);
    }
  });

  test("of any bytes, or damaged anywhere, is read or refused", async () => {
    const originals = [
      pbfOf(village),
      pbfOf(village, "plain"),
      gzipped(xmlOf(village)),
      new TextEncoder().encode(xmlOf(village)),
    ];
    const damage = fc.array(fc.tuple(fc.nat(2_000), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.constantFrom(...originals)),
        damage,
        async (bytes, changes) => {
          const damaged = bytes.slice();
          for (const [at, value] of changes) if (damaged.length > 0) damaged[at % damaged.length] = value;
          await outcome(damaged);
        },
      ),
    );
  });
});
