import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dijkstra, type Access } from "./dijkstra.ts";
import { costOf, decimetresOf, graphOf, tenthsOf, type Graph } from "./graph.ts";
import { anyGraph, roads } from "./graph.fixture.ts";
import { hierarchyOf, type Rows } from "./hierarchy.ts";
import { shortTimes } from "./kernel/measure.ts";
import { noMiddle } from "./remaining.ts";
import { catchments, everyNode as wholeGraph, noTime, noWay, quickestTimes, targetsOf, timeTable } from "./table.ts";

const anyCost = fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 1_000 })).map(([tenths, decimetres]) => costOf(tenths, decimetres));

const points = (graph: Graph): fc.Arbitrary<Access[][]> =>
  fc.array(
    fc.array(fc.record({ node: fc.nat({ max: graph.nodes - 1 }), cost: anyCost }), {
      minLength: 1,
      maxLength: 2,
    }),
    { maxLength: 40 },
  );

const everyNode = (graph: Graph): Access[][] => Array.from({ length: graph.nodes }, (_, node) => [{ node, cost: 0 }]);

/** What the table must say, by one search a source and the least over both ends of a target. */
function bySearches(
  graph: Graph,
  sources: readonly Access[][],
  targets: readonly Access[][],
): { tenths: number[]; decimetres: number[] } {
  const costs = sources.flatMap((source) => {
    const { cost } = dijkstra(graph, source);
    return targets.map((target) => Math.min(...target.map((end) => cost[end.node]! + end.cost)));
  });
  const told = (part: (cost: number) => number): number[] => costs.map((cost) => (cost === Infinity ? noWay : part(cost)));
  return { tenths: told(tenthsOf), decimetres: told(decimetresOf) };
}

function tableOf(
  graph: Graph,
  sources: readonly Access[][],
  targets: readonly Access[][],
): { tenths: number[]; decimetres: number[] } {
  const table = timeTable(targetsOf(hierarchyOf(graph), targets), sources);
  if (table.kind === "stopped") throw new Error("Nobody stopped it.");
  return { tenths: [...table.tenths], decimetres: [...table.decimetres] };
}

describe("a table of times", () => {
  test("says what a search from each node says, for every pair", () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const all = everyNode(graph);
        expect(tableOf(graph, all, all)).toEqual(bySearches(graph, all, all));
      }),
      { numRuns: 200 },
    );
  });

  test("says it also for points between two nodes, and for some targets only", () => {
    fc.assert(
      fc.property(
        anyGraph.chain((graph) => fc.tuple(fc.constant(graph), points(graph), points(graph))),
        ([graph, sources, targets]) => {
          expect(tableOf(graph, sources, targets)).toEqual(bySearches(graph, sources, targets));
        },
      ),
      { numRuns: 200 },
    );
  });

  test("says the same on roads, where shortcuts go round shortcuts", () => {
    const graph = roads(40, 40);
    const some = everyNode(graph).filter((_, node) => node % 37 === 0);
    expect(tableOf(graph, some, some)).toEqual(bySearches(graph, some, some));
  });

  test("has the same rows however the sources are shared", () => {
    fc.assert(
      fc.property(
        anyGraph.chain((graph) => fc.tuple(fc.constant(graph), points(graph))),
        fc.array(fc.nat({ max: 40 }), { maxLength: 4 }),
        ([graph, sources], cuts) => {
          const targets = targetsOf(hierarchyOf(graph), everyNode(graph));
          const bounds = [
            0,
            ...cuts.map((cut) => Math.min(cut, sources.length)).sort((one, other) => one - other),
            sources.length,
          ];
          const parts = bounds.slice(1).map((to, part) => timeTable(targets, sources, { from: bounds[part]!, to }));
          const whole = timeTable(targets, sources);
          const rows = (table: typeof whole): number[][] =>
            table.kind === "done" ? [[...table.tenths], [...table.decimetres]] : [];
          expect([0, 1].map((side) => parts.flatMap((part) => rows(part)[side]!))).toEqual(rows(whole));
        },
      ),
      { numRuns: 200 },
    );
  });

  test("stops between two batches, and tells how far it is", () => {
    const graph = roads(8, 8);
    const all = everyNode(graph);
    const told: number[] = [];
    const options = { progress: (done: number) => void told.push(done), stopped: () => told.length === 2 };
    expect(timeTable(targetsOf(hierarchyOf(graph), all), all, options)).toEqual({ kind: "stopped" });
    expect(told).toEqual([8, 16]);
  });

  test("refuses a range that is not one of sources, and a target that is not in the graph", () => {
    const hierarchy = hierarchyOf(graphOf(1, { tail: [], head: [], cost: [] }));
    expect(() => targetsOf(hierarchy, [[{ node: 1, cost: 0 }]])).toThrow(RangeError);
    expect(() => timeTable(targetsOf(hierarchy, []), [], { from: 0, to: 1 })).toThrow("There are 0 sources");
  });
});

