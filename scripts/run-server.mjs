import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { constants } from "node:os";
import { pathToFileURL } from "node:url";
import { inCheckout, refuse } from "./checkout.mjs";
import { serverOptions } from "./runtime.mjs";

const ONE_PRESS_MS = 500;
const PARENT_CHECK_MS = 500;

/**
 * Runs the server until it ends. It lives in a session of its own, so that a Ctrl-C, which the terminal sends to everyone and
 * npm sends once more, reaches it once; and it stops by itself when this process is killed.
 */
export function runServer(node, file, options) {
  const stopWithParent = pathToFileURL(inCheckout("scripts", "stop-with-parent.mjs")).href;
  const server = spawn(node, [...serverOptions, "--import", stopWithParent, file, ...options], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    detached: true,
  });
  let lastSignalAt = -ONE_PRESS_MS;
  const forward = (signal) => {
    if (performance.now() - lastSignalAt < ONE_PRESS_MS) return;
    lastSignalAt = performance.now();
    server.kill(signal);
  };
  process.on("SIGINT", () => forward("SIGINT"));
  process.on("SIGTERM", () => forward("SIGTERM"));
  process.on("SIGHUP", () => forward("SIGTERM"));
  stopWithNpm(() => forward("SIGTERM"));
  server.on("error", (error) => refuse(`Le serveur n'a pas pu être lancé (${error.message}).`));
  server.on("exit", (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

/** Whoever kills npm (−9) means to end Maillage; between npm and this process there is often a shell, which survives. */
function stopWithNpm(stop) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const before = ancestors();
  setInterval(() => ancestors() !== before && stop(), PARENT_CHECK_MS).unref();
}

function ancestors() {
  const parent = process.ppid;
  try {
    const afterName = readFileSync(`/proc/${parent}/stat`, "utf8").replace(/^.*\) /s, "");
    return `${parent} ${afterName.split(" ")[1]}`;
  } catch {
    return String(parent);
  }
}
