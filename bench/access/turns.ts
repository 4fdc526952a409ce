import { impassable, type Network } from "../../packages/access/network/network.ts";
import { bestWay } from "../../packages/access/paths/dijkstra.ts";
import { graphOfNetwork, tenthsOf } from "../../packages/access/paths/graph.ts";
import { isHere, unlessHere } from "../../packages/published.fixture.ts";
import { randomFrom } from "../../packages/access/siting/random.ts";
import { andorra } from "./andorra.ts";
import { heading, row, say } from "./report.ts";

const ROUTES = 1_000;

/**
 * What turns would add to the quickest ways of Andorra, were they charged as OSRM's car does: 7.5 s at most, by a sigmoid of the angle. The
 * quickest way with turns costs no more than this way with its own: the error of going without is that much at most.
 */
export async function turns(): Promise<void> {
  if (!isHere) {
    say(`Turns: ${unlessHere}`);
    return;
  }
  const network = await andorra();
  const graph = graphOfNetwork(network);
  const bearings = bearingsOf(network);
  const draw = randomFrom(1);
  const node = () => Math.floor(draw() * graph.nodes);
  const found = Array.from({ length: ROUTES }, () => bestWay(graph, [{ node: node(), cost: 0 }], [{ node: node(), cost: 0 }]))
    .filter((way) => way !== undefined)
    .map(({ cost, nodes }) => {
      const added = nodes.slice(2).reduce((sum, after, at) => {
        const [before = 0, here = 0] = [nodes[at], nodes[at + 1]];
        return sum + charge(bearings(before, here).arriving, bearings(here, after).leaving);
      }, 0);
      return { minutes: tenthsOf(cost) / 600, added: added / 60, crossings: nodes.length };
    })
    .filter(({ minutes }) => minutes >= 5);
  const at = (share: number, values: readonly number[]): number =>
    values.toSorted((one, other) => one - other)[Math.floor(share * (values.length - 1))] ?? 0;
  say(`Turns, on ${found.length} ways of five minutes or more between crossings of Andorra drawn at random`);
  heading("", "half of them", "19 in 20");
  const line = (what: string, values: readonly number[], unit: string): void => {
    row(what, ...[0.5, 0.95].map((share) => `${at(share, values).toFixed(1)} ${unit}`));
  };
  line(
    "the way",
    found.map(({ minutes }) => minutes),
    "min",
  );
  line(
    "what turns would add, at most",
    found.map(({ added }) => added),
    "min",
  );
  line(
    "as a share",
    found.map(({ added, minutes }) => (100 * added) / minutes),
    "%",
  );
}

/** Seconds for a turn, by OSRM's profile of a car: 7.5 s over one and a sigmoid, its bias against turning left included. */
function charge(arriving: number, leaving: number): number {
  const turn = ((((leaving - arriving) * 180) / Math.PI + 540) % 360) - 180;
  const bias = turn <= 0 ? 1.075 : 1 / 1.075;
  return 7.5 / (1 + Math.exp(-((13 * bias * Math.abs(turn)) / 180 - 6.5 / bias)));
}

interface Bearings {
  readonly leaving: number;
  readonly arriving: number;
}

/** In radians, how the quickest segment between two neighbours leaves the first, and how it arrives at the second. */
function bearingsOf(network: Network): (from: number, to: number) => Bearings {
  const { from, to, forward, backward, nodeLon, nodeLat, shapeStarts, shapeLon, shapeLat } = network;
  const quickest = new Map<string, { readonly cost: number; readonly segment: number; readonly isForward: boolean }>();
  from.forEach((start, segment) => {
    const end = to[segment] ?? 0;
    for (const [key, cost, isForward] of [
      [`${start} ${end}`, forward[segment] ?? impassable, true],
      [`${end} ${start}`, backward[segment] ?? impassable, false],
    ] as const)
      if (cost !== impassable && cost < (quickest.get(key)?.cost ?? Infinity)) quickest.set(key, { cost, segment, isForward });
  });
  return (start, end) => {
    const { segment, isForward } = quickest.get(`${start} ${end}`) ?? { segment: 0, isForward: true };
    const [first = 0, last = 0] = [shapeStarts[segment], shapeStarts[segment + 1]];
    const bends = Array.from(
      { length: last - first },
      (_, at) => [shapeLon[first + at] ?? 0, shapeLat[first + at] ?? 0] as const,
    );
    const place = (node: number) => [nodeLon[node] ?? 0, nodeLat[node] ?? 0] as const;
    const line = [place(start), ...(isForward ? bends : bends.toReversed()), place(end)];
    return { leaving: bearing(line[0], line[1]), arriving: bearing(line.at(-2), line.at(-1)) };
  };
}

type Point = readonly [lon: number, lat: number];

function bearing([lon = 0, lat = 0]: Point | readonly [] = [], [east = 0, north = 0]: Point | readonly [] = []): number {
  return Math.atan2((east - lon) * Math.cos((42.5 * Math.PI) / 180), north - lat);
}
