import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { delimiter, dirname } from "node:path";
import { inCheckout, refuse } from "./checkout.mjs";

const OLDEST = [22, 17];

/** The Node that npm installed with the libraries where it exists for this computer, else ours when it is recent enough. */
export function chooseNode() {
  const pinned = pinnedNode();
  if (pinned !== undefined) return pinned;
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return process.execPath;
  return refuse(
    `Maillage demande Node ${OLDEST.join(".")} ou une version plus récente, et celle-ci est la ${process.versions.node}\u202f: ` +
      `installez Node 24 (https://nodejs.org), puis relancez la commande.`,
  );
}

/**
 * How Node runs the server. Left to itself V8 collects when the heap is three or four times what is alive in it: reading a feed of 500,000 services
 * then takes 500 MB, of which 120 are alive.
 */
export const serverOptions = ["--disable-warning=ExperimentalWarning", "--heap-growing-percent=50"];

/** The environment in which `node`, and the tools of node_modules, are the ones of this checkout. */
export function toolEnvironment(node, extra = {}) {
  const path = [dirname(node), inCheckout("node_modules", ".bin"), process.env.PATH ?? ""].join(delimiter);
  return { ...process.env, PATH: path, ...extra };
}

function pinnedNode() {
  const path = inCheckout("node_modules", `node-${process.platform}-${process.arch}`, "bin", "node");
  try {
    if (realpathSync(path) === realpathSync(process.execPath)) return path;
  } catch {
    return undefined;
  }
  // It may be there and not run: another C library (Alpine), a disk that forbids programs.
  return spawnSync(path, ["--version"], { stdio: "ignore" }).status === 0 ? path : undefined;
}
