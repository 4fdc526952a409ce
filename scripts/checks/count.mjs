import { relative } from "node:path";
import { root } from "../checkout.mjs";

const none = { passed: 0, failed: 0, skipped: 0, files: [] };

/** What a run of vitest counted, and how long each file took, in seconds; `undefined` where it left no report. */
export function vitestCount(report) {
  if (report === undefined) return undefined;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = report;
  const files = testResults.map(({ name, startTime, endTime }) => ({
    name: relative(root, name),
    seconds: (endTime - startTime) / 1000,
  }));
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests, files };
}

/** The same of a run of Playwright: a journey that passed only when tried again has failed once. */
export function playwrightCount(report) {
  if (report === undefined) return undefined;
  const { expected, unexpected, flaky, skipped } = report.stats;
  const secondsOf = ({ specs = [], suites = [] }) =>
    specs
      .flatMap(({ tests }) => tests.flatMap(({ results }) => results.map(({ duration }) => duration / 1000)))
      .concat(suites.map(secondsOf))
      .reduce((sum, each) => sum + each, 0);
  const files = report.suites.map((suite) => ({ name: `e2e/${suite.file}`, seconds: secondsOf(suite) }));
  return { ...none, passed: expected + flaky, failed: unexpected, skipped, files };
}

export const counted = (count) => count ?? none;
