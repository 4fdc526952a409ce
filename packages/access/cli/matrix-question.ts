import type { PlacesOnRoad } from "../journeys/place.ts";
import type { Network } from "../network/network.ts";
import type { Targets } from "../paths/table.ts";

/** What a thread needs to compute any rows of a table of travel. */
export interface MatrixQuestion {
  readonly network: Network;
  readonly origins: PlacesOnRoad;
  readonly destinations: PlacesOnRoad;
  readonly targets: Targets;
}

/** Rows of a table: from the first to the one before `to`. */
export interface Rows {
  readonly from: number;
  readonly to: number;
}

const has = (value: unknown, ...keys: readonly string[]): boolean =>
  typeof value === "object" && value !== null && keys.every((key) => Object.hasOwn(value, key));

export const isQuestion = (value: unknown): value is MatrixQuestion =>
  has(value, "network", "origins", "destinations", "targets");
export const isRows = (value: unknown): value is Rows => has(value, "from", "to");
