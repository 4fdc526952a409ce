import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the installation, the same from the sources and from `dist/`. */
export function installationFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package-lock.json"))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error("Maillage is not running from its own folder: package-lock.json was not found above it.");
    folder = parent;
  }
  return folder;
}
