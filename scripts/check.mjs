// npm test: every check, up to the first that fails. `npm test -- unit database` runs only the ones named;
// `npm test -- deep` runs the whole matrix, with new seeds, and says how to run it again with the same ones.
import { randomInt } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inCheckout, refuse } from "./checkout.mjs";
import { checksOf } from "./checks/list.mjs";
import { runCheck } from "./checks/run.mjs";
import { sayTotal, slowest } from "./checks/said.mjs";
import { ensureInstalled } from "./install.mjs";
import { chooseNode } from "./runtime.mjs";

const reports = mkdtempSync(join(tmpdir(), "maillage-check-"));
process.on("exit", () => rmSync(reports, { recursive: true, force: true }));

const checks = checksOf(inCheckout, reports);
/** Checks of one stage run side by side, two at a time: each takes about one processor. */
const stages = {
  gate: [["lint", "types", "format", "architecture", "unused", "build"], ["unit"], ["database"], ["browser"]],
  deep: [
    ["lint", "types", "format", "architecture", "unused", "build"],
    ["eslint"],
    ["unit"],
    ["database"],
    ["debian"],
    ["browser-whole"],
  ],
};

const asked = process.argv.slice(2);
const isDeep = asked.length === 1 && asked[0] === "deep";
const unknown = isDeep ? [] : asked.filter((name) => !(name in checks));
if (unknown.length > 0)
  refuse(`Unknown check: ${unknown.join(", ")}. Known: ${Object.keys(checks).join(", ")}, or deep for all of them.`);

ensureInstalled();
const node = chooseNode();
// What is drawn by chance comes from one number: fixed at the gate, new when deep, given to run it again.
const seed = process.env.MAILLAGE_TEST_SEED ?? String(isDeep ? randomInt(2 ** 31) : 20_261_201);
const environment = { MAILLAGE_TEST_SEED: seed, ...(isDeep ? { MAILLAGE_TEST_DEEP: "on" } : {}) };
const startedAt = performance.now();
const total = { passed: 0, failed: 0, skipped: 0 };
const files = [];
let outcome = 0;
for (const stage of isDeep ? stages.deep : asked.length > 0 ? asked.map((name) => [name]) : stages.gate) {
  outcome = await runStage(stage);
  if (outcome !== 0) break;
}
process.stdout.write(slowest(files));
if (isDeep) process.stdout.write(`\nTo run it again with the same seeds: MAILLAGE_TEST_SEED=${seed} npm test -- deep\n`);
process.stdout.write(sayTotal(total, (performance.now() - startedAt) / 1000));
process.exitCode = outcome;

/** Two at a time; the first that fails is what the stage says, once those under way have ended. */
async function runStage(names) {
  const waiting = [...names];
  let worst = 0;
  const work = async () => {
    for (let name = waiting.shift(); name !== undefined && worst === 0; name = waiting.shift()) {
      const { code, counted } = await runCheck(checks[name], node, environment);
      for (const kind of Object.keys(total)) total[kind] += counted[kind];
      files.push(...counted.files);
      if (code !== 0) worst = code;
    }
  };
  await Promise.all([work(), work()]);
  return worst;
}
