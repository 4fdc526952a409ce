import type { Network } from "../network/network.ts";
import { direct, type Snapped } from "../network/snap.ts";
import { costOf, decimetresOf, tenthsOf } from "../paths/graph.ts";
import { timeTable, type TableOptions, type Targets, type TimeTable } from "../paths/table.ts";
import type { PlacesOnRoad } from "./place.ts";

/**
 * The best times and lengths between places, exact, walks to the road included: row by row, one an origin, `noWay` where no road is near
 * or none leads. A row is the same whichever origins are computed with it.
 *
 * @param targets what `targetsOf` makes of the access of the destinations.
 * @throws RangeError as `timeTable`.
 */
export function travelTable(
  network: Network,
  origins: PlacesOnRoad,
  destinations: PlacesOnRoad,
  targets: Targets,
  options: TableOptions = {},
): TimeTable | { readonly kind: "stopped" } {
  const table = timeTable(targets, origins.access, options);
  if (table.kind === "stopped") return table;
  const neighbours = bySegment(destinations);
  const columns = destinations.snapped.length;
  const { from = 0, to = origins.snapped.length } = options;
  // Searches go from crossing to crossing: between two places of one segment, the way that does not leave it is in none of them.
  origins.snapped.slice(from, to).forEach((start, row) => {
    if (start === undefined) return;
    for (const { end, column } of neighbours.get(start.segment) ?? []) {
      const beside = direct(network, start, end);
      if (beside !== undefined) shorten(table, row * columns + column, costOf(beside.tenths, beside.decimetres));
    }
  });
  return table;
}

interface Standing {
  readonly end: Snapped;
  readonly column: number;
}

function bySegment({ snapped }: PlacesOnRoad): ReadonlyMap<number, readonly Standing[]> {
  const lists = new Map<number, Standing[]>();
  snapped.forEach((end, column) => {
    if (end === undefined) return;
    const list = lists.get(end.segment) ?? [];
    list.push({ end, column });
    lists.set(end.segment, list);
  });
  return lists;
}

function shorten({ tenths, decimetres }: TimeTable, at: number, cost: number): void {
  const before = tenths[at] ?? Number.NaN;
  if (!Number.isNaN(before) && costOf(before, decimetres[at] ?? 0) <= cost) return;
  tenths[at] = tenthsOf(cost);
  decimetres[at] = decimetresOf(cost);
}
