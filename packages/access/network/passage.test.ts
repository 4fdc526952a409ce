import { describe, expect, test } from "vitest";
import { blocks, passage } from "./passage.ts";
import type { Profile } from "./profile.ts";
import { bike } from "./profiles/bike.ts";
import { car } from "./profiles/car.ts";
import { foot } from "./profiles/foot.ts";
import { crossingSeconds, speedLimit } from "./speed-limit.ts";

type Drawn = Readonly<Record<string, string>>;
const of = (profile: Profile, tags: Drawn) => passage(profile, new Map(Object.entries(tags)));
const road = (forward: number, backward = forward) => ({ kind: "road", forward, backward });
const leftOut = (reason: string) => ({ kind: "left-out", reason });
const speed = ({ speeds }: Profile, highway: string): number => speeds[highway] ?? Number.NaN;

describe("a limit of speed", () => {
  test.each([
    ["50", 50],
    ["50 km/h", 50],
    ["30 mph", 48.280_32],
    ["30mph", 48.280_32],
    ["10 knots", 18.52],
    ["walk", 7],
    ["FR:urban", 50],
    ["FR:rural", 80],
    ["FR:30", 30],
    ["FR:zone30", 30],
    ["BE:zone20", 20],
    ["50;70", 50],
    ["none", undefined],
    ["signals", undefined],
    ["0", undefined],
    ["-20", undefined],
    ["50 leagues", undefined],
    ["constructor", undefined],
    ["", undefined],
  ])("of %j is %j km/h", (value, limit) => {
    const read = speedLimit(value, car.limits.kind === "followed" ? car.limits.zones : {});
    if (limit === undefined) expect(read).toBeUndefined();
    else expect(read).toBeCloseTo(limit, 9);
  });
});

test.each([
  ["20", 1_200],
  ["1:30", 5_400],
  ["00:20:30", 1_230],
  ["PT1H5M", 3_900],
  ["PT45S", 45],
  ["soon", undefined],
  ["PT", undefined],
  ["0", undefined],
])("a crossing of %j lasts %j seconds", (value, seconds) => {
  expect(crossingSeconds(value)).toBe(seconds);
});

describe("by car, a road", () => {
  test.each([
    ["with no sign goes at the speed of its class", { highway: "tertiary" }, road(speed(car, "tertiary"))],
    ["with a limit goes at nine tenths of it", { highway: "tertiary", maxspeed: "70" }, road(63)],
    ["that is a lane is only slowed by its limit", { highway: "unclassified", maxspeed: "80" }, road(speed(car, "unclassified"))],
    ["with a limit one way", { highway: "secondary", "maxspeed:backward": "30" }, road(speed(car, "secondary"), 27)],
    ["in a zone of 30", { highway: "residential", "zone:maxspeed": "FR:30" }, road(27)],
    ["of a surface is slowed by it", { highway: "unclassified", surface: "gravel" }, road(25)],
    ["that nobody can drive", { highway: "track", smoothness: "impassable" }, leftOut("surface")],
    ["one-way", { highway: "residential", oneway: "yes" }, road(30, 0)],
    ["one-way, the other way", { highway: "residential", oneway: "-1" }, road(0, 30)],
    ["round a roundabout", { highway: "residential", junction: "roundabout" }, road(30, 0)],
    ["round a roundabout that says both ways", { highway: "residential", junction: "roundabout", oneway: "no" }, road(30)],
    ["whose direction changes with the hour", { highway: "residential", oneway: "reversible" }, leftOut("reversible")],
    ["on a motorway", { highway: "motorway" }, road(110, 0)],
    ["that is private", { highway: "service", access: "private" }, leftOut("access")],
    ["of farmers", { highway: "track", motor_vehicle: "agricultural" }, leftOut("access")],
    ["of foresters, open to cars", { highway: "track", access: "forestry", motorcar: "yes" }, road(10)],
    ["of those who live there", { highway: "residential", access: "destination" }, road(30)],
    ["of walkers", { highway: "footway" }, leftOut("class")],
    ["of walkers, open to all: not to cars", { highway: "footway", access: "yes" }, leftOut("class")],
    ["of walkers, with a sign for cars", { highway: "pedestrian", motor_vehicle: "yes" }, road(10)],
    ["not yet built", { highway: "construction" }, leftOut("class")],
    ["with a name of no meaning", { highway: "constructor" }, leftOut("class")],
    ["drawn as an area", { highway: "service", area: "yes" }, leftOut("area")],
    ["that is a river", { waterway: "river" }, { kind: "no-road" }],
    ["that is a ferry for walkers", { route: "ferry" }, leftOut("access")],
    ["that is a ferry for cars", { route: "ferry", motor_vehicle: "yes", duration: "20" }, { kind: "crossing", seconds: 1_200 }],
  ])("%s", (_, tags: Drawn, is) => {
    expect(of(car, tags)).toEqual(is);
  });
});