describe("times alone", () => {
  const anyQuestion = anyGraph.chain((graph) => fc.tuple(fc.constant(graph), points(graph), points(graph)));

  test("are those of the table", () => {
    fc.assert(
      fc.property(anyQuestion, ([graph, sources, targets]) => {
        const times = quickestTimes(targetsOf(hierarchyOf(graph), targets), sources);
        const { tenths } = bySearches(graph, sources, targets);
        expect(times.kind === "done" && [...times.tenths]).toEqual(tenths.map((time) => (Number.isNaN(time) ? noTime : time)));
      }),
      { numRuns: 200 },
    );
  });

  test("to every node, come in the order of the graph", () => {
    const graph = roads(30, 20);
    const sources = [
      [{ node: 3, cost: 0 }],
      [
        { node: 40, cost: 5 },
        { node: 500, cost: 0 },
      ],
    ];
    const times = quickestTimes(wholeGraph(hierarchyOf(graph)), sources);
    const { tenths } = bySearches(graph, sources, everyNode(graph));
    expect(times.kind === "done" && [...times.tenths]).toEqual(tenths.map((time) => (Number.isNaN(time) ? noTime : time)));
  });

  test("within a limit, are those of the table that are not above it, and no other", () => {
    fc.assert(
      fc.property(
        anyQuestion,
        fc.constantFrom(0, 1, 3, 6.5, 12, 65_534, 65_535, 100_000, Infinity),
        ([graph, sources, targets], limit) => {
          const { tenths } = bySearches(graph, sources, targets);
          const found: (readonly [number, number, number])[] = [];
          catchments(targetsOf(hierarchyOf(graph), targets), sources, limit, (catchment) => {
            catchment.targets.forEach((target, each) => found.push([catchment.source, target, catchment.tenths[each]!]));
          });
          const wanted = tenths.flatMap((time, cell) =>
            time <= limit ? [[Math.floor(cell / targets.length), cell % targets.length, time]] : [],
          );
          expect(found).toEqual(wanted);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("of many sources among thousands of nodes are those of the whole table, whatever the limit", () => {
    const graph = roads(60, 50);
    const targets = wholeGraph(hierarchyOf(graph));
    const sources = Array.from({ length: 70 }, (_, at) => [{ node: (at * 397) % graph.nodes, cost: 0 }]);
    const table = quickestTimes(targets, sources);
    if (table.kind !== "done") throw new Error("stopped");
    const longest = table.tenths.reduce((most, time) => (time === noTime ? most : Math.max(most, time)), 0);
    for (const limit of [0, longest / 20, longest / 4, longest / 2, longest, shortTimes.most + 1]) {
      catchments(targets, sources, limit, ({ source, targets: within, tenths }) => {
        const row = [...table.tenths.subarray(source * graph.nodes, (source + 1) * graph.nodes).entries()];
        const wanted = row.filter(([, time]) => time <= limit);
        expect([...within]).toEqual(wanted.map(([target]) => target));
        expect([...tenths]).toEqual(wanted.map(([, time]) => time));
      });
    }
  });

  test("are written over an earlier table of the same size, and of no other", () => {
    const targets = wholeGraph(hierarchyOf(roads(6, 5)));
    const at = (...nodes: readonly number[]) => nodes.map((node) => [{ node, cost: 0 }]);
    const [one, other, longer] = [at(0), at(7), at(3, 4)];
    const [times, table] = [quickestTimes(targets, one), timeTable(targets, one)];
    if (times.kind !== "done" || table.kind !== "done") throw new Error("stopped");
    expect(quickestTimes(targets, other, { into: times })).toEqual(quickestTimes(targets, other));
    expect(timeTable(targets, other, { into: table })).toEqual(timeTable(targets, other));
    expect(times).toEqual(quickestTimes(targets, other));
    expect(() => quickestTimes(targets, longer, { into: times })).toThrow(/30 cells can't take 60/);
    expect(() => timeTable(targets, longer, { into: table })).toThrow(RangeError);
  });

  test("within a limit that is negative, or no number, are refused", () => {
    const targets = wholeGraph(hierarchyOf(roads(2, 2)));
    for (const limit of [-1, Number.NaN]) expect(() => catchments(targets, [], limit, () => undefined)).toThrow(RangeError);
  });

  test("stop when asked", () => {
    const targets = wholeGraph(hierarchyOf(roads(4, 4)));
    const sources = [[{ node: 0, cost: 0 }]];
    const options = { stopped: () => true };
    expect(quickestTimes(targets, sources, options)).toEqual({ kind: "stopped" });
    expect(catchments(targets, sources, 10, () => expect.fail("visited"), options)).toEqual({ kind: "stopped" });
  });

  test("stop whenever asked: while times are swept, written, listed or visited", () => {
    const targets = wholeGraph(hierarchyOf(roads(60, 60)));
    const sources = Array.from({ length: 40 }, (_, source) => [{ node: source * 90, cost: 0 }]);
    const questions = [
      (stopped: () => boolean) => timeTable(targets, sources, { stopped }).kind,
      (stopped: () => boolean) => quickestTimes(targets, sources, { stopped }).kind,
      (stopped: () => boolean) => catchments(targets, sources, 60_000, () => undefined, { stopped }).kind,
    ];
    for (const ask of questions) {
      const answer = (patience: number) => {
        let asked = 0;
        return { kind: ask(() => ++asked > patience), asked };
      };
      const { kind, asked } = answer(Infinity);
      expect(kind).toBe("done");
      // 3,600 targets are read in four parts, sweep after sweep.
      expect(asked).toBeGreaterThan(10);
      for (let patience = 0; patience < asked; patience++)
        expect(answer(patience)).toEqual({ kind: "stopped", asked: patience + 1 });
    }
  });
});

describe("a hierarchy", () => {
  test("leads from a place to lesser ones, by arcs of the graph or by shortcuts that are the sum of two arcs", () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const { up, down, placeOf } = hierarchyOf(graph);
        expect([...placeOf].sort((one, other) => one - other)).toEqual([...placeOf.keys()]);
        const least = (rows: Rows, place: number, above: number): number =>
          Math.min(
            ...[...rows.cost.subarray(rows.starts[place], rows.starts[place + 1])].filter(
              (_, arc) => rows.above[rows.starts[place]! + arc] === above,
            ),
          );
        for (const [rows, isUp] of [
          [up, true],
          [down, false],
        ] as const)
          for (let place = 0; place < graph.nodes; place++)
            for (let arc = rows.starts[place]!; arc < rows.starts[place + 1]!; arc++) {
              const above = rows.above[arc]!;
              expect(above).toBeLessThan(place);
              const [tail, head] = isUp ? [place, above] : [above, place];
              const middle = rows.middle[arc]!;
              if (middle === noMiddle) {
                const from = placeOf.indexOf(tail);
                const range = [graph.starts[from]!, graph.starts[from + 1]!] as const;
                const costs = [...graph.cost.subarray(...range)].filter(
                  (_, each) => placeOf[graph.heads[range[0] + each]!] === head,
                );
                expect(rows.cost[arc]).toBe(Math.min(...costs));
              } else expect(rows.cost[arc]).toBe(least(down, middle, tail) + least(up, middle, head));
            }
      }),
      { numRuns: 200 },
    );
  });
});
