import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildNetwork } from "../network/build.ts";
import { mapOf, placeAt, type MapDrawing } from "../network/map.fixture.ts";
import { car } from "../network/profiles/car.ts";
import { graphOfNetwork } from "../paths/graph.ts";
import { hierarchyOf } from "../paths/hierarchy.ts";
import { targetsOf } from "../paths/table.ts";
import { travelTable } from "./matrix.ts";
import { placesOnRoad } from "./place.ts";
import { router } from "./route.ts";

async function networkOf(drawing: MapDrawing) {
  const built = await buildNetwork(mapOf(drawing), car);
  if (built.kind === "no-road") throw new Error("no road");
  return built.network;
}

// A ring road round a village, one-way, and a street across it.
const ring: MapDrawing = {
  points: { a: [0, 0], b: [1_000, 0], c: [1_000, 1_000], d: [0, 1_000], p: [300, 0], q: [600, 0], far: [0, 4_000] },
  ways: [
    ["abcda", { highway: "residential", oneway: "yes", maxspeed: "20" }],
    ["ac", { highway: "residential", maxspeed: "20" }],
  ],
};
const place = (letter: string) => placeAt(ring.points[letter] ?? [0, 0]);

describe("a route", () => {
  test("along one street does not leave it", async () => {
    const found = router(await networkOf(ring))(place("p"), place("q"));
    expect(found).toMatchObject({ kind: "found", stretches: [] });
    if (found.kind === "found") expect(found.decimetres).toBeCloseTo(3_000, -1.5);
  });

  test("against a one-way street goes round", async () => {
    const found = router(await networkOf(ring))(place("q"), place("p"));
    expect(found).toMatchObject({ kind: "found", stretches: [{ way: 1 }] });
    if (found.kind === "found") expect(found.decimetres / 10).toBeCloseTo(400 + 1_000 + Math.SQRT2 * 1_000 + 300, -1);
  });

  test("is not there from where no road is near", async () => {
    const find = router(await networkOf(ring));
    expect(find(place("far"), place("p"))).toEqual({ kind: "too-far", from: "origin" });
    expect(find(place("p"), place("far"))).toEqual({ kind: "too-far", from: "destination" });
  });
});

describe("a table of travel", () => {
  test("says for each pair what the route says", async () => {
    const network = await networkOf(ring);
    const find = router(network);
    const targets = hierarchyOf(graphOfNetwork(network));
    const point = fc.tuple(fc.integer({ min: -200, max: 1_200 }), fc.integer({ min: -200, max: 2_500 })).map(placeAt);
    const points = fc.array(point, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(points, points, (from, to) => {
        const [origins, destinations] = [placesOnRoad(network, from, "origins"), placesOnRoad(network, to, "destinations")];
        const table = travelTable(network, origins, destinations, targetsOf(targets, destinations.access));
        if (table.kind === "stopped") throw new Error("stopped");
        const routes = from.flatMap((origin) => to.map((destination) => find(origin, destination)));
        expect([...table.tenths]).toEqual(routes.map((route) => (route.kind === "found" ? route.tenths : Number.NaN)));
        expect([...table.decimetres]).toEqual(routes.map((route) => (route.kind === "found" ? route.decimetres : Number.NaN)));
      }),
    );
  });
});
