const { readFileSync } = require("node:fs");
const { join } = require("node:path");

/** The folders of the wings, in the order in which `src/app/wings.ts` lists them. */
function wingOrder() {
  const source = readFileSync(join(__dirname, "../src/app/wings.ts"), "utf8");
  const folders = new Map(
    [...source.matchAll(/import \{ (\w+) \} from "\.\.\/wings\/([^/]+)\/wing\.ts"/g)].map(([, name, folder]) => [name, folder]),
  );
  const [, list = ""] = source.match(/= \[([^\]]*)\]/) ?? [];
  return [...list.matchAll(/\w+/g)].map(([name]) => folders.get(name)).filter((folder) => folder !== undefined);
}

module.exports = { wingOrder };
