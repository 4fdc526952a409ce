#!/usr/bin/env node
// npx maillage …: the command line, on the same Node as the server.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { ensureBuilt } from "./build-state.mjs";
import { inCheckout } from "./checkout.mjs";
import { ensureInstalled } from "./install.mjs";
import { chooseNode } from "./runtime.mjs";

ensureInstalled();
const node = chooseNode();
const [first, ...others] = process.argv.slice(2);
const command = spawn(node, commandLine(), { stdio: "inherit" });
// The terminal sends Ctrl-C to both: the command decides, and this process says how it ended.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => command.kill("SIGTERM"));
command.on("exit", (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));

/** The libraries of packages/ have a command line of their own, that needs nothing built: Node reads TypeScript as it is. */
function commandLine() {
  if (first === "access" || first === "opinion") return [inCheckout("packages", first, "cli", "main.ts"), ...others];
  ensureBuilt(node);
  return ["--disable-warning=ExperimentalWarning", inCheckout("dist", "cli", "maillage.js"), ...process.argv.slice(2)];
}
