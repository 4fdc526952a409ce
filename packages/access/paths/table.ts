import { Climb } from "./climb.ts";
import { checkedAccess, type Access } from "./dijkstra.ts";
import { decimetresOf, tenthsOf } from "./graph.ts";
import type { Hierarchy } from "./hierarchy.ts";
import type { Descent } from "./kernel/layout.ts";
import { costs, shortTimes, times, type Measure } from "./kernel/measure.ts";
import { Sweep, type Found, type Listed } from "./kernel/sweep.ts";

/** What a table says where no way leads: any sum or mean that takes it by mistake is then no number either. */
export const noWay = Number.NaN;

/** What a table of times alone says where no way leads, in tenths of a second: 3.4 years, more than any time. */
export const noTime = times.none;

/** The part of a hierarchy that a list of targets needs, the highest place first, made once for any number of sources. */
export interface Targets extends Descent {
  readonly hierarchy: Hierarchy;
  /** Where each place of the hierarchy is among those kept; -1 when it isn't. */
  readonly rankOf: Int32Array;
}

export interface TableOptions {
  /** The sources to compute: from the first to the one before `to`. All of them by default. */
  readonly from?: number;
  readonly to?: number;
  /** Asked every few milliseconds. */
  readonly stopped?: () => boolean;
  /** Told how many sources are done. */
  readonly progress?: (done: number, of: number) => void;
}

/** A table of an earlier question, of the same size, to write this one over: a machine may take longer to give memory than to fill it. */
interface Into<Table> {
  readonly into?: Table;
}

/** Row by row, one a source, `noWay` where there is none. Length (to - from) × targets. */
export interface TimeTable {
  readonly kind: "done";
  /** Tenths of a second of the quickest way. */
  readonly tenths: Float64Array;
  /** Decimetres of the shortest among the quickest ways. */
  readonly decimetres: Float64Array;
}

/** Row by row, one a source, `noTime` where there is none: tenths of a second of the quickest way. */
export interface QuickestTimes {
  readonly kind: "done";
  readonly tenths: Uint32Array;
}

/** Who is within reach of a source: targets in order, and the tenths of a second of the quickest way to each. Overwritten by the next. */
export interface Catchment {
  readonly source: number;
  readonly targets: Uint32Array;
  readonly tenths: Uint32Array;
}

interface Stopped {
  readonly kind: "stopped";
}

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
  const rankOf = new Int32Array(nodes).fill(-1);
  const starts = new Uint32Array(places + 1);
  const above = new Uint32Array(arcs);
  const cost = new Float64Array(arcs);
  let rank = 0;
  let at = 0;
  for (let place = 0; place < nodes; place++) {
    if (isKept[place] === 0) continue;
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
    rankOf,
    starts,
    above,
    cost,
    accessStarts,
    accessRank: Uint32Array.from(met, ({ node }) => rankOf[placeOf[node] ?? 0] ?? 0),
    accessCost: Float64Array.from(met, (each) => each.cost),
  };
}

/** Every node of the graph as a target, in its order. */
export function everyNode(hierarchy: Hierarchy): Targets {
  const { nodes, placeOf, down } = hierarchy;
  return {
    hierarchy,
    rankOf: Int32Array.from({ length: nodes }, (_, place) => place),
    starts: down.starts,
    above: down.above,
    cost: down.cost,
    accessStarts: Uint32Array.from({ length: nodes + 1 }, (_, node) => node),
    accessRank: placeOf,
    accessCost: new Float64Array(nodes),
  };
}

/**
 * The best times and lengths from sources to targets, exact: a search upwards from each source, then one sweep down for several of them
 * (restricted PHAST: Delling, Goldberg and Werneck 2011). A row is the same whichever sources are computed with it.
 *
 * @throws RangeError as `checkedAccess`, when `from` and `to` are not a range of the sources, or `into` has another size.
 */
