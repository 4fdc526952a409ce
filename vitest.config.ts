import "./test/clock.ts";
import { defineConfig } from "vitest/config";

// Kinds of tests, told apart by their name: `*.test.ts` is pure, `*.db.test.ts` runs on a real PostgreSQL,
// `*.validate.test.ts` compares with published results (npm run validate), and the browser's journeys live in e2e/ under Playwright.
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
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
      {
        extends: true,
        test: {
          name: "database",
          include: ["src/**/*.db.test.{ts,tsx}", "test/**/*.db.test.{ts,tsx}"],
          globalSetup: ["test/database-server.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
    setupFiles: ["test/chance.ts"],
  },
});
