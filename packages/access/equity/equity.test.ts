import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gini, lorenzCurve } from "./lorenz.ts";
import type { ByPlace } from "./people.ts";
import { theil, theilBetween } from "./theil.ts";
import { palma, shareBeyond, worstOff } from "./worst-off.ts";

const amount = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 500 }), fc.double({ min: 0.001, max: 1_000, noNaN: true }));
const places = fc.array(fc.record({ value: amount, people: amount }), { maxLength: 20 });
const byPlace = (list: readonly { readonly value: number; readonly people: number }[]): ByPlace => ({
  values: list.map(({ value }) => value),
  people: list.map(({ people }) => people),
});
const each = (values: readonly number[]): ByPlace => ({ values, people: values.map(() => 1) });
const indices = { gini, theil, palma, worst: (of: ByPlace) => worstOff(of, "low") };

describe("known distributions", () => {
  it.each([
    [[1, 1, 1, 1], 0, 0],
    [[0, 0, 0, 4], 0.75, Math.log(4)],
    [
      [1, 2, 3, 4, 5],
      4 / 15,
      (1 * Math.log(1) + 2 * Math.log(2) + 3 * Math.log(3) + 4 * Math.log(4) + 5 * Math.log(5)) / 15 - Math.log(3),
    ],
    [[0, 0], 0, 0],
  ])("%j has the Gini and the Theil that the definitions give", (values, expectedGini, expectedTheil) => {
    expect(gini(each(values))).toBeCloseTo(expectedGini, 12);
    expect(theil(each(values))).toBeCloseTo(expectedTheil, 12);
  });

  it("compares the best-off tenth with the worst-off four tenths", () => {
    expect(palma(each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))).toBeCloseTo(10 / 10, 12);
    expect(palma(each([3, 3]))).toBeCloseTo(0.25, 12);
    expect(palma(each([0, 0, 0, 0, 1]))).toBeNull();
    // Four tenths of 680 people are 272, but for rounding.
    expect(
      palma({ values: [0, 1, 0.001, 1, 0, 1], people: [4, 37, 174, 196.97283366327144, 268, 0.02716633672855551] }),
    ).toBeNull();
  });

  it("takes its part of a place that the decile cuts through", () => {
    expect(worstOff({ values: [1, 5], people: [5, 95] }, "low")).toBeCloseTo((5 * 1 + 5 * 5) / 10, 12);
    expect(worstOff({ values: [10, 40], people: [95, 5] }, "high")).toBeCloseTo((5 * 40 + 5 * 10) / 10, 12);
  });

  it("counts beyond a threshold those for whom nothing is within reach", () => {
    expect(shareBeyond({ values: [10, 20, 25], people: [50, 30, 10] }, 20)).toBeCloseTo(10 / 90, 12);
    expect(shareBeyond({ values: [10, 20, 25], people: [50, 30, 10] }, 20, 10)).toBeCloseTo(20 / 100, 12);
  });
});

describe("nobody", () => {
  it.each([
    { values: [], people: [] },
    { values: [3, 4], people: [0, 0] },
  ])("has no inequality: %j", (of) => {
    expect([gini(of), theil(of), palma(of), worstOff(of, "low"), shareBeyond(of, 1), lorenzCurve(of)]).toEqual(
      Array(6).fill(null),
    );
    expect(theilBetween(of, of.values.map(String))).toBeNull();
  });
});

describe("any distribution", () => {
  it("is as unequal whatever the unit, and however places are cut in two or put in order", () => {
    fc.assert(
      fc.property(places, fc.double({ min: 0.01, max: 100, noNaN: true }), fc.nat(), (list, unit, seed) => {
        const halves = list.flatMap((place) => [
          { ...place, people: place.people / 2 },
          { ...place, people: place.people / 2 },
        ]);
        const turned =
          halves.length === 0 ? [] : [...halves.slice(seed % halves.length), ...halves.slice(0, seed % halves.length)];
        const scaled = byPlace(turned.map(({ value, people }) => ({ value: value * unit, people })));
        for (const [name, index] of Object.entries(indices)) {
          const before = index(byPlace(list));
          const after = index(scaled);
          if (before === null || after === null) expect(after).toBe(before);
          else
            expect(after / Math.max(1, before)).toBeCloseTo((name === "worst" ? before * unit : before) / Math.max(1, before), 6);
        }
      }),
    );
  });

  it("has a Gini from 0 to 1, under a curve that only rises and bends upward", () => {
    fc.assert(
      fc.property(places, (list) => {
        const index = gini(byPlace(list));
        if (index === null) return;
        expect(index).toBeGreaterThanOrEqual(0);
        expect(index).toBeLessThan(1);
        const curve = lorenzCurve(byPlace(list)) ?? [];
        for (const [at, point] of curve.entries()) {
          expect(point.held).toBeLessThanOrEqual(point.people + 1e-9);
          expect(point.held).toBeGreaterThanOrEqual((curve[at - 1]?.held ?? 0) - 1e-12);
        }
      }),
    );
  });

  it("is unequal between communes and within them, and the two make the whole", () => {
    fc.assert(
      fc.property(
        places,
        fc.array(fc.constantFrom("Vecoux", "Éloyes", "Remiremont"), { minLength: 20, maxLength: 20 }),
        (list, communes) => {
          const parts = theilBetween(byPlace(list), communes.slice(0, list.length));
          if (parts === null) return;
          expect(parts.between + parts.within).toBeCloseTo(parts.total, 9);
          expect(parts.total).toBeCloseTo(theil(byPlace(list)) ?? -1, 9);
        },
      ),
    );
  });

  it("gets less unequal when someone gives to a poorer one without passing them", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 12 }),
        fc.nat(),
        fc.nat(),
        (values, a, b) => {
          const [one, other] = [a % values.length, b % values.length];
          const gap = (values[one] ?? 0) - (values[other] ?? 0);
          if (gap < 2) return;
          const fairer = values.with(one, (values[one] ?? 0) - gap / 2).with(other, (values[other] ?? 0) + gap / 2);
          expect(gini(each(fairer)) ?? 1).toBeLessThan(gini(each(values)) ?? 0);
          expect(theil(each(fairer)) ?? 1).toBeLessThan(theil(each(values)) ?? 0);
        },
      ),
    );
  });

  it.each([
    [{ values: [1, Number.NaN], people: [1, 1] }, /value at 1/],
    [{ values: [1, 2], people: [1, -1] }, /people at 1/],
    [{ values: [1, 2], people: [1] }, /2 values for 1 places/],
  ])("is refused with its place when a number can't be: %j", (of, sentence) => {
    for (const index of Object.values(indices)) expect(() => index(of)).toThrow(sentence);
  });
});
