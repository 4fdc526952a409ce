// npm test: every check in order, up to the first that fails. `npm test -- unit database` runs only the ones named.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inCheckout, refuse, root } from "./checkout.mjs";
import { ensureInstalled } from "./install.mjs";
import { chooseNode, toolEnvironment } from "./runtime.mjs";

const reports = mkdtempSync(join(tmpdir(), "maillage-check-"));
process.on("exit", () => rmSync(reports, { recursive: true, force: true }));

const tool = (title, command, ...options) => ({
  title,
  command: inCheckout("node_modules", ".bin", command),
  options,
  count: undefined,
});

const vitest = (title, project) => {
  const report = join(reports, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return { ...tool(title, "vitest", "run", "--project", project, ...reporters), count: () => vitestCount(readReport(report)) };
};

const browserReport = join(reports, "browser.json");

const checks = {
  types: tool("Type check", "tsc", "--noEmit"),
  lint: tool("Lint", "eslint", "."),
  architecture: tool(
    "Architecture",
    "depcruise",
    ...["src", "packages"].filter((folder) => existsSync(inCheckout(folder))),
    "--config",
    ".dependency-cruiser.cjs",
  ),
  unused: tool("Unused code and packages", "knip"),
  format: tool("Format", "prettier", "--check", "."),
  unit: vitest("Unit tests", "unit"),
  database: vitest("Database tests", "database"),
  build: { title: "Build", command: process.execPath, options: [inCheckout("scripts", "build.mjs")], count: undefined },
  browser: {
    ...tool("Browser tests", "playwright", "test", "--reporter=line,json"),
    environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport },
    count: () => playwrightCount(readReport(browserReport)),
  },
};

/** Run when asked for by name: the comparison with published results, which are not part of the project. */
const apart = { validate: vitest("Comparison with published results", "validate") };

const asked = process.argv.slice(2);
const known = { ...checks, ...apart };
const unknown = asked.filter((name) => !(name in known));
if (unknown.length > 0) refuse(`Unknown check: ${unknown.join(", ")}. Known: ${Object.keys(known).join(", ")}.`);

ensureInstalled();
const node = chooseNode();
const total = { passed: 0, failed: 0, skipped: 0 };
let outcome = 0;
for (const name of asked.length > 0 ? asked : Object.keys(checks)) {
  outcome = await run(known[name]);
  if (outcome !== 0) break;
}
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = outcome;

async function run({ title, command, options, environment, count }) {
  process.stdout.write(`\n▸ ${title}\n`);
  const startedAt = performance.now();
  const { code, output } = await capture(command, options, toolEnvironment(node, environment));
  const counted = count?.();
  if (counted !== undefined) for (const kind of Object.keys(total)) total[kind] += counted[kind];
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  if (code === 0) {
    const tests =
      counted === undefined ? "" : `, ${counted.passed} tests passed${counted.skipped > 0 ? `, ${counted.skipped} skipped` : ""}`;
    process.stdout.write(`  ✓ ${seconds} s${tests}\n`);
    return 0;
  }
  process.stdout.write(`${output}\n  ✗ ${title}: failed after ${seconds} s\n`);
  // A check without tests, or one that broke before its tests, counts as one failure.
  if ((counted?.failed ?? 0) === 0) total.failed += 1;
  return code;
}

function capture(command, options, env) {
  return new Promise((resolve) => {
    const child = spawn(command, options, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    const stop = () => child.kill("SIGTERM");
    process.once("SIGTERM", stop);
    const chunks = [];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.stderr.on("data", (chunk) => chunks.push(chunk));
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => {
      process.off("SIGTERM", stop);
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString("utf8") });
    });
  });
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

function vitestCount(report) {
  if (report === undefined) return undefined;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report;
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

function playwrightCount(report) {
  if (report === undefined) return undefined;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected, skipped };
}
