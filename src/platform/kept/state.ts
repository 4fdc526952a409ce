import type { TerritoryId } from "../model.ts";
import { kept } from "./kept.ts";

/**
 * A territory (or, where it is `null`, what belongs to the instance) as it stands between two writes. Any write there, told or not, makes
 * another state: see `kept.move_version`, which the database calls itself. What is kept with a state is forgotten with it.
 */
export interface State {
  readonly territory: TerritoryId | null;
  readonly version: string;
}

const statesAtMost = 50;

/** Gives the same state for the same version, and remembers the last states only. */
export function openStates(): (territory: TerritoryId | null, version: string) => State {
  const last = kept<{ state?: State }>(statesAtMost);
  return (territory, version) => {
    const known = last(territory ?? "", () => ({}));
    if (known.state?.version !== version) known.state = { territory, version };
    return known.state;
  };
}

const stateOfTx = new WeakMap<object, State>();

/** Lets what this transaction reads be kept with a state that was found before it began. Never for one that writes. */
export const keepReads = (tx: object, state: State): void => void stateOfTx.set(tx, state);

/** The state with which this transaction keeps what it reads, if it does. */
export const stateOf = (tx: object): State | undefined => stateOfTx.get(tx);
