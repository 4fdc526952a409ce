import type { CoverageClass } from "./coverage.ts";
import type { CostTable } from "./costs.ts";

/**
 * What each row pays: least where a site near the beginning of its list is open, its cap where none of its list is. Both p-medians and
 * coverage are asked so (Church and ReVelle 1976), and only the beginnings of the lists are ever read.
 */
export interface Rows {
  readonly columns: number;
  /** Where the list of each row begins; one more, where the last one ends. */
  readonly from: Int32Array;
  readonly site: Int32Array;
  /** Weighted costs, the least first within a row, all below its cap. */
  readonly paid: Float64Array;
  readonly cap: Float64Array;
}

/** The rows of a table of weighted costs. Some site is always open: no row pays more than at its farthest. */
export function rowsOf({ demands, sites: columns }: CostTable, weighted: Float64Array): Rows {
  const from = new Int32Array(demands + 1);
  const cap = new Float64Array(demands);
  const site = new Int32Array(demands * columns);
  const paid = new Float64Array(demands * columns);
  const key = new Float64Array(columns);
  let end = 0;
  for (let row = 0; row < demands; row++) {
    const own = weighted.subarray(row * columns, (row + 1) * columns);
    const most = own.reduce((greatest, each) => Math.max(greatest, each), 0);
    cap[row] = most;
    for (const each of nearestFirst(own, most, key)) {
      const cost = own[each] ?? 0;
      if (cost >= most) break;
      site[end] = each;
      paid[end++] = cost;
    }
    from[row + 1] = end;
  }
  return { columns, from, site: site.subarray(0, end), paid: paid.subarray(0, end), cap };
}

/** The places of costs from the least. Cost and place are packed in one number: sorting without a function is ten times quicker. */
function nearestFirst(costs: Float64Array, most: number, key: Float64Array): Int32Array {
  const scale = Math.min(2 ** 51 / (key.length * most), Number.MAX_VALUE);
  for (const [at, cost] of costs.entries()) key[at] = Math.floor(cost * scale) * key.length + at;
  key.sort();
  const order = Int32Array.from(key, (each) => each % key.length);
  // Costs that are nearly the same are packed the same.
  for (let at = 1; at < order.length; at++) {
    const each = order[at] ?? 0;
    let to = at;
    while (to > 0 && (costs[order[to - 1] ?? 0] ?? 0) > (costs[each] ?? 0)) order[to] = order[--to] ?? 0;
    order[to] = each;
  }
  return order;
}

/** Coverage: a class pays nothing where one of its sites is open, its weight where none is. */
export function rowsOfClasses(classes: readonly CoverageClass[], columns: number): Rows {
  const from = new Int32Array(classes.length + 1);
  for (const [row, { sites }] of classes.entries()) from[row + 1] = (from[row] ?? 0) + sites.length;
  const site = new Int32Array(from[classes.length] ?? 0);
  for (const [row, { sites }] of classes.entries()) site.set(sites, from[row]);
  return { columns, from, site, paid: new Float64Array(site.length), cap: Float64Array.from(classes, ({ weight }) => weight) };
}

/** What all rows pay, with these sites open. */
export function objectiveOf({ columns, from, site, paid, cap }: Rows, open: Iterable<number>): number {
  const isOpen = new Uint8Array(columns);
  for (const each of open) isOpen[each] = 1;
  let sum = 0;
  for (let row = 0; row < cap.length; row++) {
    let own = cap[row] ?? 0;
    for (let at = from[row] ?? 0; at < (from[row + 1] ?? 0); at++)
      if (isOpen[site[at] ?? 0] === 1) {
        own = paid[at] ?? 0;
        break;
      }
    sum += own;
  }
  return sum;
}
