import "./test/clock.ts";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/longest-first.ts";

// Kinds of tests, told apart by their name: `*.test.ts` is pure, `*.db.test.ts` runs on a real PostgreSQL,
// `*.validate.test.ts` compares with published results (npm run validate), and the browser's journeys live in e2e/ under Playwright.
const onDatabase = (name: string, include: string[]) => ({
  extends: true as const,
  test: {
    name,
    include,
    globalSetup: ["test/database-server.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    // Both processors of the machines that check, and of most others.
    maxWorkers: 2,
    // The code is loaded once a worker, not once a file: it holds no state of its own, but what is the same for all (formats, compiled texts).
    isolate: false,
    // The longest first, so that the last of two workers does not end alone.
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["src/**/*.test.{ts,tsx}", "packages/**/*.test.ts"],
          exclude: ["**/*.db.test.*", "**/*.validate.test.*", "**/node_modules/**"],
          // Properties try thousands of cases: that a busy machine takes its time is no fault of theirs.
          testTimeout: 60_000,
        },
      },
      { extends: true, test: { name: "validate", include: ["{src,packages}/**/*.validate.test.ts"], testTimeout: 120_000 } },
      onDatabase("database", ["src/**/*.db.test.{ts,tsx}", "test/**/*.db.test.{ts,tsx}"]),
      // What could differ from one PostgreSQL to another. The others are run on each of them by `npm test -- deep`.
      onDatabase("elsewhere", [
        "src/platform/**/*.db.test.ts",
        "test/{backup,database,foreign-names,isolation}.db.test.ts",
        "src/wings/*/*/store.db.test.ts",
      ]),
    ],
    setupFiles: ["test/chance.ts"],
  },
});
