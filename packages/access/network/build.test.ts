import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { router } from "../journeys/route.ts";
import { buildNetwork } from "./build.ts";
import { mapOf, placeAt, type MapDrawing } from "./map.fixture.ts";
import { bike } from "./profiles/bike.ts";
import { car } from "./profiles/car.ts";
import { foot } from "./profiles/foot.ts";

const street = { highway: "residential" };

async function built(drawing: MapDrawing, profile = car) {
  const result = await buildNetwork(mapOf(drawing), profile);
  if (result.kind === "no-road") throw new Error("no road");
  return result;
}

/** Metres gone by between points of a drawing, by their letters; undefined when there is no way. */
async function metres(drawing: MapDrawing, way: string, profile = car): Promise<number | undefined> {
  const { network } = await built(drawing, profile);
  const [from = "", to = ""] = way.split("→");
  const point = (letter: string) => placeAt(drawing.points[letter] ?? [0, 0]);
  const route = router(network, { within: 50 })(point(from), point(to));
  if (route.kind === "too-far") throw new Error(`${way}: ${route.from} off the roads`);
  return route.kind === "found" ? Math.round(route.decimetres / 10) : undefined;
}

//   d
//   |
// a─b─c, and a long way round from c to d by e
const crossroads: MapDrawing = {
  points: { a: [0, 0], b: [500, 0], c: [1_000, 0], d: [500, 500], e: [1_000, 500] },
  ways: [
    ["ab", street],
    ["bc", street],
    ["bd", street],
    ["ced", street],
  ],
};

describe("the network of a map", () => {
  test("has a node where roads meet and where they end, and a segment between", async () => {
    const { network, leftOut } = await built(crossroads);
    expect(network.nodeLon).toHaveLength(4);
    expect(network.from).toHaveLength(4);
    expect([...network.shapeStarts]).toEqual([0, 0, 0, 0, 1]);
    expect(leftOut).toEqual({});
  });

  test("is as long as the map, and as slow as its signs", async () => {
    const { network } = await built({ ...crossroads, ways: [["abc", { ...street, maxspeed: "20" }]] });
    expect(network.length[0]).toBeCloseTo(10_000, -1.5);
    expect(network.forward[0]).toBeCloseTo(10_000 / (18 / 3.6), -2);
    expect(network.backward).toEqual(network.forward);
  });

  test("gives a ferry the time that it says", async () => {
    const { network } = await built({
      ...crossroads,
      ways: [
        ["ab", street],
        ["bec", { route: "ferry", foot: "yes", motor_vehicle: "yes", duration: "00:10" }],
      ],
    });
    expect(network.forward[1]).toBe(6_000);
  });

  test("counts what is left out, by reason", async () => {
    const { leftOut } = await built({
      points: { ...crossroads.points, x: [5_000, 0], y: [6_000, 0] },
      ways: [
        ...crossroads.ways,
        ["ad", { highway: "footway" }],
        ["ae", { ...street, access: "private" }],
        ["xy", street],
        ["e?", street],
        ["d?", { highway: "proposed" }],
      ],
    });
    expect(leftOut).toEqual({ class: 2, access: 1, island: 1, "missing-nodes": 1 });
  });

  test("leaves out a street that one can only go into", async () => {
    const { network, leftOut } = await built({
      ...crossroads,
      ways: [...crossroads.ways.slice(0, 3), ["ce", { ...street, oneway: "yes" }]],
    });
    expect(leftOut).toEqual({ island: 1 });
    expect(network.from).toHaveLength(3);
  });

  test("is none when nothing is open", async () => {
    const result = await buildNetwork(mapOf({ ...crossroads, ways: [["ab", { highway: "footway" }]] }), car);
    expect(result).toEqual({ kind: "no-road", leftOut: { class: 1 } });
  });

  test("parts a road at a barrier, on both sides of which one may go", async () => {
    const barred: MapDrawing = {
      ...crossroads,
      signs: { b: { barrier: "bollard" } },
      ways: [["abc", street], ...crossroads.ways.slice(2)],
    };
    expect(await metres(crossroads, "a→d")).toBe(1_000);
    expect(await metres({ ...barred, ways: [...barred.ways, ["ae", street]] }, "a→c")).toBe(
      Math.round(Math.hypot(1_000, 500) + 500),
    );
    expect(await metres(barred, "a→c", bike)).toBe(1_000);
  });

  test("is cut where the file ends, and goes on beyond", async () => {
    const { leftOut, network } = await built({
      ...crossroads,
      ways: [
        ["a?bc", street],
        ["bd", street],
      ],
      lacks: "",
    });
    expect(leftOut).toEqual({ "missing-nodes": 1 });
    expect(network.from).toHaveLength(2);
  });
});

