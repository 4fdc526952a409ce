import { spawn } from "node:child_process";
import { root } from "../checkout.mjs";
import { toolEnvironment } from "../runtime.mjs";
import { counted as orNone } from "./count.mjs";

/** Runs one check, says how it went in one line, and shows what it printed only when it failed. */
export async function runCheck({ title, command, options, environment = {}, count }, node, shared) {
  const startedAt = performance.now();
  const { code, output } = await capture(command, options, toolEnvironment(node, { ...shared, ...environment }));
  const found = count?.();
  const counted = { ...orNone(found) };
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  if (code === 0) {
    const skipped = counted.skipped > 0 ? `, ${counted.skipped} skipped` : "";
    const tests = found === undefined ? "" : `, ${counted.passed} tests passed${skipped}`;
    process.stdout.write(`▸ ${title}: ✓ ${seconds} s${tests}\n`);
    return { code, counted };
  }
  process.stdout.write(`\n▸ ${title}\n${output}\n  ✗ ${title}: failed after ${seconds} s\n`);
  // A check without tests, or one that broke before its tests, counts as one failure.
  if (counted.failed === 0) counted.failed = 1;
  return { code, counted };
}

function capture(command, options, env) {
  return new Promise((resolve) => {
    // In a group of its own, that ends as a whole.
    const child = spawn(command, options, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
    const guard = child.pid === undefined ? undefined : guardOf(child.pid);
    const stop = () => process.kill(-child.pid, "SIGTERM");
    process.once("SIGTERM", stop);
    const chunks = [];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.stderr.on("data", (chunk) => chunks.push(chunk));
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => {
      guard?.kill();
      process.off("SIGTERM", stop);
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString("utf8") });
    });
  });
}

/** Ends the group when this process dies, however it dies: the system then closes what the guard reads. */
const guardOf = (group) =>
  spawn("sh", ["-c", 'cat; kill -s TERM -- "-$0"', String(group)], { stdio: ["pipe", "ignore", "ignore"], detached: true });
