import type { Network } from "../network/network.ts";
import { direct, type SnapOptions } from "../network/snap.ts";
import { bestWay } from "../paths/dijkstra.ts";
import { costOf, decimetresOf, graphOfNetwork, tenthsOf, type Graph } from "../paths/graph.ts";
import { placesOnRoad, type Place } from "./place.ts";
import { stretches, type Stretch } from "./stretches.ts";

export type Route =
  | {
      readonly kind: "found";
      /** Tenths of a second and decimetres, from the origin to the destination, both walks to the road included. */
      readonly tenths: number;
      readonly decimetres: number;
      /** The ways of the map that are gone by whole from crossing to crossing, in order; those of the first and last steps are not said. */
      readonly stretches: readonly Stretch[];
    }
  /** No road is near enough to one of the two. */
  | { readonly kind: "too-far"; readonly from: "origin" | "destination" }
  | { readonly kind: "no-way" };

/**
 * Prepares to find the quickest ways of a network, and among them the shortest (Dijkstra 1959): for a few pairs. Tables have faster means.
 *
 * @returns a function of two places; it throws a RangeError when a latitude or a longitude is none.
 */
export function router(network: Network, options: SnapOptions = {}): (origin: Place, destination: Place) => Route {
  const graph: Graph = graphOfNetwork(network);
  return (origin, destination) => {
    const start = placesOnRoad(network, [origin], "origins", options);
    const end = placesOnRoad(network, [destination], "destinations", options);
    const [from, to] = [start.snapped[0], end.snapped[0]];
    if (from === undefined) return { kind: "too-far", from: "origin" };
    if (to === undefined) return { kind: "too-far", from: "destination" };
    const along = direct(network, from, to);
    const beside = along === undefined ? Infinity : costOf(along.tenths, along.decimetres);
    const way = bestWay(graph, start.access[0] ?? [], end.access[0] ?? []);
    const cost = Math.min(beside, way?.cost ?? Infinity);
    if (cost === Infinity) return { kind: "no-way" };
    const nodes = way !== undefined && way.cost === cost ? way.nodes : [];
    return { kind: "found", tenths: tenthsOf(cost), decimetres: decimetresOf(cost), stretches: stretches(network, nodes) };
  };
}
