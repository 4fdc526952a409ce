import type { Rows } from "./rows.ts";

/** What is decided of a site. */
export const FREE = 0;
export const OPEN = 1;
export const RULED_OUT = 2;

/**
 * The rows that are left once some sites are open for good and others ruled out: no list goes beyond a site that is open, whose cost is
 * then the cap, and rows of coverage that have become the same are one, at the sum of their prices.
 */
export function narrowed(
  { columns, from, site, paid, cap }: Rows,
  state: Uint8Array,
  price: Float64Array,
): { readonly rows: Rows; readonly price: Float64Array } {
  const [sites, costs] = [new Int32Array(site.length), new Float64Array(site.length)];
  const starts = new Int32Array(cap.length + 1);
  const [caps, prices] = [new Float64Array(cap.length), new Float64Array(cap.length)];
  const twins = new Map<number, number>();
  let [count, end] = [0, 0];
  for (let row = 0; row < cap.length; row++) {
    const begin = starts[count] ?? 0;
    end = begin;
    let most = cap[row] ?? 0;
    let hash = 0;
    for (let at = from[row] ?? 0; at < (from[row + 1] ?? 0); at++) {
      const each = site[at] ?? 0;
      if (state[each] === RULED_OUT) continue;
      const own = paid[at] ?? 0;
      if (state[each] === OPEN) {
        most = own;
        break;
      }
      hash = Math.imul(hash ^ each, 0x9e3779b1) + 1;
      sites[end] = each;
      costs[end++] = own;
    }
    while (end > begin && (costs[end - 1] ?? 0) >= most) end--;
    if (most === 0) continue;
    // Nothing is left to serve it: it pays its cap.
    const own = end === begin ? most : Math.min(most, price[row] ?? 0);
    if (end === begin || costs[end - 1] === 0) {
      const twin = twins.get(hash);
      if (twin !== undefined && isSame(sites, starts[twin] ?? 0, starts[twin + 1] ?? 0, begin, end)) {
        caps[twin] = (caps[twin] ?? 0) + most;
        prices[twin] = (prices[twin] ?? 0) + own;
        continue;
      }
      twins.set(hash, count);
    }
    [caps[count], prices[count]] = [most, own];
    starts[++count] = end;
  }
  const left = starts[count] ?? 0;
  return {
    rows: {
      columns,
      from: starts.slice(0, count + 1),
      site: sites.slice(0, left),
      paid: costs.slice(0, left),
      cap: caps.slice(0, count),
    },
    price: prices.slice(0, count),
  };
}

function isSame(sites: Int32Array, from: number, to: number, begin: number, end: number): boolean {
  if (to - from !== end - begin) return false;
  for (let at = 0; at < end - begin; at++) if (sites[from + at] !== sites[begin + at]) return false;
  return true;
}
