import fc from "fast-check";
import { expect, it } from "vitest";
import { afterFailure } from "./rules.ts";

const queuedAt = new Date("2026-11-23T08:00:00Z");

it("tries again later and later, and gives up", () => {
  const delays = Array.from({ length: 10 }, (_, attempts) =>
    afterFailure({ attempts, queuedAt, now: queuedAt, lifetime: Infinity }),
  );
  const kept = delays.slice(0, 9).map((at) => (at?.getTime() ?? 0) - queuedAt.getTime());
  expect(kept).toEqual(kept.toSorted((a, b) => a - b));
  expect(kept[0]).toBe(60_000);
  expect(delays.at(9)).toBeNull();
});

it("never tries a mail after it has lost its use", () => {
  fc.assert(
    fc.property(fc.nat(12), fc.nat(10_000_000), fc.nat(10_000_000), (attempts, late, lifetime) => {
      const next = afterFailure({ attempts, queuedAt, now: new Date(queuedAt.getTime() + late), lifetime });
      expect(next === null || next.getTime() <= queuedAt.getTime() + lifetime).toBe(true);
      expect(next === null || next.getTime() > queuedAt.getTime() + late).toBe(true);
    }),
  );
});
