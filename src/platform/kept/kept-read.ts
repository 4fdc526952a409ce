import type { Tx } from "../database/database.ts";
import { keptWith } from "./kept.ts";
import { stateOf } from "./state.ts";

/**
 * A read that is kept: the same answer for the same arguments, as long as nothing was written. It may not depend on who asks, but by an
 * argument. In a transaction that keeps nothing (a use case, a command) it reads anew each time.
 */
export function keptRead<Args extends readonly unknown[], Value>(
  read: (tx: Tx, ...args: Args) => Promise<Value>,
): (tx: Tx, ...args: Args) => Promise<Value> {
  const inState = keptWith<Promise<Value>>();
  return (tx, ...args) => {
    const state = stateOf(tx);
    return state === undefined ? read(tx, ...args) : inState(state, JSON.stringify(args), () => read(tx, ...args));
  };
}
