import { roadsOf } from "../bench/roads.ts";
import { graphOfNetwork, reversed } from "../packages/access/paths/graph.ts";
import { hierarchyOf } from "../packages/access/paths/hierarchy.ts";
import { catchments, targetsOf } from "../packages/access/paths/table.ts";
import { aplSteps } from "../packages/access/scores/decay.ts";
import { twoStep } from "../packages/access/scores/floating-catchment.ts";
import { reachOf } from "../packages/access/scores/reach.ts";

export interface Territory {
  /** The APL of each place. */
  readonly scores: readonly number[];
  readonly ms: number;
}

/** The access of a territory as large as the Vosges, from its roads: what a page and a server must find alike. */
export function territory(): Territory {
  const started = performance.now();
  const roads = reversed(graphOfNetwork(roadsOf(67_000)));
  const nodes = (count: number, step: number) =>
    Array.from({ length: count }, (_, at) => [{ node: (at * step + 13) % roads.nodes, cost: 0 }]);
  const [places, services] = [2_000, 60];
  const [demand, supply, cost]: [number[], number[], number[]] = [[], [], []];
  const homes = targetsOf(hierarchyOf(roads), nodes(places, 23_757));
  catchments(homes, nodes(services, 39_595), 12_000, ({ source, targets, tenths }) => {
    for (let each = 0; each < targets.length; each++) {
      demand.push(targets[each] ?? 0);
      supply.push(source);
      cost.push((tenths[each] ?? 0) / 600);
    }
  });
  const { scores } = twoStep({
    reach: reachOf(places, services, { demand, supply, cost }),
    demand: Array.from({ length: places }, (_, place) => (place * 37) % 90),
    supply: Array.from({ length: services }, (_, service) => 10 + (service % 40)),
    decay: aplSteps,
  });
  return { scores: [...scores], ms: performance.now() - started };
}
