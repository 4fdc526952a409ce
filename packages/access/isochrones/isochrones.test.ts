import { beforeAll, describe, expect, test } from "vitest";
import { buildNetwork } from "../network/build.ts";
import { mapOf, placeAt } from "../network/map.fixture.ts";
import type { Network } from "../network/network.ts";
import { foot } from "../network/profiles/foot.ts";
import { departures, snapper } from "../network/snap.ts";
import { dijkstra } from "../paths/dijkstra.ts";
import { costOf, graphOfNetwork, tenthsOf } from "../paths/graph.ts";
import { isochrones, type Isochrone } from "./isochrones.ts";

// A cross of two paths of two kilometres, and a road round a wood at its east end.
let network: Network;
beforeAll(async () => {
  const built = await buildNetwork(
    mapOf({
      points: {
        w: [-1_000, 0],
        o: [0, 0],
        e: [1_000, 0],
        n: [0, 1_000],
        s: [0, -1_000],
        p: [1_000, 800],
        q: [1_800, 800],
        r: [1_800, 0],
      },
      ways: [
        ["woe", { highway: "path" }],
        ["nos", { highway: "path" }],
        ["epqre", { highway: "path" }],
      ],
    }),
    foot,
  );
  if (built.kind === "no-road") throw new Error("no road");
  network = built.network;
});

function from(point: readonly [number, number], minutes: readonly number[], cell = 50): readonly Isochrone[] {
  const { lat, lon } = placeAt(point);
  const start = snapper(network)(lat, lon);
  if (start.kind === "too-far") throw new Error("no road near");
  const access = departures(network, start).map(({ node, tenths, decimetres }) => ({ node, cost: costOf(tenths, decimetres) }));
  const { cost } = dijkstra(graphOfNetwork(network), access);
  const reached = cost.map((each) => (each === Infinity ? Infinity : tenthsOf(each)));
  return isochrones(network, start, reached, minutes, { cell, aside: 100 });
}

function isIn({ geometry }: Isochrone, point: readonly [number, number]): boolean {
  const { lat, lon } = placeAt(point);
  const crosses = geometry.coordinates.flat().reduce((count, ring) => {
    let crossed = 0;
    for (const [at, [lon0, lat0]] of ring.entries()) {
      const [lon1, lat1] = ring[at + 1] ?? [lon0, lat0];
      if (lat0 > lat !== lat1 > lat && lon < lon0 + ((lat - lat0) / (lat1 - lat0)) * (lon1 - lon0)) crossed += 1;
    }
    return count + crossed;
  }, 0);
  return crosses % 2 === 1;
}

const area = (ring: readonly (readonly [number, number])[]): number =>
  ring.reduce((sum, [lon, lat], at) => {
    const [nextLon, nextLat] = ring[at + 1] ?? ring[0] ?? [0, 0];
    return sum + lon * nextLat - nextLon * lat;
  }, 0);

describe("what is reached on foot, at 5 km/h", () => {
  test("in six minutes is half a kilometre of each path, and what is beside", () => {
    const [reached] = from([0, 0], [6]);
    if (reached === undefined) throw new Error("no outline");
    for (const metres of [0, 100, 200, 300, 400])
      for (const point of [
        [metres, 0],
        [-metres, 0],
        [0, metres],
        [0, -metres],
      ] as const)
        expect(isIn(reached, point), point.join()).toBe(true);
    for (const point of [
      [600, 0],
      [0, -600],
      [300, 300],
      [0, 1_000],
      [-900, 0],
    ] as const)
      expect(isIn(reached, point), point.join()).toBe(false);
    expect(isIn(reached, [100, 60])).toBe(true);
  });

  test("from the middle of a path goes both ways", () => {
    const [reached] = from([-500, 0], [3]);
    if (reached === undefined) throw new Error("no outline");
    for (const east of [-700, -600, -500, -400, -300]) expect(isIn(reached, [east, 0]), `${east}`).toBe(true);
    for (const east of [-850, -150]) expect(isIn(reached, [east, 0]), `${east}`).toBe(false);
  });

  test("is within what is reached in longer", () => {
    const [short, middle, long] = from([0, 0], [5, 10, 40]);
    if (short === undefined || middle === undefined || long === undefined) throw new Error("no outline");
    for (let east = -1_100; east <= 1_900; east += 130)
      for (let north = -1_100; north <= 1_100; north += 130) {
        if (isIn(short, [east, north])) expect(isIn(middle, [east, north])).toBe(true);
        if (isIn(middle, [east, north])) expect(isIn(long, [east, north])).toBe(true);
      }
  });

  test("has a hole where nobody walks, wound with the clock inside an outline wound against it", () => {
    const [reached] = from([0, 0], [60]);
    const polygons = reached?.geometry.coordinates ?? [];
    expect(polygons).toHaveLength(1);
    const [outline = [], hole = [], ...others] = polygons[0] ?? [];
    expect(others).toEqual([]);
    expect(area(outline)).toBeGreaterThan(0);
    expect(area(hole)).toBeLessThan(0);
    expect(outline.at(-1)).toEqual(outline[0]);
    if (reached !== undefined) expect(isIn(reached, [1_400, 400])).toBe(false);
  });

  test("needs a time, and a grid that can be held", () => {
    expect(() => from([0, 0], [0])).toThrow(RangeError);
    expect(() => from([0, 0], [60], 0.1)).toThrow("take larger ones");
  });
});
