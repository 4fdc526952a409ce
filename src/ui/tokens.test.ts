import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrast, hueOf, toHex } from "./colour.ts";
import { accentCss, PAIRS, palette, tokensCss, type Scheme } from "./tokens.ts";

const schemes: Scheme[] = ["light", "dark"];

function failures(scheme: Scheme, hue?: number): string[] {
  const colours = palette(scheme, hue);
  return PAIRS.flatMap(({ ink, on, atLeast }) => {
    const [one, other] = [colours[ink], colours[on]];
    if (!one || !other) return [`${ink} on ${on}: no such token`];
    const ratio = contrast(one, other);
    return ratio < atLeast ? [`${ink} on ${on}: ${ratio.toFixed(2)} < ${atLeast}`] : [];
  });
}

describe("contrast", () => {
  it("is computed as WCAG says", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  });
});

describe("tokens", () => {
  it.each(schemes)("each pair meets AA in %s", (scheme) => {
    expect(failures(scheme)).toEqual([]);
  });

  it.each(schemes)("each pair meets AA in %s whatever hue a territory chooses", (scheme) => {
    for (let hue = 0; hue < 360; hue++) expect({ hue, failures: failures(scheme, hue) }).toEqual({ hue, failures: [] });
  });

  it("the style sheet is the one that tokens.ts writes", () => {
    expect(readFileSync(new URL("styles/tokens.css", import.meta.url), "utf8")).toBe(tokensCss());
  });
});

describe("a territory's colour", () => {
  it("gives back the hue it was made from", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 359 }), (hue) => {
        const found = hueOf(toHex([0.6, 0.1, hue]));
        expect(found).not.toBeNull();
        const distance = Math.abs((found ?? 0) - hue);
        expect(Math.min(distance, 360 - distance)).toBeLessThanOrEqual(3);
      }),
    );
  });

  it("has no hue when it is a grey", () => {
    expect(hueOf("#808080")).toBeNull();
  });

  it("writes only colours, whatever number it is given", () => {
    fc.assert(
      fc.property(fc.double(), (hue) => {
        expect(accentCss(hue)).not.toMatch(/NaN|Infinity|<|undefined/);
      }),
    );
  });
});
