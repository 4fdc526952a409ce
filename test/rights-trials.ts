import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Actor, Role } from "../src/platform/actor.ts";
import { v7 } from "../src/platform/id.ts";
import { TerritoryId } from "../src/platform/model.ts";
import type { Door } from "../src/platform/rights.ts";
import type { ListedUseCase } from "../src/platform/use-case.ts";
import { useCases } from "../src/app/use-cases.ts";
import { tryOut, type Trial } from "./trial.ts";
import { whoMay, type Line } from "./who-may.ts";
import { people, type Who, type World } from "./world.ts";

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

type Answer = "done" | "refused" | "missing";

function useCaseOf({ action }: Line): ListedUseCase {
  const found = useCases.find(({ name }) => name === action);
  if (found === undefined) throw new Error(`no use case has the name ${action}`);
  return found;
}

/** A territory is added from inside itself: nobody is there yet. */
const at = (line: Line, actor: Actor): Actor =>
  line.action === "territory.add" ? { ...actor, territory: TerritoryId.parse(v7(new Date())) } : actor;

const isName = (value: string): boolean => z.uuid().safeParse(value).success;

/** The same form sent wrong: what names a thing is kept, every other text is far too long, every other value of no use. */
function ruined(value: unknown, field = ""): unknown {
  if (value === null || value instanceof File) return value;
  if (Array.isArray(value)) return value.map((each) => ruined(each, field));
  if (typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, ruined(each, name)]));
  return typeof value === "string" && (isName(value) || field === "secret") ? value : "x".repeat(20_000);
}

const nothingWritten = { rows: 0, events: 0, files: 0 };

function expectRefusal(outcome: { readonly door: Door }, line: Line): void {
  const opens: readonly Role[] = people.filter((who) => line.expected[who] === "done").map((who) => roleOf[who]);
  const told = outcome.door.map(({ role }) => role);
  expect(told).not.toEqual([]);
  // Where it is someone's own, whoever they are, the door names who that may be.
  if (opens.length > 0) expect(opens.some((role) => told.includes(role))).toBe(true);
  // A door that is said to be open to a role without condition is open to all of that role.
  const whole = outcome.door.filter(({ said }) => said === null).map(({ role }) => role);
  for (const who of people.filter((each) => whole.includes(roleOf[each]))) expect(line.expected[who]).toBe("done");
}

function expectAnswer(trial: Trial, expected: Answer, line: Line): void {
  const { outcome, watched: _, ...wrote } = trial;
  expect(outcome, JSON.stringify(outcome)).toMatchObject({ kind: expected });
  if (expected === "done") {
    expect(wrote.rows, "a change is written").toBeGreaterThan(0);
    expect(wrote.events, "a change is told").toBeGreaterThan(0);
    return;
  }
  expect(wrote).toEqual(nothingWritten);
  if (outcome.kind === "refused") expectRefusal(outcome, line);
}

export interface Place {
  readonly world: () => World;
  readonly from: "here" | "elsewhere";
  readonly expectedOf: (line: Line, who: Who) => Answer;
  /** What must be true after each trial that was really made. */
  readonly after?: (trial: Trial) => void;
}

/**
 * Tries each line of the table as each person. What may be done is done, and one refusal and one absence of each line are really tried: their changes
 * are counted and taken back. The other answers are decided as a use case decides them, on the subject that is found, without the rest of it.
 */
export function tryEachLine({ world, from, expectedOf, after }: Place): void {
  const attempt = async (line: Line, who: Who): Promise<void> => {
    const { runtime, here, [from]: place } = world();
    const actor = at(line, place.actors[who]);
    const raw = line.sample(here, who);
    const trial = await tryOut({ runtime, watch: here.territory, useCase: useCaseOf(line), actor, raw });
    expectAnswer(trial, expectedOf(line, who), line);
    after?.(trial);
  };
  const judge = async (line: Line, who: Who): Promise<void> => {
    const { runtime, here, [from]: place } = world();
    const actor = at(line, place.actors[who]);
    const judged = await runtime.database.inTerritory(actor.territory, (tx) =>
      useCaseOf(line).judge(tx, runtime.clock.now(), actor, line.sample(here, who)),
    );
    // What only the change itself finds out is tried whole.
    if (judged.kind === "allowed" || judged.kind === "unnamed") return attempt(line, who);
    expect(judged.kind, who).toBe(expectedOf(line, who));
    if (judged.kind === "refused") expectRefusal(judged, line);
  };
  describe.each(whoMay.map((line) => ({ name: line.name, line })))("$name", ({ line }) => {
    const really = people.filter((who, index) => {
      const expected = expectedOf(line, who);
      return expected === "done" || people.findIndex((each) => expectedOf(line, each) === expected) === index;
    });
    test.each(really.map((who) => ({ who, expected: expectedOf(line, who) })))("$who: $expected", ({ who }) =>
      attempt(line, who),
    );
    test("a wrong form is answered as a right one, to who may not send it; an empty one tells nothing to a role that never may", async () => {
      const { runtime, here, [from]: place } = world();
      const useCase = useCaseOf(line);
      for (const who of people.filter((each) => expectedOf(line, each) !== "done")) {
        const actor = at(line, place.actors[who]);
        const right = line.sample(here, who);
        const judged = await runtime.database.inTerritory(actor.territory, (tx) =>
          useCase.judge(tx, runtime.clock.now(), actor, right),
        );
        if (judged.kind === "refused" || judged.kind === "missing")
          expect(await useCase.perform(runtime, actor, ruined(right)), who).toMatchObject({ kind: judged.kind });
        if (useCase.right.grants.every(({ role }) => role !== actor.role))
          expect((await useCase.perform(runtime, actor, {})).kind, who).toMatch(/^(?:refused|missing)$/);
      }
    });
    const others = people.filter((who) => !really.includes(who));
    if (others.length > 0)
      test(`the others, decided: ${others.join(", ")}`, async () => {
        for (const who of others) await judge(line, who);
      });
  });
}
