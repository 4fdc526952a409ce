// npm run bench -- pages: measures one thing, on the build, with the Node of this checkout.
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { ensureBuilt } from "./build-state.mjs";
import { inCheckout, refuse, root } from "./checkout.mjs";
import { ensureInstalled } from "./install.mjs";
import { chooseNode, serverOptions, toolEnvironment } from "./runtime.mjs";

const measures = readdirSync(inCheckout("bench"))
  .filter((name) => name.endsWith(".bench.ts"))
  .map((name) => name.replace(".bench.ts", ""));
const [asked, ...options] = process.argv.slice(2);
if (asked === undefined || !existsSync(inCheckout("bench", `${asked}.bench.ts`)))
  refuse(`Say what to measure: npm run bench -- ${measures.join(" | ")}`);

ensureInstalled();
const node = chooseNode();
ensureBuilt(node);
// An import is measured in the process that does it, as the server would.
const nodeOptions = asked === "import" ? serverOptions : ["--disable-warning=ExperimentalWarning"];
const bench = spawn(node, [...nodeOptions, inCheckout("bench", `${asked}.bench.ts`), ...options], {
  cwd: root,
  env: toolEnvironment(node),
  stdio: "inherit",
});
bench.on("exit", (code) => process.exit(code ?? 1));
