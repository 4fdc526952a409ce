// npm start: installs and builds when needed, then runs the server. Plain JavaScript without a library, for any Node from 20 on.
import { ensureBuilt } from "./build-state.mjs";
import { inCheckout } from "./checkout.mjs";
import { ensureInstalled } from "./install.mjs";
import { runServer } from "./run-server.mjs";
import { chooseNode } from "./runtime.mjs";

ensureInstalled();
const node = chooseNode();
ensureBuilt(node);
runServer(node, inCheckout("dist", "server", "server.js"), process.argv.slice(2));
