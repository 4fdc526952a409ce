import { arrivals, departures, snapper, type Access as Step, type Snapped, type SnapOptions } from "../network/snap.ts";
import type { Network } from "../network/network.ts";
import type { Access } from "../paths/dijkstra.ts";
import { costOf } from "../paths/graph.ts";

/** Degrees (WGS84). */
export interface Place {
  readonly lat: number;
  readonly lon: number;
}

/** Places as searches need them: where each meets the roads, and the nodes by which it is left, or come to. */
export interface PlacesOnRoad {
  /** Place by place, where it meets the roads; undefined where no road is near enough. */
  readonly snapped: readonly (Snapped | undefined)[];
  /** Place by place; none where no road is near enough. */
  readonly access: readonly (readonly Access[])[];
  /** The places that no road is near enough to, in increasing order. */
  readonly lost: readonly number[];
}

/**
 * Finds where places meet the roads.
 *
 * @param side whether people leave from them or come to them: a one-way street is not the same for both.
 * @throws RangeError when a latitude or a longitude is none.
 */
export function placesOnRoad(
  network: Network,
  places: readonly Place[],
  side: "origins" | "destinations",
  options: SnapOptions = {},
): PlacesOnRoad {
  const snap = snapper(network, options);
  const snapped = places.map(({ lat, lon }) => {
    const found = snap(lat, lon);
    return found.kind === "on-road" ? found : undefined;
  });
  const steps = side === "origins" ? departures : arrivals;
  return {
    snapped,
    access: snapped.map((each) => (each === undefined ? [] : steps(network, each).map(accessOf))),
    lost: snapped.flatMap((each, at) => (each === undefined ? [at] : [])),
  };
}

const accessOf = ({ node, tenths, decimetres }: Step): Access => ({ node, cost: costOf(tenths, decimetres) });
