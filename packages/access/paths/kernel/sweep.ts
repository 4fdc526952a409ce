import { addUp } from "../../storage/row-starts.ts";
import { layoutOf, metAtOnce, type Descent, type Engine, type Layout, type MakeEngine } from "./layout.ts";
import type { Measure, Numbers } from "./measure.ts";
import { plain } from "./plain.ts";
import { hasVectors, vectors } from "./vectors.ts";

// A few milliseconds each, even far from the processor's caches.
// Twice 2^16, so that blocks come out even.
const placesAtOnce = 131_072;

/** Places, or targets, that follow each other: near a limit, whole blocks of them are left alone. */
const blockBits = 8;
const blockOf = (place: number): number => place >> blockBits;

/** A part of what a sweep found: targets within its limit, in order, and their lanes side by side. Overwritten by the next. */
export interface Found {
  readonly targets: Uint32Array;
  readonly lanes: Numbers;
}

/** A part of who is within the limit of one lane, and the tenths of a second to each. Overwritten by the next. */
export interface Listed {
  readonly targets: Uint32Array;
  readonly tenths: Uint32Array;
}

/** Sweeps of several sources at once, from the top of a hierarchy down (PHAST: Delling and others 2011), in memory that serves again. */
export class Sweep {
  readonly #measure: Measure;
  readonly #layout: Layout;
  readonly #engine: Engine;
  readonly #alive: Uint8Array;
  readonly #lanes: Numbers;
  readonly #who: Uint32Array;
  readonly #met: Numbers;
  readonly #listed: Uint32Array;
  readonly #tenths: Uint32Array;
  readonly #lengths: Uint32Array;
  readonly #descent: Descent;
  /** The blocks of places that something offered, or a place within the limit, leads to. */
  readonly #isDue: Uint8Array;
  readonly #isMet: Uint8Array;
  /** Whether the last run had a limit. */
  #isNear = false;
  #reach: { readonly places: Blocks; readonly targets: Blocks } | undefined;

  constructor(measure: Measure, descent: Descent, make: MakeEngine = hasVectors ? vectors : plain) {
    const layout = layoutOf(measure, descent);
    const { above, accessRank } = descent;
    this.#engine = make(measure, layout, above.length, accessRank.length);
    const { buffer } = this.#engine;
    const { numbers, lanes } = measure;
    const inMeasure = (offset: number, list: Float64Array): void => {
      const own = numbers(buffer, offset, list.length);
      for (let each = 0; each < list.length; each++) own[each] = measure.of(list[each] ?? 0);
    };
    new Uint32Array(buffer, layout.starts, layout.places + 1).set(descent.starts);
    new Uint32Array(buffer, layout.above, above.length).set(above);
    inMeasure(layout.cost, descent.cost);
    new Uint32Array(buffer, layout.accessStarts, layout.targets + 1).set(descent.accessStarts);
    new Uint32Array(buffer, layout.accessRank, accessRank.length).set(accessRank);
    inMeasure(layout.accessCost, descent.accessCost);
    this.#measure = measure;
    this.#layout = layout;
    this.#alive = new Uint8Array(buffer, layout.alive, layout.places);
    this.#lanes = numbers(buffer, layout.lanes, layout.places * lanes);
    this.#who = new Uint32Array(buffer, layout.who, metAtOnce);
    this.#met = numbers(buffer, layout.met, metAtOnce * lanes);
    this.#listed = new Uint32Array(buffer, layout.listed, metAtOnce * lanes);
    this.#tenths = new Uint32Array(buffer, layout.tenths, metAtOnce * lanes);
    this.#lengths = new Uint32Array(buffer, layout.lengths, lanes);
    this.#descent = descent;
    this.#isDue = new Uint8Array(blockOf(layout.places) + 1);
    this.#isMet = new Uint8Array(blockOf(layout.targets) + 1);
  }

  /** Forgets what was offered. */
  clear(): void {
    this.#alive.fill(0);
    this.#isDue.fill(0);
    this.#isMet.fill(0);
  }

  /** Lets the source of a lane be at a place for a cost, as `costOf` says. */
  offer(place: number, lane: number, cost: number): void {
    const { lanes, none, of } = this.#measure;
    if (this.#alive[place] === 0) {
      this.#alive[place] = 1;
      this.#isDue[blockOf(place)] = 1;
      this.#lanes.fill(none, place * lanes, (place + 1) * lanes);
    }
    this.#lanes[place * lanes + lane] = of(cost);
  }

