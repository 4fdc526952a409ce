import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { useCases } from "./use-cases.ts";

const source = join(import.meta.dirname, "..");
const declares = /\bdefineUseCase\(\{/g;
/** Every source that declares a use case, wherever it lives. */
const files = globSync("**/*.{ts,tsx}", { cwd: source, exclude: ["**/*.test.*", "**/*.fixture.*"] })
  .map((name) => ({ name, declared: readFileSync(join(source, name), "utf8").match(declares)?.length ?? 0 }))
  .filter(({ declared }) => declared > 0);

const isUseCase = (value: unknown): value is object =>
  typeof value === "object" && value !== null && ["name", "input", "subject", "allow", "run"].every((key) => key in value);

test.each(files)("$name: each use case that it declares is listed", async ({ name, declared }) => {
  const exported: unknown = await import(join(source, name));
  const found = Object.values(exported as object).filter(isUseCase);
  expect(found).toHaveLength(declared);
  const listed = new Set(useCases.map(({ declaration }) => declaration));
  expect(found.filter((each) => !listed.has(each))).toEqual([]);
});

test("each use case is listed once, under a name of its own, and none is invented", () => {
  expect(new Set(useCases.map(({ name }) => name)).size).toBe(useCases.length);
  expect(files.reduce((sum, { declared }) => sum + declared, 0)).toBe(useCases.length);
});

const helpers = globSync("**/use-cases/*.ts", { cwd: source, exclude: ["**/*.test.*", "**/*.fixture.*"] }).filter((name) =>
  files.every((file) => file.name !== name),
);
test.each(helpers)("%s helps several use cases, and hides none", async (name) => {
  const exported: unknown = await import(join(source, name));
  expect(Object.values(exported as object).filter(isUseCase)).toEqual([]);
});