export function timeTable(
  targets: Targets,
  sources: readonly (readonly Access[])[],
  options: TableOptions & Into<TimeTable> = {},
): TimeTable | Stopped {
  const { from, columns, cells } = shapeOf(targets, sources, options);
  const tenths = served(options.into?.tenths, cells, Float64Array).fill(noWay);
  const decimetres = served(options.into?.decimetres, cells, Float64Array).fill(noWay);
  return batches({ targets, sources, measure: costs, limit: costs.most }, options, function* (first, count, sweep) {
    const offset = (first - from) * columns;
    for (const met of sweep.found(costs.most)) {
      // Target by target, as the lanes of one are side by side.
      for (let each = 0; each < met.targets.length; each++) {
        const top = offset + (met.targets[each] ?? 0);
        for (let lane = 0; lane < count; lane++) {
          const cost = met.lanes[each * costs.lanes + lane] ?? Infinity;
          if (cost === Infinity) continue;
          tenths[top + lane * columns] = tenthsOf(cost);
          decimetres[top + lane * columns] = decimetresOf(cost);
        }
      }
      yield;
    }
  })
    ? { kind: "done", tenths, decimetres }
    : { kind: "stopped" };
}

/**
 * The times of `timeTable` alone, more of them at once. With all the places of a kind of service as one source, on the reversed graph,
 * a row says how far the nearest of that kind is.
 *
 * @throws RangeError as `timeTable`.
 */
export function quickestTimes(
  targets: Targets,
  sources: readonly (readonly Access[])[],
  options: TableOptions & Into<QuickestTimes> = {},
): QuickestTimes | Stopped {
  const { from, columns, cells } = shapeOf(targets, sources, options);
  const tenths = served(options.into?.tenths, cells, Uint32Array);
  return batches({ targets, sources, measure: times, limit: times.most }, options, function* (first, count, sweep) {
    // All targets are met, those that no way leads to as well: each cell is written once.
    for (const met of sweep.found(noTime)) {
      writeTimes(tenths, met, { first: first - from, count, columns });
      yield;
    }
  })
    ? { kind: "done", tenths }
    : { kind: "stopped" };
}

/** Writes the lanes of targets that follow each other where the rows are: a column a target, a row a lane. */
function writeTimes(
  tenths: Uint32Array,
  { targets, lanes }: Found,
  { first, count, columns }: { readonly first: number; readonly count: number; readonly columns: number },
): void {
  const column = targets[0] ?? 0;
  for (let lane = 0; lane < count; lane++) {
    const row = (first + lane) * columns + column;
    for (let each = 0, at = lane; each < targets.length; each++, at += times.lanes) tenths[row + each] = lanes[at] ?? noTime;
  }
}

/**
 * Everyone within a time of each source, one after the other: nothing is kept of those beyond, so that sources can be many and targets a
 * country. Quicker when neighbours follow each other in the list.
 *
 * @param limit tenths of a second, itself included.
 * @throws RangeError as `timeTable`, or when the limit is negative, or is no number.
 */
export function catchments(
  targets: Targets,
  sources: readonly (readonly Access[])[],
  limit: number,
  visit: (catchment: Catchment) => void,
  options: TableOptions = {},
): { readonly kind: "done" } | Stopped {
  if (!(limit >= 0)) throw new RangeError(`A limit of ${limit} tenths of a second reaches nobody.`);
  shapeOf(targets, sources, options);
  const measure = limit <= shortTimes.most ? shortTimes : times;
  const most = Math.min(Math.floor(limit), measure.most);
  const { lists } = toolsOf(targets, measure);
  return batches({ targets, sources, measure, limit: most }, options, function* (first, count, sweep) {
    for (const list of lists) list.clear();
    for (const listed of sweep.listed(most)) {
      for (const [lane, part] of listed.entries()) lists[lane]?.add(part);
      yield;
    }
    for (const [lane, list] of lists.slice(0, count).entries()) {
      visit({ source: first + lane, ...list.whole });
      yield;
    }
  })
    ? { kind: "done" }
    : { kind: "stopped" };
}

