import type { Plan } from "./model.ts";

/** Remembers what follows from a plan, for as long as the plan itself is remembered: a plan as of an event never changes. */
export function remembered<Value>(atMost: number): (plan: Plan, key: string, compute: () => Value) => Value {
  const known = new WeakMap<Plan, Map<string, Value>>();
  return (plan, key, compute) => {
    const own = known.get(plan) ?? new Map<string, Value>();
    known.set(plan, own);
    const value = own.get(key) ?? compute();
    own.delete(key);
    own.set(key, value);
    const oldest = own.keys().next();
    if (own.size > atMost && !oldest.done) own.delete(oldest.value);
    return value;
  };
}
