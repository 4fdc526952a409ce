import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { costOf } from "../graph.ts";
import type { Descent } from "./layout.ts";
import { costs, shortTimes, times, type Measure } from "./measure.ts";
import { plain } from "./plain.ts";
import { Sweep } from "./sweep.ts";
import { hasVectors, vectors } from "./vectors.ts";

const rows = (lists: readonly (readonly unknown[])[]): Uint32Array => {
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, row) => (starts[row + 1] = starts[row]! + list.length));
  return starts;
};

// Times of a few tenths, about the highest of the short ones, and far above.
const anyCost = fc
  .tuple(fc.oneof(fc.nat({ max: 5 }), fc.integer({ min: 65_530, max: 65_540 }), fc.nat({ max: 2 ** 26 })), fc.nat({ max: 3 }))
  .map(([tenths, decimetres]) => costOf(tenths, decimetres));

const anyDescent: fc.Arbitrary<Descent> = fc.integer({ min: 1, max: 12 }).chain((places) => {
  const arcs = (below: number) =>
    fc.array(fc.tuple(fc.nat({ max: Math.max(0, below - 1) }), anyCost), { maxLength: below === 0 ? 0 : 4 });
  return fc
    .tuple(
      fc.tuple(...Array.from({ length: places }, (_, place) => arcs(place))),
      fc.array(fc.array(fc.tuple(fc.nat({ max: places - 1 }), anyCost), { maxLength: 3 }), { maxLength: 40 }),
    )
    .map(([down, met]) => ({
      starts: rows(down),
      above: Uint32Array.from(down.flat(), ([from]) => from),
      cost: Float64Array.from(down.flat(), ([, cost]) => cost),
      accessStarts: rows(met),
      accessRank: Uint32Array.from(met.flat(), ([place]) => place),
      accessCost: Float64Array.from(met.flat(), ([, cost]) => cost),
    }));
});

describe.skipIf(!hasVectors)(`the kernel in vectors${hasVectors ? "" : " (this machine has none)"}`, () => {
  it.each<Measure>([costs, times, shortTimes])("finds in $name what the plain one finds, sweep after sweep", (measure) => {
    fc.assert(
      fc.property(
        anyDescent,
        fc.array(
          fc.record({
            offers: fc.array(fc.tuple(fc.nat({ max: 11 }), fc.nat({ max: measure.lanes - 1 }), anyCost), { maxLength: 6 }),
            limit: fc.constantFrom(0, 4, 65_534, measure.most),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        (descent, questions) => {
          const both = [new Sweep(measure, descent, plain), new Sweep(measure, descent, vectors)];
          for (const { offers, limit } of questions) {
            const found = both.map((sweep) => {
              sweep.clear();
              for (const [place, lane, cost] of offers) sweep.offer(place % (descent.starts.length - 1), lane, cost);
              expect(sweep.run(limit, () => false)).toBe(true);
              const met = [...sweep.found(limit)].map(({ targets, lanes }) => ({
                targets: [...targets],
                lanes: [...lanes.subarray(0, targets.length * measure.lanes)],
              }));
              const lists = [...sweep.listed(limit)].map((listed) =>
                listed.map(({ targets, tenths }) => ({ targets: [...targets], tenths: [...tenths] })),
              );
              expect(lists).toEqual(
                met.map(({ targets, lanes }) =>
                  Array.from({ length: measure.lanes }, (_, lane) => {
                    const own = targets.map((target, each) => ({ target, value: lanes[each * measure.lanes + lane]! }));
                    const within = own.filter(({ value }) => value <= limit);
                    return {
                      targets: within.map(({ target }) => target),
                      tenths: within.map(({ value }) => measure.tenths(value)),
                    };
                  }),
                ),
              );
              return met;
            });
            expect(found[1]).toEqual(found[0]);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
