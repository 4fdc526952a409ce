import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor, Role } from "../src/platform/actor.ts";
import { v7 } from "../src/platform/id.ts";
import { TerritoryId } from "../src/platform/model.ts";
import { useCases } from "../src/app/use-cases.ts";
import { wings } from "../src/app/wings.ts";
import { contentOf, tryOut, type Trial } from "./trial.ts";
import { fixturePaths, whoMay, type Line } from "./who-may.ts";
import { makeWorld, people, type Who, type World } from "./world.ts";

const roleOf = {
  operator: "operator",
  coordinator: "coordinator",
  lead: "party",
  partner: "party",
  elected: "elected",
  entrusted: "contributor",
  contributor: "contributor",
  reader: "reader",
  visitor: "public",
} as const satisfies Record<Who, Role>;

let world: World;
let untouched: string;
beforeAll(async () => {
  world = await makeWorld();
  const { database } = world.runtime;
  untouched = await database.inTerritory(world.here.territory, (tx) => contentOf(tx, world.here.territory));
});
afterAll(() => world.close());

/** Someone of one of the two territories tries what the line says on what is here. */
async function attempt(line: Line, who: Who, from: "here" | "elsewhere"): Promise<Trial> {
  const useCase = useCases.find(({ name }) => name === line.action);
  if (useCase === undefined) throw new Error(`no use case has the name ${line.action}`);
  const actor = at(line, world[from].actors[who]);
  return tryOut({ runtime: world.runtime, watch: world.here.territory, useCase, actor, raw: line.sample(world.here, who) });
}

/** A territory is added from inside itself: nobody is there yet. */
const at = (line: Line, actor: Actor): Actor =>
  line.action === "territory.add" ? { ...actor, territory: TerritoryId.parse(v7(new Date())) } : actor;

const nothingWritten = { rows: 0, events: 0, files: 0 };

function expectRefusal({ outcome }: Trial, line: Line): void {
  if (outcome.kind !== "refused") throw new Error(`not refused: ${outcome.kind}`);
  const opens: readonly Role[] = people.filter((who) => line.expected[who] === "done").map((who) => roleOf[who]);
  const told = outcome.door.map(({ role }) => role);
  expect(told).not.toEqual([]);
  // Where it is someone's own, whoever they are, the door names who that may be.
  if (opens.length > 0) expect(opens.some((role) => told.includes(role))).toBe(true);
  // A door that is said to be open to a role without condition is open to all of that role.
  const whole = outcome.door.filter(({ said }) => said === null).map(({ role }) => role);
  for (const who of people.filter((each) => whole.includes(roleOf[each]))) expect(line.expected[who]).toBe("done");
}

function expectAnswer(trial: Trial, expected: "done" | "refused" | "missing", line: Line): void {
  const { outcome, watched: _, ...wrote } = trial;
  expect(outcome, JSON.stringify(outcome)).toMatchObject({ kind: expected });
  if (expected === "done") {
    expect(wrote.rows, "a change is written").toBeGreaterThan(0);
    expect(wrote.events, "a change is told").toBeGreaterThan(0);
    return;
  }
  expect(wrote).toEqual(nothingWritten);
  if (expected === "refused") expectRefusal(trial, line);
}

const cases = whoMay.flatMap((line) => people.map((who) => ({ line, who, name: line.name })));

describe("in their own territory", () => {
  const ours = cases.map((each) => ({ ...each, expected: each.line.expected[each.who] }));
  test.each(ours)("$name, $who: $expected", async ({ line, who, expected }) => {
    expectAnswer(await attempt(line, who, "here"), expected, line);
  });
});

describe("from another territory, with the same identifiers", () => {
  const expectedOf = ({ elsewhere, expected }: Line, who: Who) =>
    elsewhere === "404" || (elsewhere === "empty" && expected[who] === "done")
      ? "missing"
      : elsewhere === "no"
        ? "refused"
        : expected[who];
  const theirs = cases.map((each) => ({ ...each, expected: expectedOf(each.line, each.who) }));
  test.each(theirs)("$name, $who of another territory: $expected", async ({ line, who, expected }) => {
    const trial = await attempt(line, who, "elsewhere");
    expectAnswer(trial, expected, line);
    expect(trial.watched ?? untouched, "nothing changes here").toBe(untouched);
  });
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
    expect(2 * cases.length).toBeGreaterThan(300);
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
