const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const wings = join(__dirname, "../src/wings");

/** The folders of the wings, in the order in which `src/app/wings.ts` lists them. */
function wingOrder() {
  const source = readFileSync(join(__dirname, "../src/app/wings.ts"), "utf8");
  const folders = new Map(
    [...source.matchAll(/import \{ (\w+) \} from "\.\.\/wings\/([^/]+)\/wing\.ts"/g)].map(([, name, folder]) => [name, folder]),
  );
  const [, list = ""] = source.match(/= \[([^\]]*)\]/) ?? [];
  return [...list.matchAll(/\w+/g)].map(([name]) => folders.get(name)).filter((folder) => folder !== undefined);
}

/**
 * The slices of a wing in order, from its `slices.json`: each may see those before it, and a new one takes its place there. Those of one
 * line are the parts of one thing, read and kept together.
 */
function sliceOrder(wing) {
  return JSON.parse(readFileSync(join(wings, wing, "slices.json"), "utf8"));
}

module.exports = { wingOrder, sliceOrder };
