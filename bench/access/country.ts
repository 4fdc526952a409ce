import { graphOfNetwork, reversed } from "../../packages/access/paths/graph.ts";
import { hierarchyOf } from "../../packages/access/paths/hierarchy.ts";
import { catchments, everyNode } from "../../packages/access/paths/table.ts";
import { roadsOf } from "../roads.ts";
import { heading, held, inMs, row, say, timed } from "./report.ts";

const CROSSINGS = 4_600_000;
const FACILITIES = 35_000;
const MINUTES = 30;
const RUN = 320;

/** Everyone within half an hour of each facility of a country: some runs of neighbours, spread over it, counted as all. */
export async function country(): Promise<void> {
  const { value: graph, ms: drawn } = await timed(() => reversed(graphOfNetwork(roadsOf(CROSSINGS))));
  const { value: hierarchy, ms: prepared } = await timed(() => hierarchyOf(graph));
  const all = everyNode(hierarchy);
  // Nodes are numbered row by row; those of a square block follow each other, as facilities by place do.
  const side = Math.floor(Math.sqrt(graph.nodes));
  const blocks = Math.ceil(Math.sqrt(FACILITIES / RUN));
  const block = Math.floor(side / blocks);
  const across = Math.ceil(Math.sqrt(RUN));
  const facilitiesOf = (east: number, north: number) =>
    Array.from({ length: RUN }, (_, at) => {
      const x = east * block + Math.floor(((at % across) / across) * block);
      const y = north * block + Math.floor((Math.floor(at / across) / across) * block);
      return [{ node: y * side + x, cost: 0 }];
    });
  const times: number[] = [];
  let people = 0;
  for (const share of [0.1, 0.3, 0.5, 0.7, 0.9]) {
    const place = Math.floor(share * blocks);
    const { ms } = await timed(() =>
      catchments(all, facilitiesOf(place, Math.floor(((share * 3) % 1) * blocks)), MINUTES * 600, ({ targets }) => {
        people += targets.length;
      }),
    );
    times.push(ms / RUN);
  }
  const each = Math.min(...times);
  const mean = times.reduce((sum, ms) => sum + ms, 0) / times.length;
  say(
    `A country: ${graph.nodes.toLocaleString("en")} nodes, ${graph.heads.length.toLocaleString("en")} arcs, ${MINUTES} minutes by car`,
  );
  heading("", "");
  row("roads drawn and turned round", inMs(drawn));
  row("preparation", inMs(prepared));
  row("nodes reached from one facility", Math.round(people / RUN / times.length).toLocaleString("en"));
  row("one facility, the least of five runs", inMs(each));
  row("one facility, their mean", inMs(mean));
  row(`${FACILITIES.toLocaleString("en")} facilities, at that mean, one thread`, `${((mean * FACILITIES) / 1_000).toFixed(1)} s`);
  row("held", held());
}
