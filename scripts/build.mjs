// npm run build: what browsers receive (dist/client), then what the server and the command line run (dist/server, dist/cli).
import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { fingerprint, markBuilt } from "./build-state.mjs";
import { inCheckout, refuse, root } from "./checkout.mjs";
import { ensureInstalled } from "./install.mjs";
import { chooseNode, toolEnvironment } from "./runtime.mjs";

ensureInstalled();
const node = chooseNode();
// Taken first: a source that changes meanwhile makes this build old.
const print = fingerprint();
rmSync(inCheckout("dist"), { recursive: true, force: true });
for (const options of [[], ["--ssr"]]) {
  const vite = spawnSync(
    node,
    [inCheckout("node_modules", "vite", "bin", "vite.js"), "build", "--logLevel", "warn", ...options],
    {
      cwd: root,
      env: toolEnvironment(node, { NODE_ENV: "production" }),
      stdio: "inherit",
    },
  );
  if (vite.status !== 0) process.exit(vite.status ?? 1);
}
for (const made of ["server/server.js", "cli/maillage.js"]) {
  if (!existsSync(inCheckout("dist", made))) refuse(`La construction n'a pas produit dist/${made}.`);
}
markBuilt(print);
