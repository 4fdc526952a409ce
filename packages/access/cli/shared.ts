/** A copy whose lists of numbers are in memory that threads share: a message to a thread then copies none of them. */
export function shared(value: unknown): unknown {
  if (value instanceof Uint32Array) return filled(new Uint32Array(room(value)), value);
  if (value instanceof Int32Array) return filled(new Int32Array(room(value)), value);
  if (value instanceof Float64Array) return filled(new Float64Array(room(value)), value);
  if (Array.isArray(value)) return value.map(shared);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shared(part)]));
}

const room = ({ byteLength }: ArrayBufferView): SharedArrayBuffer => new SharedArrayBuffer(byteLength);

function filled<T extends { set: (values: T) => void }>(list: T, values: T): T {
  list.set(values);
  return list;
}
