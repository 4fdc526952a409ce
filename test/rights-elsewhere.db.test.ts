import { afterAll, beforeAll, describe, expect } from "vitest";
import { tryEachLine } from "./rights-trials.ts";
import { contentOf } from "./trial.ts";
import { makeWorld, type World } from "./world.ts";

let world: World;
let untouched: string;
beforeAll(async () => {
  world = await makeWorld();
  const { database } = world.runtime;
  untouched = await database.inTerritory(world.here.territory, (tx) => contentOf(tx, world.here.territory));
});
afterAll(() => world.close());

describe("from another territory, with the same identifiers", () => {
  tryEachLine({
    world: () => world,
    from: "elsewhere",
    expectedOf: ({ elsewhere, expected }, who) => {
      if (elsewhere === "404" || (elsewhere === "empty" && expected[who] === "done")) return "missing";
      return elsewhere === "no" ? "refused" : expected[who];
    },
    after: ({ watched }) => expect(watched ?? untouched, "nothing changes here").toBe(untouched),
  });
});
