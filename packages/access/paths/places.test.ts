import { expect, test } from "vitest";
import { roads } from "./graph.fixture.ts";
import { hierarchyOf } from "./hierarchy.ts";

test("Each node has a place of its own, after all those above it, on roads of several stretches", () => {
  const graph = roads(110, 90);
  const { placeOf, up, down } = hierarchyOf(graph);
  expect([...placeOf].sort((one, other) => one - other)).toEqual([...placeOf.keys()]);
  for (const { starts, above } of [up, down])
    for (let place = 0; place < graph.nodes; place++)
      expect(above.subarray(starts[place], starts[place + 1]).every((each) => each < place)).toBe(true);
});

test("What lies below a place follows it: most arcs of roads come from near, where by level a third would", () => {
  const { up, nodes } = hierarchyOf(roads(200, 150));
  let near = 0;
  for (let place = 0; place < nodes; place++)
    for (const above of up.above.subarray(up.starts[place], up.starts[place + 1])) if (place - above <= 4_096) near += 1;
  expect(near / up.above.length).toBeGreaterThan(0.7);
});
