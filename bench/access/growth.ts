import { graphOfNetwork } from "../../packages/access/paths/graph.ts";
import { hierarchyOf } from "../../packages/access/paths/hierarchy.ts";
import { everyNode, quickestTimes, targetsOf } from "../../packages/access/paths/table.ts";
import { roadsOf } from "../roads.ts";
import { sourceStep, spread, targetStep } from "./questions.ts";
import { heading, held, inMs, least, row, say, timed } from "./report.ts";

/** The same questions on ten and a hundred times the roads. */
export async function growth(): Promise<void> {
  say("Growth with the roads");
  heading("nodes", "preparation", "1,000 x 1,000", "16 nearest", "held");
  for (const crossings of [10_000, 100_000, 1_000_000]) {
    const graph = graphOfNetwork(roadsOf(crossings));
    const { value: hierarchy, ms } = await timed(() => hierarchyOf(graph));
    const targets = targetsOf(hierarchy, spread(graph, 1_000, targetStep));
    const all = everyNode(hierarchy);
    const kinds = Array.from({ length: 16 }, (_, kind) => spread(graph, 20, 7919 * (kind + 3)).flat());
    row(
      graph.nodes.toLocaleString("en"),
      inMs(ms),
      inMs(least(() => quickestTimes(targets, spread(graph, 1_000, sourceStep)))),
      inMs(least(() => quickestTimes(all, kinds))),
      held(),
    );
  }
}
