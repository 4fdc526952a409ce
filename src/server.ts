import { join } from "node:path";
import { serve, type ServerType } from "@hono/node-server";
import { pino } from "pino";
import { openAccounts } from "./account/open.ts";
import { readAccountSettings } from "./account/settings.ts";
import { createApp } from "./app.tsx";
import { prepareFirstTerritory } from "./demo/first-territory.ts";
import { StartRefusal } from "./platform/database/server/start-refusal.ts";
import { startHouseWork } from "./platform/jobs/house-jobs.ts";
import { openTransport } from "./platform/mail/transport.ts";
import { openInstance, type OpenInstance } from "./runtime.ts";
import { readSettings, type Settings } from "./settings.ts";

const log = pino({ level: process.env["LOG_LEVEL"] ?? "warn" });
const logError = (error: unknown): void => log.error({ err: error }, "work in the background failed");

try {
  const settings = readSettings(process.env);
  const instance = await openInstance(settings, "alone");
  try {
    await openDoors(settings, instance);
  } catch (error) {
    await instance.close();
    throw error;
  }
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function openDoors(settings: Settings, instance: OpenInstance): Promise<void> {
  const { runtime } = instance;
  const accountSettings = readAccountSettings(process.env, settings);
  await prepareFirstTerritory(runtime, settings.demo ? "demonstration" : "real");
  const accounts = await openAccounts(runtime, accountSettings, logError);
  const app = createApp({ ...settings, runtime, databaseKind: instance.server.kind, identity: accounts });
  const server = await listen(app.fetch, settings);
  for (const notice of instance.server.notices) process.stdout.write(`${notice}\n`);
  process.stdout.write(`Maillage est prêt : ${settings.origin}\n`);

  const transport = await openTransport({
    smtp: accountSettings.smtp,
    from: accountSettings.mailFrom,
    folder: join(settings.dataFolder, "courriels"),
    origin: settings.origin,
  });
  const work = await startHouseWork({ database: runtime.database, transport, now: runtime.clock.now, onError: logError });
  let closing: Promise<void> | undefined;
  const close = (): void => {
    closing ??= (async () => {
      // Requests under way are finished; idle connections of browsers are not waited for.
      await new Promise<void>((done) => {
        server.close(() => done());
        if ("closeIdleConnections" in server) server.closeIdleConnections();
      });
      await work.stop();
      await instance.close();
      process.exit();
    })();
  };
  process.on("SIGINT", close);
  process.on("SIGTERM", close);
  await accounts.warmUp();
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
