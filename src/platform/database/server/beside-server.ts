import { resolve } from "node:path";
import { connectionUrl } from "./address.ts";
import { prepareDataFolder } from "./data-folder.ts";
import { DATABASE } from "./embedded-server.ts";
import { FolderInUse } from "./folder-lock.ts";
import { findHome } from "./home.ts";
import { openServer, type DatabaseServer, type ServerOptions } from "./open-server.ts";
import { findLeftServer } from "./postmaster.ts";

/**
 * Opens the PostgreSQL of an instance for one command: by itself when nothing runs, else beside the Maillage that holds the data folder,
 * through the server that it has opened. What a command opened beside, it does not close.
 */
export async function openBeside(options: ServerOptions): Promise<DatabaseServer> {
  try {
    return await openServer(options);
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    if (options.databaseUrl !== undefined)
      return { kind: "external", url: options.databaseUrl, notices: [], close: () => Promise.resolve() };
    const dataFolder = resolve(options.dataFolder);
    const home = await findHome(dataFolder, await prepareDataFolder(dataFolder));
    const running = await findLeftServer(home.cluster);
    // The other one is just starting or stopping: its own sentence says what to do.
    if (running === undefined) throw error;
    return {
      kind: "embedded",
      url: connectionUrl(running.address, home.password, DATABASE),
      notices: [],
      close: () => Promise.resolve(),
    };
  }
}
