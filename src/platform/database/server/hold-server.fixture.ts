// A Maillage reduced to its database: opens the server of the folder given, says so on one line, and stays until it is killed.
import { openServer } from "./open-server.ts";

try {
  const server = await openServer({ dataFolder: process.argv[2] ?? "" });
  console.log(JSON.stringify({ url: server.url, notices: server.notices }));
  process.once("SIGTERM", () => void server.close().then(() => process.exit(0)));
  setInterval(() => undefined, 60_000);
} catch (error) {
  console.log(JSON.stringify({ refusal: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }));
  process.exitCode = 1;
}
