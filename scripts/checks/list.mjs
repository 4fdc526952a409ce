import { readFileSync } from "node:fs";
import { join } from "node:path";
import { playwrightCount, vitestCount } from "./count.mjs";

/**
 * Every check by its name: what is run, and how its tests are counted once it has ended.
 * `inCheckout` gives a path of this installation, `reports` is a folder for what the runners write.
 */
export function checksOf(inCheckout, reports) {
  const bin = (command) => inCheckout("node_modules", ".bin", command);
  const tool = (title, command, ...options) => ({ title, command: bin(command), options });
  // The Node of this installation, which stands first in the path of the checks: that of npm test may be older, before the first install.
  const script = (title, ...path) => ({ title, command: "node", options: path });
  const vitest = (title, project) => {
    const report = join(reports, `${project}.json`);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    return {
      ...tool(title, "vitest", "run", "--project", project, ...reporters),
      count: () => vitestCount(readReport(report)),
    };
  };
  const debian = (title, project) => {
    const report = join(reports, `debian-${project}.json`);
    return {
      ...script(title, inCheckout("scripts", "checks", "debian.mjs"), "--project", project),
      environment: { MAILLAGE_TEST_REPORT: report },
      count: () => vitestCount(readReport(report)),
    };
  };
  const playwright = (title, ...projects) => {
    const report = join(reports, `${projects.join("-")}.json`);
    return {
      ...tool(title, "playwright", "test", "--reporter=line,json", ...projects.map((name) => `--project=${name}`)),
      environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
      count: () => playwrightCount(readReport(report)),
    };
  };
  return {
    // The native compiler answers in a quarter of the time; the linters that need the compiler's interface keep the other one.
    types: script("Type check", inCheckout("node_modules", "typescript-native", "bin", "tsc"), "--noEmit"),
    lint: tool("Lint", "oxlint", "--deny-warnings"),
    eslint: tool("Lint, whole", "eslint", "."),
    architecture: script("Architecture", inCheckout("scripts", "checks", "architecture.mjs")),
    unused: tool("Unused code and packages", "knip"),
    format: tool("Format", "prettier", "--check", "."),
    unit: vitest("Unit tests", "unit"),
    database: vitest("Database tests", "database"),
    // What could differ from one PostgreSQL to another: its start, migrations, policies, names, archives. All of them when deep.
    elsewhere: debian("Database tests that could differ, on Debian’s PostgreSQL", "elsewhere"),
    debian: debian("Database tests, all on Debian’s PostgreSQL", "database"),
    build: script("Build", inCheckout("scripts", "build.mjs")),
    browser: playwright("Browser tests", "desk", "phone-without-script"),
    "browser-whole": playwright(
      "Browser tests, each of the four browsers",
      "desk",
      "phone",
      "desk-without-script",
      "phone-without-script",
    ),
    /** The comparison with published results, which are not part of the project. */
    validate: vitest("Comparison with published results", "validate"),
  };
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}
