import { dijkstra } from "../../packages/access/paths/dijkstra.ts";
import { graphOfNetwork, tenthsOf, type Graph } from "../../packages/access/paths/graph.ts";
import { hierarchyOf, type Hierarchy } from "../../packages/access/paths/hierarchy.ts";
import { catchments, everyNode, noTime, quickestTimes, targetsOf, timeTable } from "../../packages/access/paths/table.ts";
import { roadsOf } from "../roads.ts";
import { sourceStep, spread, targetStep } from "./questions.ts";
import { beside, heading, held, inMs, least, row, say } from "./report.ts";

// Enough searches to know what one costs; all of them would take minutes.
const SEARCHES = 12;

/** Tables, nearest of each kind and catchments, beside plain searches of the same package. */
export function tables(): void {
  const swept: Swept[] = [];
  for (const crossings of [67_000, 200_000, 1_000_000]) {
    const graph = graphOfNetwork(roadsOf(crossings));
    const search = least(() => spread(graph, SEARCHES, 7919).forEach((source) => dijkstra(graph, source))) / SEARCHES;
    const started = performance.now();
    const hierarchy = hierarchyOf(graph);
    const prepared = (performance.now() - started) / 1_000;
    say(
      `${graph.nodes.toLocaleString("en")} nodes, ${graph.heads.length.toLocaleString("en")} arcs; prepared in ${prepared.toFixed(1)} s; one Dijkstra: ${inMs(search)}; held: ${held()}`,
    );
    heading("", "time", "beside Dijkstra");
    const line = (what: string, ms: number, searches: number): void => {
      row(what, inMs(ms), beside(searches * search, ms));
    };
    for (const [rows, columns] of [
      [1_000, 10_000],
      [5_000, 100],
    ] as const) {
      checkTable(graph, hierarchy, rows, columns);
      const targets = targetsOf(hierarchy, spread(graph, columns, targetStep));
      const sources = spread(graph, rows, sourceStep);
      line(`${rows} x ${columns}, minutes`, least(again((options) => quickestTimes(targets, sources, options))), rows);
      line(`${rows} x ${columns}, minutes and metres`, least(again((options) => timeTable(targets, sources, options))), rows);
    }
    const all = everyNode(hierarchy);
    const kinds = Array.from({ length: 16 }, (_, kind) => spread(graph, 20, 7919 * (kind + 3)).flat());
    const nearest = least(again((options) => quickestTimes(all, kinds, options)));
    line("nearest of 16 kinds, for every node", nearest, 16);
    swept.push({ nodes: graph.nodes, bytes: bytesSwept(hierarchy), ms: nearest });
    const facilities = Array.from({ length: 320 }, (_, at) => [{ node: Math.floor((at / 320) * graph.nodes), cost: 0 }]);
    line(
      "everyone within 30 minutes of 320 facilities",
      least(() => catchments(all, facilities, 18_000, () => undefined), 2),
      320,
    );
  }
  limits(swept);
}

/** The same question turn after turn, each answer over the one before: what a machine takes to give memory is not measured. */
function again<Table extends { readonly kind: "done" | "stopped" }>(
  ask: (options: { readonly into?: Extract<Table, { readonly kind: "done" }> }) => Table,
): () => void {
  const first = ask({});
  const isDone = (table: Table): table is Extract<Table, { readonly kind: "done" }> => table.kind === "done";
  if (!isDone(first)) throw new Error("Nobody stopped it.");
  return () => void ask({ into: first });
}

/** The first rows of a table, compared with searches. */
function checkTable(graph: Graph, hierarchy: Hierarchy, rows: number, columns: number): void {
  const ends = spread(graph, columns, targetStep);
  const sources = spread(graph, rows, sourceStep);
  const times = quickestTimes(targetsOf(hierarchy, ends), sources, { to: 3 });
  if (times.kind === "stopped") throw new Error("Nobody stopped it.");
  sources.slice(0, 3).forEach((source, at) => {
    const { cost } = dijkstra(graph, source);
    ends.forEach(([end], column) => {
      const wanted = cost[end?.node ?? 0] ?? Infinity;
      if (times.tenths[at * columns + column] !== (wanted === Infinity ? noTime : tenthsOf(wanted)))
        throw new Error(`Row ${at}, column ${column} is not what a search says.`);
    });
  });
}

interface Swept {
  readonly nodes: number;
  readonly bytes: number;
  readonly ms: number;
}

const LANES = 64;

/** What the sweep of a whole tree reads and writes: the lanes of each place and of each arc's upper end, the arcs, then the answers. */
const bytesSwept = ({ nodes, down }: Hierarchy): number =>
  nodes * (2 * LANES + 4) + down.above.length * (LANES + 8) + nodes * 2 * LANES;

/** How near a sweep is to what the memory lets through: the physical limit of an algorithm that reads each arc once. */
function limits(swept: readonly Swept[]): void {
  const [from, to] = [new Uint32Array(2 ** 26).fill(1), new Uint32Array(2 ** 26)];
  const ms = least(() => {
    to.set(from);
  }, 5);
  const possible = (2 * from.byteLength) / ms / 1e6;
  say(
    `Copying 256 MB moves ${possible.toFixed(1)} GB/s: what a sweep can't go beyond, once its lists are larger than the caches.`,
  );
  heading("sweep for 16 kinds, answers included", "moved", "GB/s", "of the limit");
  for (const { nodes, bytes, ms: taken } of swept) {
    const speed = bytes / taken / 1e6;
    row(
      `${nodes.toLocaleString("en")} nodes`,
      `${Math.round(bytes / 2 ** 20)} MB`,
      speed.toFixed(1),
      `${Math.round((100 * speed) / possible)} %`,
    );
  }
}