  /** Brings what was offered down, within a limit; false when stopped, which is asked every few milliseconds. */
  run(limit: number, stopped: () => boolean): boolean {
    this.#isNear = limit < this.#measure.most;
    return this.#isNear ? this.#runNear(limit, stopped) : this.#runAll(limit, stopped);
  }

  /** The targets within the limit of the run, once it is done, some at a time: their lanes are read before they leave the processor's caches. */
  *found(limit: number): Generator<Found> {
    for (const count of this.#meetBySome(limit)) yield { targets: this.#who.subarray(0, count), lanes: this.#met };
  }

  /** The same lane by lane, some at a time: the targets within the limit of each lane, in order. */
  *listed(limit: number): Generator<readonly Listed[]> {
    for (const count of this.#meetBySome(limit)) {
      this.#engine.list(count, limit);
      yield Array.from(this.#lengths, (length, lane) => {
        const [from, to] = [lane * metAtOnce, lane * metAtOnce + length];
        return { targets: this.#listed.subarray(from, to), tenths: this.#tenths.subarray(from, to) };
      });
    }
  }

  *#meetBySome(limit: number): Generator<number> {
    const { targets } = this.#layout;
    let count = 0;
    for (const [first, last] of this.#isNear ? dueBlocks(this.#isMet, targets) : ranges(targets, metAtOnce)) {
      if (count + last - first > metAtOnce) {
        yield count;
        count = 0;
      }
      count = this.#engine.meet(first, last, limit, count);
    }
    if (count > 0) yield count;
  }

  #runAll(limit: number, stopped: () => boolean): boolean {
    for (const [first, last] of ranges(this.#layout.places, placesAtOnce)) {
      if (stopped()) return false;
      this.#engine.sweep(first, last, limit);
    }
    return true;
  }

  /** What lies within a limit is a small part of a country: only the blocks that it leads to are looked at. */
  #runNear(limit: number, stopped: () => boolean): boolean {
    const { places } = this.#layout;
    const reach = (this.#reach ??= {
      places: blocksBelow(places, this.#descent.starts, this.#descent.above),
      targets: blocksBelow(places, this.#descent.accessStarts, this.#descent.accessRank),
    });
    let swept = 0;
    for (const [first, last] of dueBlocks(this.#isDue, places)) {
      if (swept % placesAtOnce === 0 && stopped()) return false;
      swept += 1 << blockBits;
      this.#engine.sweep(first, last, limit);
      for (let place = first; place < last; place++) {
        if (this.#alive[place] === 0) continue;
        mark(reach.places, place, this.#isDue);
        mark(reach.targets, place, this.#isMet);
      }
    }
    return true;
  }
}

type Range = readonly [first: number, last: number];

function* ranges(length: number, atOnce: number): Generator<Range> {
  for (let first = 0; first < length; first += atOnce) yield [first, Math.min(first + atOnce, length)];
}

/** The blocks that are due, in order: those that become so on the way are too. */
function* dueBlocks(isDue: Uint8Array, length: number): Generator<Range> {
  for (let block = 0; block < isDue.length; block++)
    if (isDue[block] === 1) yield [block << blockBits, Math.min((block + 1) << blockBits, length)];
}

/** The blocks that each place leads to, each once, in compressed rows. */
interface Blocks {
  readonly starts: Uint32Array;
  readonly block: Uint32Array;
}

/** Turns rows round: of each row, `above` says from which places it is led to. */
function blocksBelow(places: number, starts: Uint32Array, above: Uint32Array): Blocks {
  const eachOnce = (take: (place: number, block: number) => void): void => {
    const last = new Int32Array(places).fill(-1);
    for (let row = 0; row + 1 < starts.length; row++) {
      const block = blockOf(row);
      const end = starts[row + 1] ?? 0;
      for (let arc = starts[row] ?? 0; arc < end; arc++) {
        const place = above[arc] ?? 0;
        if (last[place] === block) continue;
        last[place] = block;
        take(place, block);
      }
    }
  };
  const from = new Uint32Array(places + 1);
  eachOnce((place) => (from[place + 1] = (from[place + 1] ?? 0) + 1));
  addUp(from);
  const block = new Uint32Array(from[places] ?? 0);
  const next = from.slice(0, places);
  eachOnce((place, each) => {
    const at = next[place] ?? 0;
    block[at] = each;
    next[place] = at + 1;
  });
  return { starts: from, block };
}

function mark({ starts, block }: Blocks, place: number, marks: Uint8Array): void {
  const end = starts[place + 1] ?? 0;
  for (let each = starts[place] ?? 0; each < end; each++) marks[block[each] ?? 0] = 1;
}
