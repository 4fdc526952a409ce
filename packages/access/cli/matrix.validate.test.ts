import { createReadStream } from "node:fs";
import { describe, expect, it } from "vitest";
import { placesOnRoad } from "../journeys/place.ts";
import { router } from "../journeys/route.ts";
import { buildNetwork } from "../network/build.ts";
import { degreeUnits } from "../network/network.ts";
import { bike } from "../network/profiles/bike.ts";
import { car } from "../network/profiles/car.ts";
import { osmSource } from "../osm/source.ts";
import { graphOfNetwork } from "../paths/graph.ts";
import { hierarchyOf } from "../paths/hierarchy.ts";
import { targetsOf } from "../paths/table.ts";
import { isHere, reference, unlessHere } from "../../published.fixture.ts";
import { tables } from "./matrix-tables.ts";

describe.skipIf(!isHere)(`Andorra (${unlessHere})`, () => {
  it.each([car, bike])(
    "by $name, every pair of a table is what a plain search finds, in 1, 2 and 4 threads",
    async (profile) => {
      const map = osmSource(() => createReadStream(reference("osm", "andorra-2013.osm.pbf")), "andorra-2013.osm.pbf");
      const built = await buildNetwork(map, profile);
      if (built.kind === "no-road") throw new Error("no road");
      const { network } = built;
      // Beside the crossings, so that each place has a walk and a part of a segment.
      const every = (step: number, aside: number) =>
        Array.from({ length: Math.floor(network.nodeLon.length / step) }, (_, at) => ({
          lat: (network.nodeLat[at * step] ?? 0) / degreeUnits + aside,
          lon: (network.nodeLon[at * step] ?? 0) / degreeUnits,
        }));
      const [from, to] = [every(13, 0.0002), every(29, -0.0003)];
      const find = router(network);
      const routes = from.flatMap((origin) => to.map((destination) => find(origin, destination)));
      const [origins, destinations] = [placesOnRoad(network, from, "origins"), placesOnRoad(network, to, "destinations")];
      const targets = targetsOf(hierarchyOf(graphOfNetwork(network)), destinations.access);
      for (const threads of [1, 2, 4]) {
        const tenths: number[] = [];
        const decimetres: number[] = [];
        for await (const { table } of tables({ network, origins, destinations, targets }, threads)) {
          tenths.push(...table.tenths);
          decimetres.push(...table.decimetres);
        }
        expect(tenths).toEqual(routes.map((route) => (route.kind === "found" ? route.tenths : Number.NaN)));
        expect(decimetres).toEqual(routes.map((route) => (route.kind === "found" ? route.decimetres : Number.NaN)));
      }
    },
    120_000,
  );
});