describe("a turn restriction", () => {
  const noLeft = { rule: "no_left_turn", from: 0, via: "b", to: 2 };
  const forbidding = (restriction: NonNullable<MapDrawing["restrictions"]>[number]): MapDrawing => ({
    ...crossroads,
    restrictions: [restriction],
  });

  test("sends round", async () => {
    expect(await metres(crossroads, "a→d")).toBe(1_000);
    expect(await metres(forbidding(noLeft), "a→d")).toBe(2_000);
    expect(await metres(forbidding({ ...noLeft, rule: "only_straight_on", to: 1 }), "a→d")).toBe(2_000);
  });

  test("is for those who come by the road that it names", async () => {
    expect(await metres(forbidding(noLeft), "c→d")).toBe(1_000);
    expect(await metres(forbidding(noLeft), "d→a")).toBe(1_000);
    expect(await metres(forbidding(noLeft), "a→c")).toBe(1_000);
  });

  test.each([
    ["walkers", foot, noLeft, 1_000],
    ["bicycles that it excepts", bike, { ...noLeft, tags: { except: "bicycle;psv" } }, 1_000],
    ["bicycles", bike, noLeft, 2_000],
    ["lorries only", car, { ...noLeft, rule: "", tags: { "restriction:hgv": "no_left_turn", restriction: "" } }, 1_000],
    ["cars only, for bicycles", bike, { ...noLeft, rule: "", tags: { "restriction:motorcar": "no_left_turn" } }, 1_000],
    ["cars only", car, { ...noLeft, rule: "", tags: { "restriction:motorcar": "no_left_turn" } }, 2_000],
  ])("of %s", async (_, profile, restriction, expected) => {
    expect(await metres(forbidding(restriction), "a→d", profile)).toBe(expected);
  });

  test("lets someone who lives on the road leave by both ends, and come home", async () => {
    const drawing: MapDrawing = { ...forbidding(noLeft), points: { ...crossroads.points, h: [250, 0], k: [500, 250] } };
    expect(await metres(drawing, "h→a")).toBe(250);
    expect(await metres(drawing, "h→d")).toBe(1_750);
    expect(await metres(drawing, "d→h")).toBe(750);
    // Past the crossing, and back: turning round is allowed at the next one.
    expect(await metres(drawing, "h→k")).toBe(1_500);
    expect(await metres(drawing, "c→k")).toBe(750);
    expect(await metres(drawing, "k→h")).toBe(500);
  });

  test("by a point that is on no road is nothing", async () => {
    expect((await built(forbidding({ ...noLeft, via: "Z" }))).leftOut).toEqual({});
  });
});

//         f
//         | \
// a───b───c──d
//     |
//     g
const parkway: MapDrawing = {
  points: { a: [0, 0], b: [500, 0], m: [750, 0], c: [1_000, 0], d: [1_500, 0], f: [1_000, 500], g: [500, -500] },
  ways: [
    ["ab", street],
    ["bm", street],
    ["mc", street],
    ["cf", street],
    ["cd", street],
    ["df", street],
    ["gb", street],
  ],
};