describe("on foot, a road", () => {
  test.each([
    ["one-way is both ways", { highway: "residential", oneway: "yes" }, road(5)],
    ["a path of mountaineers is slower", { highway: "path", sac_scale: "mountain_hiking" }, road(3.5)],
    ["where hands are needed", { highway: "path", sac_scale: "alpine_hiking" }, leftOut("surface")],
    ["an expressway", { highway: "trunk", motorroad: "yes" }, leftOut("surface")],
    ["a motorway", { highway: "motorway" }, leftOut("class")],
    ["of farmers", { highway: "track", motor_vehicle: "agricultural" }, road(5)],
    ["round a square", { highway: "pedestrian", area: "yes" }, road(5)],
    ["a tunnel of a main road", { highway: "primary", tunnel: "yes" }, leftOut("tunnel")],
    ["a tunnel with a sidewalk", { highway: "primary", tunnel: "yes", sidewalk: "right" }, road(5)],
    ["an underpass of walkers", { highway: "footway", tunnel: "yes" }, road(5)],
    ["a ferry", { route: "ferry" }, road(8)],
  ])("%s", (_, tags: Drawn, is) => {
    expect(of(foot, tags)).toEqual(is);
  });
});

describe("by bicycle, a road", () => {
  test.each([
    ["one-way, but for bicycles", { highway: "residential", oneway: "yes", "oneway:bicycle": "no" }, road(17)],
    ["one-way, with a lane against", { highway: "residential", oneway: "yes", cycleway: "opposite_lane" }, road(17)],
    ["one-way", { highway: "residential", oneway: "yes" }, road(17, 0)],
    ["beside a cycle track that must be used", { highway: "primary", bicycle: "use_sidepath" }, leftOut("access")],
    ["on which one gets off", { highway: "path", bicycle: "dismount" }, road(5)],
    ["of walkers, where bicycles are welcome", { highway: "footway", bicycle: "yes" }, road(14)],
  ])("%s", (_, tags: Drawn, is) => {
    expect(of(bike, tags)).toEqual(is);
  });
});

describe("a barrier", () => {
  const stops = (profile: Profile, tags: Drawn): boolean => blocks(profile, new Map(Object.entries(tags)));
  test("stops whom it is made for", () => {
    expect(stops(car, { barrier: "bollard" })).toBe(true);
    expect(stops(bike, { barrier: "bollard" })).toBe(false);
    expect(stops(foot, { barrier: "stile" })).toBe(false);
    expect(stops(foot, { barrier: "wall" })).toBe(true);
  });
  test("lets through whom its sign names, and stops whom it forbids", () => {
    expect(stops(car, { barrier: "bollard", motor_vehicle: "yes" })).toBe(false);
    expect(stops(car, { barrier: "gate" })).toBe(false);
    expect(stops(car, { barrier: "gate", access: "private" })).toBe(true);
    expect(stops(foot, { barrier: "gate", access: "private", foot: "yes" })).toBe(false);
  });
  test("is none where nothing is", () => {
    expect(stops(car, { highway: "crossing", access: "no" })).toBe(false);
  });
});
