import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { impassable, type Network } from "./network.ts";
import { arrivals, departures, direct, snapper } from "./snap.ts";

const METRES_A_DEGREE = 111_195.08;
const [LAT, LON] = [48, 6.6];
/** Metres east and north of Remiremont, more or less, as ten-millionths of a degree. */
const lonOf = (east: number): number => Math.round((LON + east / (METRES_A_DEGREE * Math.cos((LAT * Math.PI) / 180))) * 1e7);
const latOf = (north: number): number => Math.round((LAT + north / METRES_A_DEGREE) * 1e7);

type Point = readonly [east: number, north: number];
interface Street {
  readonly points: readonly Point[];
  readonly forward?: number;
  readonly backward?: number;
}

/** Each street is a segment between two nodes of its own. */
function networkOf(streets: readonly Street[]): Network {
  const ends = streets.flatMap(({ points }) => [points[0] ?? [0, 0], points.at(-1) ?? [0, 0]]);
  const bends = streets.map(({ points }) => points.slice(1, -1));
  const lengths = streets.map(({ points }) =>
    points.slice(1).reduce((sum, [x, y], at) => sum + Math.hypot(x - (points[at]?.[0] ?? 0), y - (points[at]?.[1] ?? 0)), 0),
  );
  const starts = [0];
  for (const each of bends) starts.push((starts.at(-1) ?? 0) + each.length);
  return {
    profile: "car",
    walkSpeed: 3.6,
    nodeLon: Int32Array.from(ends, ([east]) => lonOf(east)),
    nodeLat: Int32Array.from(ends, ([, north]) => latOf(north)),
    from: Uint32Array.from(streets, (_, at) => 2 * at),
    to: Uint32Array.from(streets, (_, at) => 2 * at + 1),
    length: Uint32Array.from(lengths, (metres) => Math.round(metres * 10)),
    forward: Uint32Array.from(streets, ({ forward = 100 }) => forward),
    backward: Uint32Array.from(streets, ({ backward = 100 }) => backward),
    shapeStarts: Uint32Array.from(starts),
    shapeLon: Int32Array.from(bends.flat(), ([east]) => lonOf(east)),
    shapeLat: Int32Array.from(bends.flat(), ([, north]) => latOf(north)),
    original: Uint32Array.from(streets, (_, at) => at),
    way: Float64Array.from(streets, (_, at) => at),
  };
}
const at = (network: Network, [east, north]: Point, within = 1_000) =>
  snapper(network, { within })(latOf(north) / 1e7, lonOf(east) / 1e7);
const onRoad = (network: Network, point: Point) => {
  const snapped = at(network, point);
  if (snapped.kind === "too-far") throw new Error("no road here");
  return snapped;
};

const street: Street = {
  points: [
    [0, 0],
    [1_000, 0],
  ],
  forward: 600,
  backward: 1_200,
};

describe("a point near a road", () => {
  it("meets it between its nodes, with the walk to it", () => {
    const snapped = onRoad(networkOf([street]), [300, 40]);
    expect(snapped.segment).toBe(0);
    expect(snapped.along / 10).toBeCloseTo(300, 0);
    expect(snapped.walk / 10).toBeCloseTo(40, 0);
  });

  it("meets the nearest of all, bends counted", () => {
    const coordinate = fc.integer({ min: -2_500, max: 2_500 });
    const point = fc.tuple(coordinate, coordinate);
    const streets = fc.array(fc.record({ points: fc.array(point, { minLength: 2, maxLength: 5 }) }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(streets, point, fc.integer({ min: 1, max: 3_000 }), (roads, [x, y], within) => {
        const distances = roads.map(({ points }) =>
          Math.min(...points.slice(1).map((end, index) => distanceTo(points[index] ?? end, end, [x, y]))),
        );
        const least = Math.min(...distances);
        fc.pre(Math.abs(least - within) > 5);
        const snapped = at(networkOf(roads), [x, y], within);
        expect(snapped.kind).toBe(least < within ? "on-road" : "too-far");
        // The plane and the ellipsoid of whole ten-millionths of a degree differ by less than five metres over these few kilometres.
        if (snapped.kind === "on-road") expect(Math.abs(snapped.walk / 10 - least)).toBeLessThan(5);
      }),
    );
  });

  it("is told when every road is too far, and refused when it is nowhere", () => {
    const network = networkOf([street]);
    expect(at(network, [500, 1_200])).toEqual({ kind: "too-far" });
    expect(at(network, [500, 1_200], 2_000).kind).toBe("on-road");
    expect(() => snapper(network)(6.6, 480)).toThrow(/\(6.6, 480\) is no place/);
    expect(() => snapper(network)(Number.NaN, 6)).toThrow(/no place/);
  });
});

describe("the way onto a road and off it", () => {
  const network = networkOf([street]);
  const point = onRoad(network, [250, 10]);
  const near = (accesses: readonly { node: number; tenths: number; decimetres: number }[]) =>
    accesses.map(({ node, tenths, decimetres }) => [node, Math.round(tenths / 10), Math.round(decimetres / 10)]);

  it("takes its share of the segment each way, and the walk at walking speed", () => {
    // 10 m on foot at 1 m/s; then three quarters of a minute, or a quarter of two.
    expect(near(departures(network, point))).toEqual([
      [1, 10 + 45, 760],
      [0, 10 + 30, 260],
    ]);
    expect(near(arrivals(network, point))).toEqual([
      [1, 10 + 90, 760],
      [0, 10 + 15, 260],
    ]);
  });

  it("keeps to the direction of a one-way street", () => {
    const oneWay = networkOf([{ ...street, backward: impassable }]);
    expect(near(departures(oneWay, point)).map(([node]) => node)).toEqual([1]);
    expect(near(arrivals(oneWay, point)).map(([node]) => node)).toEqual([0]);
    const further = onRoad(oneWay, [750, 0]);
    expect(near([{ node: 0, ...(direct(oneWay, point, further) ?? { tenths: 0, decimetres: 0 }) }])).toEqual([[0, 10 + 30, 510]]);
    expect(direct(oneWay, further, point)).toBeUndefined();
    expect(direct(network, further, point)?.tenths).toBe(100 + 600);
  });

  it("is the two walks between two doors at the same place", () => {
    expect(direct(networkOf([{ ...street, forward: impassable }]), point, point)).toEqual({
      tenths: 200,
      decimetres: 2 * point.walk,
    });
  });
});

function distanceTo([x0, y0]: Point, [x1, y1]: Point, [x, y]: Point): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / square));
  return Math.hypot(x0 + share * dx - x, y0 + share * dy - y);
}
