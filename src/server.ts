import { serve } from "@hono/node-server";
import { createApp } from "./app.tsx";
import { prepareFirstTerritory } from "./demo/first-territory.ts";
import { StartRefusal } from "./platform/database/server/start-refusal.ts";
import { openInstance } from "./runtime.ts";
import { readSettings } from "./settings.ts";

try {
  await start();
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function start(): Promise<void> {
  const settings = readSettings(process.env);
  const instance = await openInstance(settings, "alone");
  await prepareFirstTerritory(instance.runtime, settings.demo);
  const app = createApp({
    ...instance,
    databaseKind: instance.server.kind,
    ...settings,
    identity: await openIdentity(instance.runtime, settings),
  });

  const server = serve({ fetch: app.fetch, hostname: settings.host, port: settings.port });
  let closing = false;
  const close = async (): Promise<void> => {
    if (closing) return;
    closing = true;
    // Requests under way are finished; idle connections of browsers are not waited for.
    await new Promise<void>((done) => {
      server.close(() => done());
      if ("closeIdleConnections" in server) server.closeIdleConnections();
    });
    await instance.close();
    process.exit();
  };
  server.on("error", (error: NodeJS.ErrnoException) => {
    process.stderr.write(`${portSentence(error, settings.port)}\n`);
    process.exitCode = 1;
    void close();
  });
  server.on("listening", () => {
    for (const notice of instance.server.notices) process.stdout.write(`${notice}\n`);
    process.stdout.write(`Maillage est prêt : ${settings.origin}\n`);
  });
  process.on("SIGINT", () => void close());
  process.on("SIGTERM", () => void close());
}

function portSentence(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === "EADDRINUSE")
    return `Le port ${port} est déjà pris par un autre programme : arrêtez-le, ou donnez un autre port (PORT=3001 npm start).`;
  if (error.code === "EACCES")
    return `Le port ${port} est réservé à l’administrateur : donnez un port au-dessus de 1023 (PORT=3001 npm start).`;
  return `Maillage ne peut pas écouter sur le port ${port} : ${error.message}`;
}
