import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldId, withParam } from "./attributes.ts";
import { axisTone } from "./axis-mark.tsx";
import { placeOf } from "./timeline-chart.tsx";

describe("withParam", () => {
  it("changes one parameter and keeps the others", () => {
    expect(withParam("/plan?axe=2&q=a%20b", "lang", "en")).toBe("/plan?axe=2&q=a+b&lang=en");
    expect(withParam("/plan?axe=2", "axe", null)).toBe("/plan");
    expect(withParam("/plan?q=why?", "axe", "1")).toBe("/plan?q=why%3F&axe=1");
  });
});

describe("fieldId", () => {
  it("is always fit for an address", () => {
    fc.assert(fc.property(fc.string(), (name) => /^[A-Za-z0-9_-]+$/.test(fieldId(name))));
  });
});

describe("axisTone", () => {
  it("always finds one of the six, and tells neighbours apart", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (number) => {
        expect(axisTone(number)).toBeGreaterThanOrEqual(0);
        expect(axisTone(number)).toBeLessThan(6);
        expect(axisTone(number)).not.toBe(axisTone(number + 1));
      }),
    );
  });
});

describe("placeOf", () => {
  const day = fc
    .date({ min: new Date("2000-01-01"), max: new Date("2049-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  it("keeps days in their order, inside the drawing", () => {
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [first, last] = one < other ? [one, other] : [other, one];
        const [a, b] = [placeOf(first, 2023, 2027), placeOf(last, 2023, 2027)];
        expect(a).toBeLessThanOrEqual(b);
        expect(a).toBeGreaterThanOrEqual(0);
        expect(b).toBeLessThanOrEqual(100);
      }),
    );
  });

  it("begins with the first year and ends with the last", () => {
    expect(placeOf("2023-01-01", 2023, 2027)).toBe(0);
    expect(placeOf("2028-01-01", 2023, 2027)).toBe(100);
    expect(placeOf("1999-01-01", 2023, 2027)).toBe(0);
  });
});
