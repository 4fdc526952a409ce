import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { wings } from "../src/app/wings.ts";
import { tryEachLine } from "./rights-trials.ts";
import { fixturePaths, whoMay } from "./who-may.ts";
import { makeWorld, people, type Who, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

describe("in their own territory", () => {
  tryEachLine({ world: () => world, from: "here", expectedOf: ({ expected }, who) => expected[who] });
});

describe("the table is whole", () => {
  test.each(wings)("$name has a line for each of its use cases, and for none of another wing", (wing) => {
    const actions = new Set(whoMay.filter((line) => line.wing === wing.name).map(({ action }) => action));
    expect([...actions].toSorted()).toEqual(wing.useCases.map(({ name }) => name).toSorted());
  });

  test("the lines of a wing stand in one place, and each line has a name of its own", () => {
    expect(fixturePaths).toHaveLength(wings.length);
    expect(new Set(whoMay.map(({ name }) => name)).size).toBe(whoMay.length);
  });

  test("it makes more than three hundred cases", () => {
    expect(2 * whoMay.length * people.length).toBeGreaterThan(300);
  });

  test("a visitor proposes, asks, and answers for the card whose link they hold; whoever only reads adds to that what is their own", () => {
    const changedBy = (who: Who) => whoMay.filter(({ expected }) => expected[who] === "done").map(({ name }) => name);
    const byAnyone = [
      "directory.propose-change / published",
      "directory.ask-question",
      "directory.confirm-card / with its link",
      "directory.correct-card / with its link",
    ];
    expect(changedBy("visitor")).toEqual(byAnyone);
    expect(changedBy("reader").filter((name) => !byAnyone.includes(name))).toEqual([
      "territory.accept-invitation / to themselves",
      "plan.save-view",
      "plan.delete-view / their own",
    ]);
  });
});
