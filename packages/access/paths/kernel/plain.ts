import { metAtOnce, type Engine, type Layout } from "./layout.ts";
import type { Measure } from "./measure.ts";

/** What `vectors` does, in plain words: its specification, and what serves where there are no vectors. */
export function plain({ lanes, none, numbers, tenths }: Measure, layout: Layout, arcs: number, accesses: number): Engine {
  const buffer = new ArrayBuffer(layout.bytes);
  const starts = new Uint32Array(buffer, layout.starts, layout.places + 1);
  const above = new Uint32Array(buffer, layout.above, arcs);
  const cost = numbers(buffer, layout.cost, arcs);
  const accessStarts = new Uint32Array(buffer, layout.accessStarts, layout.targets + 1);
  const accessRank = new Uint32Array(buffer, layout.accessRank, accesses);
  const accessCost = numbers(buffer, layout.accessCost, accesses);
  const alive = new Uint8Array(buffer, layout.alive, layout.places);
  const values = numbers(buffer, layout.lanes, layout.places * lanes);
  const who = new Uint32Array(buffer, layout.who, metAtOnce);
  const met = numbers(buffer, layout.met, metAtOnce * lanes);
  const listed = new Uint32Array(buffer, layout.listed, metAtOnce * lanes);
  const times = new Uint32Array(buffer, layout.tenths, metAtOnce * lanes);
  const lengths = new Uint32Array(buffer, layout.lengths, lanes);
  const here = numbers(new ArrayBuffer(64), 0, lanes);

  const pass = (before: number, paid: number): void => {
    if (alive[before] === 0) return;
    for (let lane = 0; lane < lanes; lane++) {
      const through = (values[before * lanes + lane] ?? none) + paid;
      if (through < (here[lane] ?? none)) here[lane] = through;
    }
  };
  return {
    buffer,
    sweep(first, last, limit) {
      for (let place = first; place < last; place++) {
        if (alive[place] === 0) here.fill(none);
        else here.set(values.subarray(place * lanes, (place + 1) * lanes));
        const end = starts[place + 1] ?? 0;
        for (let arc = starts[place] ?? 0; arc < end; arc++) pass(above[arc] ?? 0, cost[arc] ?? 0);
        alive[place] = here.some((value) => value <= limit) ? 1 : 0;
        if (alive[place] === 1) values.set(here, place * lanes);
      }
    },
    meet(first, last, limit, before) {
      let count = before;
      for (let target = first; target < last; target++) {
        here.fill(none);
        const end = accessStarts[target + 1] ?? 0;
        for (let each = accessStarts[target] ?? 0; each < end; each++) pass(accessRank[each] ?? 0, accessCost[each] ?? 0);
        if (!here.some((value) => value <= limit)) continue;
        who[count] = target;
        met.set(here, count * lanes);
        count += 1;
      }
      return count;
    },
    list(count, limit) {
      for (let lane = 0; lane < lanes; lane++) {
        let length = 0;
        for (let each = 0; each < count; each++) {
          const value = met[each * lanes + lane] ?? none;
          if (value > limit) continue;
          listed[lane * metAtOnce + length] = who[each] ?? 0;
          times[lane * metAtOnce + length] = tenths(value);
          length += 1;
        }
        lengths[lane] = length;
      }
    },
  };
}
