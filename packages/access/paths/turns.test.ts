import fc from "fast-check";
import { expect, test } from "vitest";
import { Turns } from "./turns.ts";

const priority = fc.integer({ min: -200, max: 200 });

test("Nodes have their turn by priority, then as they came, also those that wait again", () => {
  fc.assert(
    fc.property(fc.array(priority, { minLength: 1, maxLength: 40 }), fc.array(fc.nat({ max: 100 })), (priorities, delays) => {
      const turns = new Turns(Int32Array.from(priorities));
      const waiting = priorities.map((of, node) => ({ of, node }));
      for (let turn = 0; waiting.length > 0; turn++) {
        // A stable sort: those who came first stay first among equals.
        waiting.sort((one, other) => one.of - other.of);
        const next = waiting.shift();
        expect(turns.least).toBe(next?.of);
        expect(turns.pop()).toBe(next?.node);
        const delay = delays[turn];
        if (next === undefined || delay === undefined) continue;
        waiting.push({ of: next.of + delay, node: next.node });
        turns.push(next.node, next.of + delay);
      }
      expect(turns.least).toBe(Infinity);
    }),
    { numRuns: 1_000 },
  );
});

test("A priority that has passed is refused", () => {
  const turns = new Turns(Int32Array.of(3, 5));
  expect(turns.pop()).toBe(0);
  expect(turns.least).toBe(5);
  expect(() => {
    turns.push(0, 4);
  }).toThrow(RangeError);
});
