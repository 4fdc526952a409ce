import { Climb } from "./climb.ts";
import type { Access } from "./dijkstra.ts";
import type { Hierarchy } from "./hierarchy.ts";

/**
 * The least cost from a point to every node of the graph, `Infinity` where no way leads: a search upwards, then one sweep down
 * (PHAST: Delling, Goldberg, Nowatzyk and Werneck 2011). The function given serves for one source after the other.
 *
 * @throws RangeError as `checkedAccess`, when the function given is called.
 */
export function oneToAll(hierarchy: Hierarchy): (source: readonly Access[]) => Float64Array {
  const { nodes, placeOf, down } = hierarchy;
  const climb = new Climb(hierarchy);
  const best = new Float64Array(nodes);
  return (source) => {
    best.fill(Infinity);
    for (const place of climb.from(source)) best[place] = climb.cost[place] ?? 0;
    for (let place = 0; place < nodes; place++) {
      let least = best[place] ?? 0;
      const end = down.starts[place + 1] ?? 0;
      for (let arc = down.starts[place] ?? 0; arc < end; arc++) {
        const through = (best[down.above[arc] ?? 0] ?? 0) + (down.cost[arc] ?? 0);
        if (through < least) least = through;
      }
      best[place] = least;
    }
    const cost = new Float64Array(nodes);
    for (let node = 0; node < nodes; node++) cost[node] = best[placeOf[node] ?? 0] ?? 0;
    return cost;
  };
}
