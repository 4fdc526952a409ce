import { layoutOf, type Descent, type Engine, type Layout, type MakeEngine } from "./layout.ts";
import type { Measure, Numbers } from "./measure.ts";
import { plain } from "./plain.ts";
import { hasVectors, vectors } from "./vectors.ts";

// A few milliseconds each, even far from the processor's caches.
const placesAtOnce = 100_000;

/** What a sweep found: targets within its limit, in order, and their lanes side by side. Overwritten by the next. */
export interface Found {
  readonly targets: Uint32Array;
  readonly lanes: Numbers;
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
    this.#who = new Uint32Array(buffer, layout.who, layout.targets);
    this.#met = numbers(buffer, layout.met, layout.targets * lanes);
  }

  /** Forgets what was offered. */
  clear(): void {
    this.#alive.fill(0);
  }

  /** Lets the source of a lane be at a place for a cost, as `costOf` says. */
  offer(place: number, lane: number, cost: number): void {
    const { lanes, none, of } = this.#measure;
    if (this.#alive[place] === 0) {
      this.#alive[place] = 1;
      this.#lanes.fill(none, place * lanes, (place + 1) * lanes);
    }
    this.#lanes[place * lanes + lane] = of(cost);
  }

  /** Brings what was offered down to the targets within a limit; `undefined` when stopped, which is asked every few milliseconds. */
  run(limit: number, stopped: () => boolean): Found | undefined {
    const { places, targets } = this.#layout;
    for (let first = 0; first < places; first += placesAtOnce) {
      if (stopped()) return undefined;
      this.#engine.sweep(first, Math.min(first + placesAtOnce, places), limit);
    }
    let count = 0;
    for (let first = 0; first < targets; first += placesAtOnce) {
      if (stopped()) return undefined;
      count = this.#engine.meet(first, Math.min(first + placesAtOnce, targets), limit, count);
    }
    return { targets: this.#who.subarray(0, count), lanes: this.#met };
  }
}
