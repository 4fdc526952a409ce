import { Climb } from "./climb.ts";
import { checkedAccess, type Access } from "./dijkstra.ts";
import { decimetresOf, tenthsOf } from "./graph.ts";
import type { Hierarchy } from "./hierarchy.ts";

/** What a table says where no way leads: any sum or mean that takes it by mistake is then no number either. */
export const noWay = Number.NaN;

/** The part of a hierarchy that a list of targets needs, made once for any number of sources. */
export interface Targets {
  readonly hierarchy: Hierarchy;
  /** The places kept, the highest first, and where each place of the hierarchy is among them; -1 when it isn't. */
  readonly kept: Uint32Array;
  readonly rankOf: Int32Array;
  /** The arcs that come down to each place kept. */
  readonly starts: Uint32Array;
  readonly above: Uint32Array;
  readonly cost: Float64Array;
  /** `accessStarts[t]` to `accessStarts[t + 1]`: the places kept where target `t` is met, and what it then costs. */
  readonly accessStarts: Uint32Array;
  readonly accessRank: Uint32Array;
  readonly accessCost: Float64Array;
}

export interface TableOptions {
  /** The sources to compute: from the first to the one before `to`. All of them by default. */
  readonly from?: number;
  readonly to?: number;
  /** Asked between batches of sources, a few milliseconds each. */
  readonly stopped?: () => boolean;
  /** Told how many sources are done. */
  readonly progress?: (done: number, of: number) => void;
}

/** Row by row, one a source, `noWay` where there is none. Length (to - from) × targets. */
export interface TimeTable {
  readonly kind: "done";
  /** Tenths of a second of the quickest way. */
  readonly tenths: Float64Array;
  /** Decimetres of the shortest among the quickest ways. */
  readonly decimetres: Float64Array;
}

const LANES = 16;

/**
 * Chooses what a list of targets needs: all that leads down to them.
 *
 * @throws RangeError as `checkedAccess`.
 */
export function targetsOf(hierarchy: Hierarchy, targets: readonly (readonly Access[])[]): Targets {
  const { nodes, placeOf, down } = hierarchy;
  const isKept = new Uint8Array(nodes);
  for (const access of targets) {
    checkedAccess(nodes, access);
    for (const { node } of access) isKept[placeOf[node] ?? 0] = 1;
  }
  let places = 0;
  let arcs = 0;
  // From the bottom up: an arc leads from above, so that who needs a place is known before its turn.
  for (let place = nodes - 1; place >= 0; place--) {
    if (isKept[place] === 0) continue;
    places += 1;
    const end = down.starts[place + 1] ?? 0;
    for (let arc = down.starts[place] ?? 0; arc < end; arc++) isKept[down.above[arc] ?? 0] = 1;
    arcs += end - (down.starts[place] ?? 0);
  }
  const kept = new Uint32Array(places);
  const rankOf = new Int32Array(nodes).fill(-1);
  const starts = new Uint32Array(places + 1);
  const above = new Uint32Array(arcs);
  const cost = new Float64Array(arcs);
  let rank = 0;
  let at = 0;
  for (let place = 0; place < nodes; place++) {
    if (isKept[place] === 0) continue;
    kept[rank] = place;
    rankOf[place] = rank;
    const end = down.starts[place + 1] ?? 0;
    for (let arc = down.starts[place] ?? 0; arc < end; arc++, at++) {
      above[at] = rankOf[down.above[arc] ?? 0] ?? 0;
      cost[at] = down.cost[arc] ?? 0;
    }
    rank += 1;
    starts[rank] = at;
  }
  const accessStarts = new Uint32Array(targets.length + 1);
  targets.forEach((access, target) => (accessStarts[target + 1] = (accessStarts[target] ?? 0) + access.length));
  const met = targets.flat();
  return {
    hierarchy,
    kept,
    rankOf,
    starts,
    above,
    cost,
    accessStarts,
    accessRank: Uint32Array.from(met, ({ node }) => rankOf[placeOf[node] ?? 0] ?? 0),
    accessCost: Float64Array.from(met, (each) => each.cost),
  };
}

/**
 * The best times and lengths from sources to targets, exact: a search upwards from each source, then one sweep down for sixteen of them
 * (restricted PHAST: Delling, Goldberg and Werneck 2011). A row is the same whichever sources are computed with it.
 *
 * @throws RangeError as `checkedAccess`, or when `from` and `to` are not a range of the sources.
 */
export function timeTable(
  targets: Targets,
  sources: readonly (readonly Access[])[],
  options: TableOptions = {},
): TimeTable | { readonly kind: "stopped" } {
  const { from = 0, to = sources.length, stopped = () => false, progress = () => undefined } = options;
  if (!(Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to && to <= sources.length))
    throw new RangeError(`There are ${sources.length} sources, from 0: ${from} to ${to} is no range of them.`);
  const columns = targets.accessStarts.length - 1;
  const tenths = new Float64Array((to - from) * columns);
  const decimetres = new Float64Array((to - from) * columns);
  const climb = new Climb(targets.hierarchy);
  const lanes = new Float64Array(targets.kept.length * LANES);
  for (let first = from; first < to; first += LANES) {
    if (stopped()) return { kind: "stopped" };
    const batch = sources.slice(first, Math.min(first + LANES, to));
    lanes.fill(Infinity);
    batch.forEach((access, lane) => {
      for (const place of climb.from(access)) {
        const rank = targets.rankOf[place] ?? -1;
        if (rank >= 0) lanes[rank * LANES + lane] = climb.cost[place] ?? 0;
      }
    });
    sweep(targets, lanes);
    gather(targets, lanes, batch.length, { tenths, decimetres, offset: (first - from) * columns });
    progress(first - from + batch.length, to - from);
  }
  return { kind: "done", tenths, decimetres };
}

function sweep({ kept, starts, above, cost }: Targets, lanes: Float64Array): void {
  for (let rank = 0; rank < kept.length; rank++) {
    const end = starts[rank + 1] ?? 0;
    const base = rank * LANES;
    for (let arc = starts[rank] ?? 0; arc < end; arc++) {
      const origin = (above[arc] ?? 0) * LANES;
      const paid = cost[arc] ?? 0;
      for (let lane = 0; lane < LANES; lane++) {
        const through = (lanes[origin + lane] ?? 0) + paid;
        if (through < (lanes[base + lane] ?? 0)) lanes[base + lane] = through;
      }
    }
  }
}

interface Rows {
  readonly tenths: Float64Array;
  readonly decimetres: Float64Array;
  readonly offset: number;
}

function gather(targets: Targets, lanes: Float64Array, sources: number, { tenths, decimetres, offset }: Rows): void {
  const { accessStarts, accessRank, accessCost } = targets;
  const columns = accessStarts.length - 1;
  // Target by target, as the lanes of one are side by side.
  for (let target = 0; target < columns; target++) {
    const start = accessStarts[target] ?? 0;
    const end = accessStarts[target + 1] ?? 0;
    for (let lane = 0; lane < sources; lane++) {
      let least = Infinity;
      for (let each = start; each < end; each++) {
        const paid = (lanes[(accessRank[each] ?? 0) * LANES + lane] ?? 0) + (accessCost[each] ?? 0);
        if (paid < least) least = paid;
      }
      const at = offset + lane * columns + target;
      tenths[at] = least === Infinity ? noWay : tenthsOf(least);
      decimetres[at] = least === Infinity ? noWay : decimetresOf(least);
    }
  }
}
