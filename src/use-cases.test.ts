import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { useCases } from "./use-cases.ts";

const declares = /\bdefineAction\(\{/g;
/** Every source that declares an action, wherever it lives. */
const files = globSync("**/*.{ts,tsx}", { cwd: import.meta.dirname, exclude: ["**/*.test.*", "**/*.fixture.*"] })
  .map((name) => ({ name, declared: readFileSync(join(import.meta.dirname, name), "utf8").match(declares)?.length ?? 0 }))
  .filter(({ declared }) => declared > 0);

const isAction = (value: unknown): value is object =>
  typeof value === "object" && value !== null && ["name", "input", "subject", "allow", "run"].every((key) => key in value);

test.each(files)("$name: each action that it declares is listed", async ({ name, declared }) => {
  const exported: unknown = await import(join(import.meta.dirname, name));
  const actions = Object.values(exported as object).filter(isAction);
  expect(actions).toHaveLength(declared);
  const listed = new Set(useCases.map(({ declaration }) => declaration));
  expect(actions.filter((action) => !listed.has(action))).toEqual([]);
});

test("each action is listed once, under a name of its own, and none is invented", () => {
  expect(new Set(useCases.map(({ name }) => name)).size).toBe(useCases.length);
  expect(files.reduce((sum, { declared }) => sum + declared, 0)).toBe(useCases.length);
});

const helpers = globSync("*/actions/*.ts", { cwd: import.meta.dirname, exclude: ["**/*.test.*", "**/*.fixture.*"] }).filter(
  (name) => files.every((file) => file.name !== name),
);
test.each(helpers)("%s helps several actions, and hides none", async (name) => {
  const exported: unknown = await import(join(import.meta.dirname, name));
  expect(Object.values(exported as object).filter(isAction)).toEqual([]);
});
