import { resolve } from "node:path";
import { connectionUrl } from "./address.ts";
import { DATABASE } from "./embedded-server.ts";
import { FolderInUse } from "./folder-lock.ts";
import { knownHome } from "./home.ts";
import { openServer, type DatabaseServer, type ServerOptions } from "./open-server.ts";
import { findRunningServer } from "./postmaster.ts";

/**
 * Opens the PostgreSQL of an instance for one command: by itself when nothing runs, else beside the Maillage that holds the data folder,
 * through the server that it has opened. What a command opened beside, it does not close.
 */
export async function openBeside(options: ServerOptions): Promise<DatabaseServer> {
  try {
    return await openServer(options);
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    if (options.databaseUrl !== undefined) return beside("external", options.databaseUrl);
    const home = await knownHome(resolve(options.dataFolder));
    const running = home === undefined ? undefined : await findRunningServer(home.cluster);
    // The other one is just starting or stopping, or uses a server of DATABASE_URL: its own sentence says what to do.
    if (home === undefined || running === undefined) throw error;
    return beside("embedded", connectionUrl(running.address, home.password, DATABASE));
  }
}

const beside = (kind: DatabaseServer["kind"], url: string): DatabaseServer => ({
  kind,
  url,
  notices: [],
  close: () => Promise.resolve(),
});
