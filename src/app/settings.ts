import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { StartRefusal } from "../platform/database/server/start-refusal.ts";
import { installationFolder } from "../platform/root.ts";

export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly origin: string;
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  /** Demonstration mode: anyone may enter as anyone. On by default only where nobody else can knock: on the loopback. */
  readonly demo: boolean;
  readonly version: string;
}

const blankIsAbsent = (value: string | undefined): string | undefined =>
  value === undefined || value.trim() === "" ? undefined : value;
const loopback = new Set(["localhost", "127.0.0.1", "::1"]);

/** Reads the environment: `PORT`, `HOST`, `MAILLAGE_DATA`, `MAILLAGE_ORIGIN`, `MAILLAGE_DEMO`, `DATABASE_URL`. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const port = Number(blankIsAbsent(env["PORT"]) ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new StartRefusal(`PORT vaut « ${env["PORT"]} », ce n’est pas un numéro de port : donnez un nombre de 1 à 65535.`);
  const host = blankIsAbsent(env["HOST"]) ?? "localhost";
  const demo = blankIsAbsent(env["MAILLAGE_DEMO"]);
  return {
    host,
    port,
    origin: blankIsAbsent(env["MAILLAGE_ORIGIN"]) ?? `http://${loopback.has(host) ? "localhost" : host}:${port}`,
    dataFolder: resolve(blankIsAbsent(env["MAILLAGE_DATA"]) ?? join(installationFolder(), "data")),
    databaseUrl: blankIsAbsent(env["DATABASE_URL"]),
    demo: demo === undefined ? loopback.has(host) : demo === "on",
    version: version(),
  };
}

const version = (): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(installationFolder(), "package.json"), "utf8"))).version;
