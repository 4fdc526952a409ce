type Keep<Value> = (key: string, make: () => Value) => Value;

/** Keeps what depends on nothing but its key: the last ones that were asked for, `atMost`. */
export function kept<Value>(atMost: number): Keep<Value> {
  const known = new Map<string, Value>();
  return (key, make) => {
    const value = known.get(key) ?? make();
    known.delete(key);
    known.set(key, value);
    const oldest = known.keys().next();
    if (known.size > atMost && !oldest.done) known.delete(oldest.value);
    // What failed is tried again by the next one who asks.
    if (value instanceof Promise) value.catch(() => known.delete(key));
    return value;
  };
}

/** Keeps what follows from a thing that never changes, and from a key, for as long as the thing itself is kept. */
export function keptWith<Value>(atMost = 1_000): (thing: object, ...of: Parameters<Keep<Value>>) => Value {
  const known = new WeakMap<object, Keep<Value>>();
  return (thing, key, make) => {
    const own = known.get(thing) ?? kept<Value>(atMost);
    known.set(thing, own);
    return own(key, make);
  };
}