describe("a turn restriction that goes by ways", () => {
  const noLeft = { rule: "no_left_turn", from: 0, via: [1, 2], to: 3 };
  const under = (restriction: NonNullable<MapDrawing["restrictions"]>[number]): MapDrawing => ({
    ...parkway,
    restrictions: [restriction],
  });
  const round = 1_500 + Math.round(Math.hypot(500, 500));

  test("sends round who comes by the first and the one between", async () => {
    const whole = { ...parkway, ways: [...parkway.ways.with(1, ["bmc", street])].toSpliced(2, 1) };
    expect(await metres(whole, "a→f")).toBe(1_500);
    expect(await metres({ ...whole, restrictions: [{ ...noLeft, via: [1], to: 2 }] }, "a→f")).toBe(round);
  });

  // Where one way ends and the next begins, turning round is allowed: back to b, from where one comes anew.
  test.each([[[1, 2]], [[2, 1]]])("sends round who comes by the first and all the others, in any order: %j", async (via) => {
    const { leftOut } = await built(under({ ...noLeft, via }));
    expect(leftOut).toEqual({});
    expect(await metres(under({ ...noLeft, via }), "a→f")).toBe(2_000);
  });

  test.each([
    ["g→f", 1_500],
    ["m→f", 750],
    ["a→m", 750],
    ["a→d", 1_500],
    ["a→g", 1_000],
    ["f→a", 1_500],
  ])("lets go all others: %s", async (way, expected) => {
    expect(await metres(under(noLeft), way)).toBe(expected);
  });

  test("may be the only way to go on, from where it begins", async () => {
    const drawing = under({ ...noLeft, rule: "only_straight_on", to: 4 });
    expect(await metres(drawing, "a→f")).toBe(round);
    expect(await metres(drawing, "a→d")).toBe(1_500);
    expect(await metres(drawing, "a→g")).toBe(3_000);
    expect(await metres(drawing, "g→a")).toBe(1_000);
  });

  test("is added to those at the crossings that it goes by", async () => {
    const drawing = {
      ...parkway,
      restrictions: [
        noLeft,
        { rule: "no_right_turn", from: 2, via: "c", to: 4 },
        { rule: "no_u_turn", from: 2, via: "c", to: 2 },
      ],
    };
    // Nothing is left to who comes from a but to turn round before the crossing.
    expect(await metres(drawing, "a→f")).toBe(2_000);
    expect(await metres(drawing, "g→f")).toBe(1_500);
    expect(await metres(drawing, "g→d")).toBe(1_500 + Math.round(Math.hypot(500, 500)));
  });

  test("is nothing to who may not go that way, and unclear when there are two", async () => {
    const oneWay = { ...street, oneway: "-1" };
    const against = under(noLeft);
    const { leftOut } = await built({ ...against, ways: against.ways.with(1, ["bm", oneWay]) });
    expect(leftOut).toEqual({ island: 3 });
    const twice = await built({ ...against, ways: against.ways.with(0, ["abg", street]) });
    expect(twice.leftOut).toEqual({ "unclear-restriction": 1 });
  });

  test("that makes a trap of a map is given up", async () => {
    const letters = Array.from("abcdefghijklmnop");
    const all = letters.flatMap((one, at) =>
      letters.slice(at + 1).map((other): [string, typeof street] => [one + other, street]),
    );
    const tangle: MapDrawing = {
      points: Object.fromEntries(
        [...letters, "x", "y"].map((letter, at) => [letter, [(at % 4) * 300, Math.floor(at / 4) * 300]]),
      ),
      ways: [...all, ["xa", street], ["py", street]],
      restrictions: [{ rule: "no_left_turn", from: all.length, via: all.map((_, at) => at), to: all.length + 1 }],
    };
    expect((await built(tangle)).leftOut).toEqual({ "unclear-restriction": 1 });
  });
});

test("whatever is drawn, every place of the network can be reached from every other", async () => {
  const letters = Array.from("abcdefgh");
  const drawing = fc.record({
    points: fc.array(fc.tuple(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 3_000 })), {
      minLength: 8,
      maxLength: 8,
    }),
    ways: fc.array(
      fc.tuple(
        fc.array(fc.constantFrom(...letters), { minLength: 2, maxLength: 5 }),
        fc.constantFrom<Record<string, string>>(street, { ...street, oneway: "yes" }, { ...street, oneway: "-1" }),
      ),
      { minLength: 1, maxLength: 8 },
    ),
    restrictions: fc.array(
      fc.record({
        rule: fc.constantFrom("no_left_turn", "only_straight_on", "no_u_turn"),
        from: fc.nat(7),
        via: fc.oneof(fc.constantFrom(...letters), fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 2 })),
        to: fc.nat(7),
      }),
      { maxLength: 4 },
    ),
  });
  await fc.assert(
    fc.asyncProperty(drawing, async ({ points, ways, restrictions }) => {
      const result = await buildNetwork(
        mapOf({
          points: Object.fromEntries(points.map((point, at) => [letters[at] ?? "", point])),
          ways: ways.map(([path, tags]) => [path.join(""), tags]),
          restrictions,
        }),
        car,
      );
      if (result.kind === "no-road") return;
      const { network } = result;
      const route = router(network, { within: 10 });
      const place = (node: number) => ({ lat: (network.nodeLat[node] ?? 0) / 1e7, lon: (network.nodeLon[node] ?? 0) / 1e7 });
      const last = network.nodeLon.length - 1;
      expect(route(place(0), place(last)).kind).toBe("found");
      expect(route(place(last), place(0)).kind).toBe("found");
    }),
  );
});
