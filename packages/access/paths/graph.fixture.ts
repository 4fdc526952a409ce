import fc from "fast-check";
import { costOf, graphOf, type Graph } from "./graph.ts";

/** Few nodes, small costs: arcs that cost nothing, parallel arcs, loops, equal ways and parts that nothing reaches all come often. */
export const anyGraph: fc.Arbitrary<Graph> = fc.integer({ min: 1, max: 14 }).chain((nodes) => {
  const node = fc.nat({ max: nodes - 1 });
  const arc = fc.tuple(node, node, fc.nat({ max: 4 }), fc.nat({ max: 3 }));
  return fc.array(arc, { maxLength: nodes * 3 }).map((arcs) =>
    graphOf(nodes, {
      tail: arcs.map(([tail]) => tail),
      head: arcs.map(([, head]) => head),
      cost: arcs.map(([, , tenths, decimetres]) => costOf(tenths, decimetres)),
    }),
  );
});

/** Streets and fields: a grid where some ways are missing, some are one-way, and every tenth line is a quicker road. The same each time. */
export function roads(width: number, height: number): Graph {
  let state = 7;
  const draw = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const tail: number[] = [];
  const head: number[] = [];
  const cost: number[] = [];
  const join = (from: number, to: number, isMain: boolean): void => {
    if (!isMain && draw() < 0.25) return;
    const decimetres = 800 + Math.floor(draw() * 800);
    const paid = costOf(Math.ceil(decimetres / (isMain ? 22 : 11)), decimetres);
    tail.push(from);
    head.push(to);
    cost.push(paid);
    if (!isMain && draw() < 0.1) return;
    tail.push(to);
    head.push(from);
    cost.push(paid);
  };
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const node = row * width + column;
      if (column + 1 < width) join(node, node + 1, row % 10 === 0);
      if (row + 1 < height) join(node, node + width, column % 10 === 0);
    }
  return graphOf(width * height, { tail, head, cost });
}
