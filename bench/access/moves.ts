import { gini } from "../../packages/access/equity/lorenz.ts";
import type { Access } from "../../packages/access/paths/dijkstra.ts";
import { graphOfNetwork, reversed } from "../../packages/access/paths/graph.ts";
import { hierarchyOf } from "../../packages/access/paths/hierarchy.ts";
import { catchments, targetsOf, type Targets } from "../../packages/access/paths/table.ts";
import { aplSteps } from "../../packages/access/scores/decay.ts";
import { twoStep, twoStepOnceMoved, type CatchmentScores } from "../../packages/access/scores/floating-catchment.ts";
import { countWithin, nearestOf } from "../../packages/access/scores/nearby.ts";
import { reachOf, reachOnceMoved, type Reached } from "../../packages/access/scores/reach.ts";
import { roadsOf } from "../roads.ts";
import { sourceStep, spread, targetStep } from "./questions.ts";
import { heading, inMs, row, say } from "./report.ts";

const MOVES = 20;
const MINUTES = 20;

/** One service of a territory moved, from its catchment on the roads to every score, beside computing all again. */
export function moves(): void {
  for (const [crossings, places, services] of [
    [67_000, 5_000, 100],
    [200_000, 15_000, 300],
  ] as const) {
    const roads = graphOfNetwork(roadsOf(crossings));
    // From the services, on the roads the other way: the minutes it takes to come.
    const homes = targetsOf(hierarchyOf(reversed(roads)), spread(roads, places, targetStep));
    const at = spread(roads, services + MOVES, sourceStep);
    const demand = Float64Array.from({ length: places }, (_, place) => (place * 37) % 90);
    const supply = Float64Array.from({ length: services }, (_, service) => 10 + (service % 40));
    const lists = at.map((service) => reachedFrom(homes, service));
    let reach = reachOf(places, services, pairsOf(lists.slice(0, services)));
    let scores = twoStep({ reach, demand, supply, decay: aplSteps });
    const taken = { catchment: Infinity, scores: Infinity, near: Infinity, all: Infinity };
    for (let move = 0; move < MOVES; move++) {
      const moved = (move * 7) % services;
      const times = [performance.now()];
      const lap = (): void => void times.push(performance.now());
      const reached = reachedFrom(homes, at[services + move] ?? []);
      lap();
      const before = { reach, scores };
      reach = reachOnceMoved(reach, moved, reached);
      const question = { reach, demand, supply, decay: aplSteps };
      scores = twoStepOnceMoved(question, moved, before);
      lap();
      nearestOf(reach);
      countWithin(reach, MINUTES);
      gini({ values: scores.scores, people: demand });
      lap();
      checkSame(scores, twoStep(question));
      lap();
      const [start = 0, caught = 0, scored = 0, known = 0, again = 0] = times;
      taken.catchment = Math.min(taken.catchment, caught - start);
      taken.scores = Math.min(taken.scores, scored - caught);
      taken.near = Math.min(taken.near, known - scored);
      taken.all = Math.min(taken.all, again - known);
    }
    say(
      `One service of ${services} moved among ${places.toLocaleString("en")} places, ${MINUTES} minutes by car, ${roads.nodes.toLocaleString("en")} nodes, ${reach.cost.length.toLocaleString("en")} pairs; the least of ${MOVES} moves`,
    );
    heading("", "time");
    row("its catchment on the roads", inMs(taken.catchment));
    row("every score of access (APL)", inMs(taken.scores));
    row("every nearest, every count, the index of Gini", inMs(taken.near));
    row("the move, in all", inMs(taken.catchment + taken.scores + taken.near));
    row("the scores computed again instead", inMs(taken.all));
  }
}

function reachedFrom(homes: Targets, service: readonly Access[]): Reached {
  let reached: Reached = { demand: [], cost: [] };
  catchments(homes, [service], MINUTES * 600, ({ targets, tenths }) => {
    reached = { demand: targets.slice(), cost: Float64Array.from(tenths, (each) => each / 600) };
  });
  return reached;
}

function pairsOf(lists: readonly Reached[]) {
  const [demand, supply, cost]: [number[], number[], number[]] = [[], [], []];
  lists.forEach((reached, service) => {
    for (let pair = 0; pair < reached.cost.length; pair++) {
      demand.push(reached.demand[pair] ?? 0);
      supply.push(service);
      cost.push(reached.cost[pair] ?? 0);
    }
  });
  return { demand, supply, cost };
}

function checkSame({ scores }: CatchmentScores, all: CatchmentScores): void {
  const other = all.scores.findIndex((score, place) => score !== scores[place]);
  if (other >= 0) throw new Error(`Place ${other} scores ${scores[other]}, and ${all.scores[other]} when all is computed again.`);
}
