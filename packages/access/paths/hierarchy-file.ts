import { decodeLists, encodeLists, ListsError, type Lists } from "../storage/lists.ts";
import type { Hierarchy, Rows } from "./hierarchy.ts";

const form = { magic: "MAILLHIE", version: 1 };

/**
 * A hierarchy as the bytes of a file.
 *
 * @param of what tells its network from all others: a hash of its file.
 */
export function encodeHierarchy({ placeOf, up, down }: Hierarchy, of: string): Uint8Array {
  return encodeLists(form, { of }, { placeOf, ...named("up", up), ...named("down", down) });
}

/**
 * The hierarchy of a file; `undefined` when it is that of another network or version, cut, or changed: it is then prepared again.
 *
 * @param of as it was written with.
 */
export function decodeHierarchy(bytes: Uint8Array, of: string): Hierarchy | undefined {
  try {
    const lists = decodeLists(form, bytes);
    return lists.title.get("of") === of ? hierarchyIn(lists) : undefined;
  } catch (error) {
    if (error instanceof ListsError) return undefined;
    throw error;
  }
}

const named = (way: "up" | "down", { starts, above, cost, middle }: Rows) => ({
  [`${way}Starts`]: starts,
  [`${way}Above`]: above,
  [`${way}Cost`]: cost,
  [`${way}Middle`]: middle,
});

function hierarchyIn(lists: Lists): Hierarchy {
  const placeOf = lists.u32("placeOf");
  const nodes = placeOf.length;
  const rows = (way: "up" | "down"): Rows => {
    const above = lists.u32(`${way}Above`);
    const [cost, middle] = [lists.f64(`${way}Cost`, above.length), lists.u32(`${way}Middle`, above.length)];
    return { starts: lists.u32(`${way}Starts`, nodes + 1), above, cost, middle };
  };
  return { nodes, placeOf, up: rows("up"), down: rows("down") };
}
