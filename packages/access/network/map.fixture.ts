import type { OsmBlock, OsmRelation, OsmSource, OsmWay } from "../osm/elements.ts";

/** A map drawn for a test: points by a letter, at metres east and north of Remiremont's place de Mesdames; ways as lists of letters. */
export interface MapDrawing {
  readonly points: Readonly<Record<string, readonly [east: number, north: number]>>;
  readonly ways: readonly DrawnWay[];
  /** Tags of points, by letter. */
  readonly signs?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Turns, as ways by their place in the list, and a point by its letter or ways between. */
  readonly restrictions?: readonly {
    readonly rule: string;
    readonly from: number;
    readonly via: string | readonly number[];
    readonly to: number;
    readonly tags?: Readonly<Record<string, string>>;
  }[];
  /** Points that ways name and the file lacks. */
  readonly lacks?: string;
}

type DrawnWay = readonly [points: string, tags: Readonly<Record<string, string>>];

const origin = { lat: 48.0153, lon: 6.5914 };
const metresADegree = 111_195.08;
const degrees = (metres: number): number => metres / metresADegree;

/** Where a drawing puts a point, in degrees. */
export const placeAt = ([east, north]: readonly [number, number]) => ({
  lat: origin.lat + degrees(north),
  lon: origin.lon + degrees(east) / Math.cos((origin.lat * Math.PI) / 180),
});

/** The drawing as a file would give it, in two blocks. */
export function mapOf({ points, ways, signs = {}, restrictions = [], lacks = "" }: MapDrawing): OsmSource {
  const letters = Object.keys(points);
  const idOf = (letter: string): number => 100 + (letters.includes(letter) ? letters.indexOf(letter) : letter.charCodeAt(0));
  const given = letters.filter((letter) => !lacks.includes(letter));
  const places = given.map((letter) => placeAt(points[letter] ?? [0, 0]));
  const nodes: OsmBlock["nodes"] = {
    ids: Float64Array.from(given, idOf),
    lon: Int32Array.from(places, ({ lon }) => Math.round(lon * 1e7)),
    lat: Int32Array.from(places, ({ lat }) => Math.round(lat * 1e7)),
    tags: new Map(given.flatMap((letter, at) => (signs[letter] ? [[at, new Map(Object.entries(signs[letter]))]] : []))),
  };
  const osmWays: readonly OsmWay[] = ways.map(([path, tags], at) => ({
    id: at,
    nodes: Float64Array.from([...path], idOf),
    tags: new Map(Object.entries(tags)),
  }));
  const relations: readonly OsmRelation[] = restrictions.map(({ rule, from, via, to, tags = {} }, at) => ({
    id: at,
    members: [
      { kind: "way", id: from, role: "from" },
      ...(typeof via === "string"
        ? [{ kind: "node", id: idOf(via), role: "via" } as const]
        : via.map((id) => ({ kind: "way", id, role: "via" }) as const)),
      { kind: "way", id: to, role: "to" },
    ],
    tags: new Map(Object.entries({ type: "restriction", restriction: rule, ...tags })),
  }));
  const nothing: OsmBlock = {
    nodes: { ids: new Float64Array(), lon: new Int32Array(), lat: new Int32Array(), tags: new Map() },
    ways: [],
    relations: [],
  };
  return {
    async *blocks(wanted) {
      if (wanted.has("node")) yield await Promise.resolve({ ...nothing, nodes });
      yield {
        ...nothing,
        ways: wanted.has("way") ? osmWays : [],
        relations: wanted.has("relation") ? relations : [],
      };
    },
  };
}