/** Who is within a limit of one source, in memory that serves again: a machine may take longer to give it than to fill it. */
class CatchmentList {
  #targets: Uint32Array = new Uint32Array(0);
  #tenths: Uint32Array = new Uint32Array(0);
  #length = 0;
  readonly #most: number;

  /** @param most how many targets there are. */
  constructor(most: number) {
    this.#most = most;
  }

  clear(): void {
    this.#length = 0;
  }

  add({ targets, tenths }: Listed): void {
    const length = this.#length + targets.length;
    if (length > this.#targets.length) {
      const room = Math.min(2 * length, this.#most);
      this.#targets = lengthened(this.#targets, room);
      this.#tenths = lengthened(this.#tenths, room);
    }
    this.#targets.set(targets, this.#length);
    this.#tenths.set(tenths, this.#length);
    this.#length = length;
  }

  get whole(): Listed {
    return { targets: this.#targets.subarray(0, this.#length), tenths: this.#tenths.subarray(0, this.#length) };
  }
}

function lengthened(list: Uint32Array, length: number): Uint32Array {
  const longer = new Uint32Array(length);
  longer.set(list);
  return longer;
}

function served<List extends { readonly length: number }>(
  before: List | undefined,
  cells: number,
  make: new (length: number) => List,
): List {
  if (before !== undefined && before.length !== cells)
    throw new RangeError(`A table of ${before.length} cells can't take ${cells}: give one of the same size.`);
  return before ?? new make(cells);
}

function shapeOf(targets: Targets, sources: readonly unknown[], { from = 0, to = sources.length }: TableOptions) {
  if (!(Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to && to <= sources.length))
    throw new RangeError(`There are ${sources.length} sources, from 0: ${from} to ${to} is no range of them.`);
  const columns = targets.accessStarts.length - 1;
  return { from, columns, cells: (to - from) * columns };
}

interface Question {
  readonly targets: Targets;
  readonly sources: readonly (readonly Access[])[];
  readonly measure: Measure;
  readonly limit: number;
}

/** Whether all sources were computed, as many at once as there are lanes; false when stopped, as asked after each part that `take` yields. */
function batches(
  { targets, sources, measure, limit }: Question,
  { from = 0, to = sources.length, stopped = () => false, progress = () => undefined }: TableOptions,
  take: (first: number, count: number, sweep: Sweep) => Generator<void>,
): boolean {
  const { climb, sweep } = toolsOf(targets, measure);
  for (let first = from; first < to; first += measure.lanes) {
    const batch = sources.slice(first, Math.min(first + measure.lanes, to));
    sweep.clear();
    batch.forEach((access, lane) => {
      for (const place of climb.from(access)) {
        const rank = targets.rankOf[place] ?? -1;
        if (rank >= 0) sweep.offer(rank, lane, climb.cost[place] ?? 0);
      }
    });
    if (!sweep.run(limit, stopped)) return false;
    const parts = take(first, batch.length, sweep);
    while (parts.next().done !== true) if (stopped()) return false;
    progress(first - from + batch.length, to - from);
  }
  return true;
}

interface Tools {
  readonly climb: Climb;
  readonly sweep: Sweep;
  /** One a lane. */
  readonly lists: readonly CatchmentList[];
}

// Tables are asked for some rows at a time: what searches need is made once for the targets.
const tools = {
  costs: new WeakMap<Targets, Tools>(),
  times: new WeakMap<Targets, Tools>(),
  shortTimes: new WeakMap<Targets, Tools>(),
};

function toolsOf(targets: Targets, measure: Measure): Tools {
  const known = tools[measure.name].get(targets);
  if (known !== undefined) return known;
  const made = {
    climb: new Climb(targets.hierarchy),
    sweep: new Sweep(measure, targets),
    lists: Array.from({ length: measure.lanes }, () => new CatchmentList(targets.accessStarts.length - 1)),
  };
  tools[measure.name].set(targets, made);
  return made;
}
