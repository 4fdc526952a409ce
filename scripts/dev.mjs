// npm run dev: the server from its sources, restarted at each change, and what browsers receive built again beside it.
import { spawn } from "node:child_process";
import { inCheckout, root } from "./checkout.mjs";
import { ensureInstalled } from "./install.mjs";
import { chooseNode, toolEnvironment } from "./runtime.mjs";

ensureInstalled();
const node = chooseNode();
const run = (...command) => spawn(node, command, { cwd: root, env: toolEnvironment(node), stdio: "inherit" });

const programs = [
  run(inCheckout("node_modules", "vite", "bin", "vite.js"), "build", "--watch", "--logLevel", "warn"),
  run(inCheckout("node_modules", "tsx", "dist", "cli.mjs"), "watch", "--clear-screen=false", "src/app/server.ts"),
];
const stop = () => programs.forEach((program) => program.kill("SIGTERM"));
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
for (const program of programs) program.on("exit", stop);
