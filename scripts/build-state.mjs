import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { inCheckout, refuse, root } from "./checkout.mjs";

/** What the build reads: a change of any of these makes dist/ old. */
const sources = ["src", "packages", "public", "package-lock.json", "tsconfig.json", "vite.config.ts", "scripts/build.mjs"];
const notBuilt = /(\.test\.tsx?|\.fixture\.tsx?|\.md)$|(^|\/)(node_modules|fixtures)\//;
const stampFile = inCheckout("dist", ".sources");

/** Builds when dist/ is not the build of these sources. */
export function ensureBuilt(node) {
  if (isBuilt()) return;
  process.stdout.write("Construction…\n");
  const build = spawnSync(node, [inCheckout("scripts", "build.mjs")], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (build.status === 0) return;
  process.stderr.write(`${build.stdout ?? ""}${build.stderr ?? ""}`);
  refuse(
    "La construction a échoué (le message est ci-dessus)\u202f: rétablissez les fichiers modifiés, ou signalez cette erreur.",
  );
}

function isBuilt() {
  try {
    return readFileSync(stampFile, "utf8") === fingerprint();
  } catch {
    return false;
  }
}

export function markBuilt(print) {
  writeFileSync(stampFile, print);
}

/** Names, sizes and dates of the sources: a few milliseconds, where reading them would take a hundred. */
export function fingerprint() {
  const hash = createHash("sha256");
  for (const source of sources) {
    const path = inCheckout(source);
    if (!existsSync(path)) continue;
    const names = statSync(path).isDirectory() ? readdirSync(path, { recursive: true }).sort() : [""];
    for (const name of names) {
      if (notBuilt.test(name)) continue;
      const found = statSync(inCheckout(source, name), { throwIfNoEntry: false });
      if (found?.isFile()) hash.update(`${source}/${name}\0${found.size}\0${found.mtimeMs}\n`);
    }
  }
  return hash.digest("hex");
}
