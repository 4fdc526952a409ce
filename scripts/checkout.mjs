import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of this installation, wherever the command was typed. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

export const inCheckout = (...parts) => join(root, ...parts);

/** Says one sentence and ends: what happened, what to do. */
export function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
