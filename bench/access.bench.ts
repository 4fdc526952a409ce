import { dijkstra } from "../packages/access/paths/dijkstra.ts";
import { graphOfNetwork, tenthsOf, type Graph } from "../packages/access/paths/graph.ts";
import { hierarchyOf } from "../packages/access/paths/hierarchy.ts";
import { catchments, everyNode, noTime, quickestTimes, targetsOf, timeTable } from "../packages/access/paths/table.ts";
import { roadsOf } from "./roads.ts";

// Enough searches to know what one costs; all of them would take minutes.
const SEARCHES = 12;
const TURNS = 3;

/** The least of some turns, in milliseconds: what else the machine does only adds to it. */
function least(run: () => unknown, turns = TURNS): number {
  const taken = Array.from({ length: turns }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return Math.min(...taken);
}

const spread = (graph: Graph, count: number, step: number) =>
  Array.from({ length: count }, (_, at) => [{ node: (at * step + 13) % graph.nodes, cost: 0 }]);

function line(what: string, ms: number, searches: number, search: number): void {
  const ratio = (searches * search) / ms;
  process.stdout.write(`| ${what.padEnd(44)} | ${ms.toFixed(1).padStart(9)} | ${ratio.toFixed(0).padStart(8)} : 1 |\n`);
}

for (const crossings of [67_000, 200_000, 1_000_000]) {
  const graph = graphOfNetwork(roadsOf(crossings));
  const search = least(() => spread(graph, SEARCHES, 7919).forEach((source) => dijkstra(graph, source))) / SEARCHES;
  const started = performance.now();
  const hierarchy = hierarchyOf(graph);
  const prepared = (performance.now() - started) / 1_000;
  process.stdout.write(
    `\n${graph.nodes} nodes, ${graph.heads.length} arcs; prepared in ${prepared.toFixed(1)} s; one Dijkstra: ${search.toFixed(1)} ms\n\n`,
  );
  process.stdout.write(`| ${"".padEnd(44)} |        ms | beside Dijkstra |\n| --- | ---: | ---: |\n`);
  for (const [rows, columns] of [
    [1_000, 10_000],
    [5_000, 100],
  ] as const) {
    const targets = targetsOf(hierarchy, spread(graph, columns, 23_757));
    const sources = spread(graph, rows, 39_595);
    const times = quickestTimes(targets, sources, { to: 3 });
    if (times.kind === "stopped") throw new Error("Nobody stopped it.");
    sources.slice(0, 3).forEach((source, row) => {
      const { cost } = dijkstra(graph, source);
      spread(graph, columns, 23_757).forEach(([end], column) => {
        const wanted = cost[end?.node ?? 0] ?? Infinity;
        if (times.tenths[row * columns + column] !== (wanted === Infinity ? noTime : tenthsOf(wanted)))
          throw new Error(`Row ${row}, column ${column} is not what a search says.`);
      });
    });
    line(
      `${rows} x ${columns}, minutes`,
      least(() => quickestTimes(targets, sources)),
      rows,
      search,
    );
    line(
      `${rows} x ${columns}, minutes and metres`,
      least(() => timeTable(targets, sources)),
      rows,
      search,
    );
  }
  const all = everyNode(hierarchy);
  const kinds = Array.from({ length: 16 }, (_, kind) => spread(graph, 20, 7919 * (kind + 3)).flat());
  line(
    "nearest of 16 kinds, for every node",
    least(() => quickestTimes(all, kinds)),
    16,
    search,
  );
  const facilities = Array.from({ length: 320 }, (_, at) => [{ node: Math.floor((at / 320) * graph.nodes), cost: 0 }]);
  line(
    "everyone within 30 minutes of 320 facilities",
    least(() => catchments(all, facilities, 18_000, () => undefined), 1),
    320,
    search,
  );
}
