import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { installationFolder } from "../root.ts";

const Manifest = z.record(
  z.string(),
  z.object({ file: z.string(), isEntry: z.boolean().optional(), css: z.array(z.string()).optional() }),
);

export interface Assets {
  readonly css: readonly string[];
  readonly scripts: readonly string[];
  readonly icon: string;
}

const icon = "/favicon.svg";
let known: Assets | undefined;

/** The built style and script of every page, by their hashed names: they can be kept for a year. */
export function assets(): Assets {
  known ??= readManifest();
  return known;
}

function readManifest(): Assets {
  const path = join(clientFolder(), ".vite", "manifest.json");
  if (!existsSync(path)) return { css: [], scripts: [], icon };
  const chunks = Object.values(Manifest.parse(JSON.parse(readFileSync(path, "utf8")))).filter(({ isEntry }) => isEntry === true);
  const files = chunks.flatMap(({ file, css = [] }) => [file, ...css]);
  const address = (file: string): string => `/${file}`;
  return {
    css: files.filter((file) => file.endsWith(".css")).map(address),
    scripts: files.filter((file) => file.endsWith(".js")).map(address),
    icon,
  };
}

export const clientFolder = (): string => join(installationFolder(), "dist", "client");
