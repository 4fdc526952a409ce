/** Where a page begins: after this identifier, in this territory. */
export interface Cursor {
  readonly siren: string;
  readonly after: string;
}

/** A cursor as an address carries it: `200068377.01920000-…`. */
export const writeCursor = ({ siren, after }: Cursor): string => `${siren}.${after}`;

/** Reads a cursor; `null` where it is none of ours. */
export function readCursor(text: string): Cursor | null {
  const [, siren, after] = /^(\d{9})\.([0-9a-f-]{36})$/.exec(text) ?? [];
  return siren === undefined || after === undefined ? null : { siren, after };
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Identifier of the last one, where others follow. */
  readonly last: string | null;
}

/**
 * A page of what is in the order of its identifiers: those after a given one. What is added, taken away or closed between two pages
 * neither duplicates nor loses another.
 */
export function pageAfter<Item>(
  items: readonly Item[],
  idOf: (item: Item) => string,
  after: string | null,
  limit: number,
): Page<Item> {
  const from = after === null ? 0 : firstAfter(items, idOf, after);
  const page = items.slice(from, from + limit);
  const last = page.at(-1);
  return { items: page, last: last === undefined || from + limit >= items.length ? null : idOf(last) };
}

function firstAfter<Item>(items: readonly Item[], idOf: (item: Item) => string, after: string): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && idOf(item) <= after) low = middle + 1;
    else high = middle;
  }
  return low;
}
