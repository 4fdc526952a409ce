import { createReadStream } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { buildNetwork } from "../network/build.ts";
import type { Network } from "../network/network.ts";
import type { Profile } from "../network/profile.ts";
import { car } from "../network/profiles/car.ts";
import { foot } from "../network/profiles/foot.ts";
import { osmSource } from "../osm/source.ts";
import { dijkstra } from "../paths/dijkstra.ts";
import { decimetresOf, graphOfNetwork, tenthsOf } from "../paths/graph.ts";
import { hierarchyOf } from "../paths/hierarchy.ts";
import { targetsOf, timeTable } from "../paths/table.ts";
import { isHere, reference, unlessHere } from "../../published.fixture.ts";
import { router } from "./route.ts";

const andorra = () => osmSource(() => createReadStream(reference("osm", "andorra-2013.osm.pbf")), "andorra-2013.osm.pbf");

async function networkOf(profile: Profile): Promise<Network> {
  const built = await buildNetwork(andorra(), profile);
  if (built.kind === "no-road") throw new Error("no road");
  return built.network;
}

describe.skipIf(!isHere)(`Andorra (${unlessHere})`, () => {
  const networks = new Map<string, Network>();
  const network = (mode: string): Network => networks.get(mode) ?? expect.unreachable(mode);
  beforeAll(async () => {
    networks.set("car", await networkOf(car));
    networks.set("foot", await networkOf(foot));
  });

  it("has the elements that its file holds", async () => {
    let [nodes, ways, relations] = [0, 0, 0];
    for await (const block of andorra().blocks(new Set(["node", "way", "relation"]))) {
      nodes += block.nodes.ids.length;
      ways += block.ways.length;
      relations += block.relations.length;
    }
    expect({ nodes, ways, relations }).toEqual({ nodes: 69_644, ways: 2_725, relations: 74 });
  });

  it.each([
    ["car", [42.568_19, 1.603_231], [42.571_034, 1.520_662], 17_708],
    ["car", [42.529_176, 1.571_302], [42.571_034, 1.520_662], 11_408],
    ["foot", [42.568_19, 1.603_231], [42.571_034, 1.520_662], 16_460],
    ["foot", [42.529_176, 1.571_302], [42.571_034, 1.520_662], 12_840],
    ["foot", [42.521_269, 1.522_98], [42.504_18, 1.520_662], 3_223],
  ] as const)("by %s from %j to %j is as long as GraphHopper's %i m, to a fiftieth", (mode, from, to, published) => {
    const route = router(network(mode))({ lat: from[0], lon: from[1] }, { lat: to[0], lon: to[1] });
    if (route.kind !== "found") throw new Error(route.kind);
    const metres = route.decimetres / 10;
    expect(Math.abs(metres / published - 1), `${metres} m`).toBeLessThanOrEqual(0.02);
  });

  it.each(["car", "foot"])("by %s, a table is what Dijkstra's search says, pair by pair", (mode) => {
    const graph = graphOfNetwork(network(mode));
    const every = (step: number) =>
      Array.from({ length: Math.floor(graph.nodes / step) }, (_, at) => [{ node: at * step, cost: 0 }]);
    const [sources, destinations] = [every(11), every(7)];
    const targets = targetsOf(hierarchyOf(graph), destinations);
    const table = timeTable(targets, sources);
    if (table.kind === "stopped") throw new Error("stopped");
    sources.forEach((source, row) => {
      const { cost } = dijkstra(graph, source);
      const expected = destinations.map(([end]) => cost[end?.node ?? -1] ?? Number.NaN);
      const at = row * destinations.length;
      expect([...table.tenths.subarray(at, at + destinations.length)]).toEqual(expected.map(tenthsOf));
      expect([...table.decimetres.subarray(at, at + destinations.length)]).toEqual(expected.map(decimetresOf));
    });
  });
});
