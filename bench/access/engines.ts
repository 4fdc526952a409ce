import createGraph from "ngraph.graph";
import { aStar, nba } from "ngraph.path";
import { dijkstra } from "../../packages/access/paths/dijkstra.ts";
import { graphOfNetwork, tenthsOf, type Graph } from "../../packages/access/paths/graph.ts";
import { hierarchyOf } from "../../packages/access/paths/hierarchy.ts";
import { quickestTimes, targetsOf } from "../../packages/access/paths/table.ts";
import { isHere, unlessHere } from "../../packages/published.fixture.ts";
import { roadsOf } from "../roads.ts";
import { andorra, placesOf, throughValhalla } from "./andorra.ts";
import { pgRouting } from "./pg-routing.ts";
import { nodesOf, sourceStep, spread, targetStep } from "./questions.ts";
import { beside, heading, inMs, least, row, say } from "./report.ts";

const SEARCHES = 12;
const PAIRS = 20;
const SOURCES_OF_PG = 3;
const shapes = [
  [1_000, 10_000],
  [5_000, 100],
] as const;

/** The same tables by other engines, on the same roads. Where all of a table would take hours, a part is timed and counted as the whole. */
export async function engines(): Promise<void> {
  if (isHere) await compare("Andorra, by car", await andorra().then((network) => graphOfNetwork(network)));
  else say(`Andorra: ${unlessHere}`);
  await compare("Generated roads", graphOfNetwork(roadsOf(200_000)));
  if (isHere) await compareMaps();
}

async function compare(name: string, graph: Graph): Promise<void> {
  const hierarchy = hierarchyOf(graph);
  say(`${name}: ${graph.nodes.toLocaleString("en")} nodes`);
  heading("", ...shapes.flatMap(([rows, columns]) => [`${rows} x ${columns}`, "beside ours"]));
  const ours = shapes.map(([rows, columns]) => {
    const targets = targetsOf(hierarchy, spread(graph, columns, targetStep));
    const sources = spread(graph, rows, sourceStep);
    return least(() => quickestTimes(targets, sources));
  });
  const line = (engine: string, taken: readonly number[]): void => {
    row(engine, ...taken.flatMap((ms, at) => [inMs(ms), beside(ms, ours[at] ?? 0)]));
  };
  line("ours, prepared", ours);
  const search = least(() => spread(graph, SEARCHES, 7919).forEach((source) => dijkstra(graph, source))) / SEARCHES;
  line(
    `our Dijkstra (${SEARCHES} searches timed)`,
    shapes.map(([rows]) => rows * search),
  );
  const built = createGraph<undefined, number>();
  for (let node = 0; node < graph.nodes; node++) built.addNode(node);
  for (let tail = 0; tail < graph.nodes; tail++)
    for (let arc = graph.starts[tail] ?? 0; arc < (graph.starts[tail + 1] ?? 0); arc++) {
      const [head, tenths] = [graph.heads[arc] ?? 0, tenthsOf(graph.cost[arc] ?? 0)];
      // It keeps one link a pair of nodes.
      const before = built.getLink(tail, head);
      if (before === undefined || before.data > tenths) built.addLink(tail, head, tenths);
    }
  const distance = (_from: unknown, _to: unknown, link: { readonly data: number }): number => link.data;
  const pairs = spread(graph, PAIRS, sourceStep).map(([start], at) => ({
    start: start?.node ?? 0,
    end: spread(graph, PAIRS, targetStep)[at]?.[0]?.node ?? 0,
  }));
  for (const [engine, finder] of [
    ["Dijkstra", aStar(built, { oriented: true, distance })],
    ["NBA*", nba(built, { oriented: true, distance })],
  ] as const) {
    const pair = least(() => pairs.forEach(({ start, end }) => finder.find(start, end)), 1) / PAIRS;
    line(
      `ngraph.path, ${engine} (${PAIRS} pairs timed)`,
      shapes.map(([rows, columns]) => rows * columns * pair),
    );
  }
  const routed = pgRouting(graph, (ask) =>
    shapes.map(
      ([rows, columns]) =>
        (rows / SOURCES_OF_PG) *
        ask(nodesOf(spread(graph, SOURCES_OF_PG, sourceStep)), nodesOf(spread(graph, columns, targetStep))),
    ),
  );
  if (routed.kind === "absent") say(`pgRouting: ${routed.reason}`);
  else line(`pgRouting (${SOURCES_OF_PG} sources timed)`, routed.taken);
}

/** Valhalla reads maps, not graphs: both answer from places of Andorra's map. */
async function compareMaps(): Promise<void> {
  const network = await andorra();
  const graph = graphOfNetwork(network);
  const [rows, columns] = [50, 100];
  const targets = targetsOf(hierarchyOf(graph), spread(graph, columns, targetStep));
  const sources = spread(graph, rows, sourceStep);
  const ours = least(() => quickestTimes(targets, sources));
  const theirs = throughValhalla(
    placesOf(network, nodesOf(sources)),
    placesOf(network, nodesOf(spread(graph, columns, targetStep))),
  );
  if (theirs.kind === "absent") {
    say(`Valhalla: ${theirs.reason}`);
    return;
  }
  say("Andorra's map, by car, beside Valhalla, which charges turns");
  heading("", `${rows} x ${columns}`, "beside ours");
  row("ours, prepared", inMs(ours), "1 : 1");
  row("Valhalla, matrix", inMs(theirs.ms), beside(theirs.ms, ours));
}
