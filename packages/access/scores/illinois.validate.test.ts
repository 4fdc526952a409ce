import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isHere, reference, unlessHere } from "../../published.fixture.ts";
import type { Decay } from "./decay.ts";
import { twoStep } from "./floating-catchment.ts";
import { straightReach } from "./reach.ts";

/** Scores that PySAL `access` computes on the census tracts of Illinois: doctors, straight metres, each tract reaching itself. */
describe.skipIf(!isHere)(`the tracts of Illinois (${unlessHere})`, () => {
  const rows = (isHere ? readFileSync(reference("reference-2sfca", "illinois_tracts.csv"), "utf8") : "")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [x = NaN, y = NaN, people = NaN, doctors = NaN, two = NaN, enhanced = NaN] = line.split(",").slice(1).map(Number);
      return { x, y, people, doctors, two, enhanced };
    });
  const places = { x: rows.map(({ x }) => x), y: rows.map(({ y }) => y) };
  const reach = straightReach(places, places, 10_000);
  const demand = rows.map(({ people }) => people);
  const supply = rows.map(({ doctors }) => doctors);

  it.each<["two" | "enhanced", Decay]>([
    ["two", { kind: "within", catchment: 10_000 }],
    [
      "enhanced",
      {
        kind: "steps",
        steps: [
          { until: 3_000, weight: 1 },
          { until: 6_000, weight: 0.68 },
          { until: 10_000, weight: 0.22 },
        ],
      },
    ],
  ])("have the published scores (%s)", (published, decay) => {
    const { scores, unreached } = twoStep({ reach, demand, supply, decay });
    const furthest = Math.max(...rows.map((row, at) => Math.abs((scores[at] ?? NaN) - row[published])));
    expect(furthest).toBeLessThan(1e-9);
    const given = scores.reduce((sum, score, at) => sum + score * (demand[at] ?? 0), 0);
    expect(unreached.every((at) => supply[at] === 0)).toBe(true);
    expect(given).toBeCloseTo(10_165, 6);
  });
});
