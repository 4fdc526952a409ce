import { join } from "node:path";
import { serve, type ServerType } from "@hono/node-server";
import { pino } from "pino";
import { openAccounts } from "./account/open.ts";
import { readAccountSettings } from "./account/settings.ts";
import { createApp } from "./app.tsx";
import { prepareFirstTerritory } from "../demo/first-territory.ts";
import { StartRefusal } from "../platform/database/server/start-refusal.ts";
import { openTransport } from "../platform/mail/transport.ts";
import { startInstanceWork } from "./instance-work.ts";
import { openInstance, type OpenInstance } from "./runtime.ts";
import { wings } from "./wings.ts";
import { readSettings, type Settings } from "./settings.ts";

const log = pino({ level: process.env["LOG_LEVEL"] ?? "warn" });
const logError = (error: unknown): void => log.error({ err: error }, "work in the background failed");

/** What is open, in the order in which it was opened. */
const opened = new AsyncDisposableStack();
let closing: Promise<void> | undefined;
const opening = open();
// From the first moment on: a signal that comes while the doors open must leave no database server behind.
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => {
    closing ??= opening.then(close).then(() => process.exit());
  });
await opening;

async function open(): Promise<void> {
  try {
    const settings = readSettings(process.env);
    const instance = await openInstance(settings, "alone");
    opened.defer(instance.close);
    await openDoors(settings, instance);
  } catch (error) {
    await close();
    if (!(error instanceof StartRefusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

function close(): Promise<void> {
  return opened.disposeAsync();
}

async function openDoors(settings: Settings, { runtime, server }: OpenInstance): Promise<void> {
  const accountSettings = readAccountSettings(process.env, settings);
  await prepareFirstTerritory(runtime, settings.demo ? "demonstration" : "real");
  const accounts = await openAccounts(runtime, accountSettings, logError);
  const app = createApp({ ...settings, runtime, wings, databaseKind: server.kind, identity: accounts });
  const listening = await listen(app.fetch, settings);
  for (const notice of server.notices) process.stdout.write(`${notice}\n`);
  process.stdout.write(`Maillage est prêt : ${settings.origin}\n`);

  const transport = await openTransport({
    smtp: accountSettings.smtp,
    from: accountSettings.mailFrom,
    folder: join(settings.dataFolder, "courriels"),
    origin: settings.origin,
  });
  const work = await startInstanceWork({ runtime, wings, transport, onError: logError });
  opened.defer(work.stop);
  // First to close: what is asked meanwhile may still leave work behind.
  opened.defer(() => stopListening(listening));
  await accounts.warmUp();
}

/** Requests under way are finished; idle connections of browsers are not waited for. */
async function stopListening(listening: ServerType): Promise<void> {
  await new Promise<void>((done) => {
    listening.close(() => done());
    if ("closeIdleConnections" in listening) listening.closeIdleConnections();
  });
}

/** Listens, or refuses in a sentence. */
function listen(fetch: Parameters<typeof serve>[0]["fetch"], { host, port }: Settings): Promise<ServerType> {
  return new Promise((done, refuse) => {
    const server = serve({ fetch, hostname: host, port }, () => done(server));
    server.on("error", (error: NodeJS.ErrnoException) => refuse(new StartRefusal(portSentence(error, port), error)));
  });
}

function portSentence(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === "EADDRINUSE")
    return `Le port ${port} est déjà pris par un autre programme : arrêtez-le, ou donnez un autre port (PORT=3001 npm start).`;
  if (error.code === "EACCES")
    return `Le port ${port} est réservé à l’administrateur : donnez un port au-dessus de 1023 (PORT=3001 npm start).`;
  return `Maillage ne peut pas écouter sur le port ${port} : ${error.message}`;
}
