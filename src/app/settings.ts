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
  /** How long a mail that can be taken back waits. */
  readonly undoMinutes: number;
  readonly version: string;
}

const blankIsAbsent = (value: string | undefined): string | undefined =>
  value === undefined || value.trim() === "" ? undefined : value;
const loopback = new Set(["localhost", "127.0.0.1", "::1"]);

/**
 * Reads the environment: `PORT`, `HOST`, `MAILLAGE_DATA`, `MAILLAGE_ORIGIN`, `MAILLAGE_DEMO`, `MAILLAGE_UNDO_MINUTES`, `DATABASE_URL`.
 */
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
    undoMinutes: readUndoMinutes(env),
    version: version(),
  };
}

/** Half an hour; nothing where mails stay on this machine (`MAILLAGE_SMTP` absent), as there is nobody to be spared a mistake. */
function readUndoMinutes(env: NodeJS.ProcessEnv): number {
  const minutes = Number(
    blankIsAbsent(env["MAILLAGE_UNDO_MINUTES"]) ?? (blankIsAbsent(env["MAILLAGE_SMTP"]) === undefined ? 0 : 30),
  );
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > 1_440)
    throw new StartRefusal("MAILLAGE_UNDO_MINUTES n’est pas un nombre de minutes : donnez un nombre de 0 à 1440.");
  return minutes;
}

const version = (): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(installationFolder(), "package.json"), "utf8"))).version;
