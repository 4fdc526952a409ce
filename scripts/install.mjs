import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter } from "node:path";
import { inCheckout, refuse, root } from "./checkout.mjs";

const lockFile = inCheckout("package-lock.json");
const stampFile = inCheckout("node_modules", ".maillage-lock-hash");

/** Installs the libraries when node_modules is not the one that package-lock.json describes. */
export function ensureInstalled() {
  const lock = readFileSync(lockFile);
  const hash = createHash("sha256").update(lock).digest("hex");
  if (readOr(stampFile, "") === hash) return;
  if (!matchesLock(JSON.parse(lock.toString("utf8")))) install();
  try {
    writeFileSync(stampFile, hash);
  } catch {
    // Installed by another account: the comparison is made again at the next start.
  }
}

function install() {
  process.stdout.write("Installation des bibliothèques…\n");
  const npm = spawnSync("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    env: { ...process.env, PATH: systemPath() },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === "win32",
  });
  if (npm.status === 0) return;
  process.stderr.write(`${npm.stdout ?? ""}${npm.stderr ?? ""}`);
  refuse(
    npm.error === undefined
      ? "L'installation des bibliothèques a échoué (le message de npm est ci-dessus)\u202f: vérifiez l'accès au réseau, puis relancez la commande."
      : `npm n'a pas pu être lancé (${npm.error.message})\u202f: installez Node avec npm (https://nodejs.org), puis relancez la commande.`,
  );
}

/** Installing removes the Node that is inside of node_modules: npm must run on the system's own. */
function systemPath() {
  const parts = (process.env.PATH ?? "").split(delimiter);
  return parts.filter((part) => !part.includes("node_modules")).join(delimiter);
}

/** After a `npm ci` typed by hand: npm notes what it has installed; only parts made for other computers may be missing. */
function matchesLock(lock) {
  const installed = JSON.parse(readOr(inCheckout("node_modules", ".package-lock.json"), "null"));
  if (installed === null) return false;
  const wanted = Object.entries(lock.packages).filter(([path]) => path !== "");
  const whole = wanted.every(([path, { version, optional }]) => {
    const found = installed.packages[path];
    return found === undefined ? optional === true && !existsSync(inCheckout(path)) : found.version === version;
  });
  return whole && Object.keys(installed.packages).every((path) => path in lock.packages);
}

function readOr(path, otherwise) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return otherwise;
  }
}
