import { contract, type Contraction, type ContractionOptions } from "./contraction.ts";
import type { Graph } from "./graph.ts";
import { placesFromTop } from "./places.ts";
import type { Remaining } from "./remaining.ts";
import { addUp } from "../storage/row-starts.ts";

/** Arcs between places of a hierarchy in compressed rows, one a place. */
export interface Rows {
  /** `starts[p]` to `starts[p + 1]`: the arcs of place `p`. Length places + 1. */
  readonly starts: Uint32Array;
  /** The other end of each arc: a place above, therefore a lesser number. */
  readonly above: Uint32Array;
  readonly cost: Float64Array;
  /** The place that a shortcut goes round, below both its ends; `noMiddle` for an arc of the graph. */
  readonly middle: Uint32Array;
}

/**
 * A graph prepared for many searches: from each node, a best way climbs, then comes down. Nodes have places, from the top down: 0 is the
 * highest, and a place is always after those that its arcs lead to.
 */
export interface Hierarchy {
  readonly nodes: number;
  /** The place of each node of the graph. */
  readonly placeOf: Uint32Array;
  /** The arcs that leave each place to climb. */
  readonly up: Rows;
  /** The arcs that reach each place, coming down. */
  readonly down: Rows;
}

/** Prepares a graph. The same graph gives the same hierarchy. */
export function hierarchyOf(graph: Graph): Hierarchy {
  return raise(graph, contract(graph));
}

/** Prepares a graph as `hierarchyOf`, that can be followed and stopped. */
export function prepare(
  graph: Graph,
  options: ContractionOptions,
): { readonly kind: "done"; readonly hierarchy: Hierarchy } | { readonly kind: "stopped" } {
  const contraction = contract(graph, options);
  return contraction.isWhole ? { kind: "done", hierarchy: raise(graph, contraction) } : { kind: "stopped" };
}

function raise({ nodes }: Graph, contraction: Contraction): Hierarchy {
  const { arcs } = contraction;
  const placeOf = placesFromTop(contraction);
  return {
    nodes,
    placeOf,
    up: rowsOf(arcs, placeOf, { first: arcs.firstOut, next: arcs.nextOut, above: arcs.head }),
    down: rowsOf(arcs, placeOf, { first: arcs.firstIn, next: arcs.nextIn, above: arcs.tail }),
  };
}

function rowsOf(arcs: Remaining, placeOf: Uint32Array, lists: { first: Int32Array; next: Int32Array; above: Uint32Array }): Rows {
  const { first, next } = lists;
  const starts = new Uint32Array(placeOf.length + 1);
  placeOf.forEach((place, node) => {
    let count = 0;
    for (let arc = first[node] ?? -1; arc >= 0; arc = next[arc] ?? -1) count += 1;
    starts[place + 1] = count;
  });
  addUp(starts);
  const count = starts[placeOf.length] ?? 0;
  const above = new Uint32Array(count);
  const cost = new Float64Array(count);
  const middle = new Uint32Array(count);
  placeOf.forEach((place, node) => {
    let at = starts[place] ?? 0;
    for (let arc = first[node] ?? -1; arc >= 0; arc = next[arc] ?? -1) {
      above[at] = placeOf[lists.above[arc] ?? 0] ?? 0;
      cost[at] = arcs.cost[arc] ?? 0;
      // `noMiddle` is no node: it has no place, and stays.
      middle[at] = placeOf[arcs.middle[arc] ?? 0] ?? arcs.middle[arc] ?? 0;
      at += 1;
    }
  });
  return { starts, above, cost, middle };
}
