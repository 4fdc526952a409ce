import { join } from "node:path";
import type { Runtime } from "../platform/use-case.ts";
import { systemClock } from "../platform/clock.ts";
import { openDatabase } from "../platform/database/database.ts";
import { prepareDatabase } from "../platform/database/prepare.ts";
import { openBeside } from "../platform/database/server/beside-server.ts";
import { openServer, type DatabaseServer } from "../platform/database/server/open-server.ts";
import { folderFileStore } from "../platform/files/file-store.ts";
import { wings } from "./wings.ts";
import type { Settings } from "./settings.ts";

export interface OpenInstance {
  readonly runtime: Runtime;
  readonly server: DatabaseServer;
  readonly close: () => Promise<void>;
}

/**
 * Opens an instance: its database at this version, its files, its clock. The server holds its data folder alone; a command
 * may come beside it.
 */
export async function openInstance(settings: Settings, how: "alone" | "beside"): Promise<OpenInstance> {
  const server = await (how === "alone" ? openServer : openBeside)({
    dataFolder: settings.dataFolder,
    databaseUrl: settings.databaseUrl,
  });
  try {
    await prepareDatabase(server.url);
  } catch (error) {
    await server.close();
    throw error;
  }
  const database = openDatabase(server.url);
  return {
    runtime: {
      database,
      clock: systemClock,
      files: folderFileStore(join(settings.dataFolder, "files")),
      origin: settings.origin,
      undoMinutes: settings.undoMinutes,
      wings,
    },
    server,
    close: async () => {
      await database.close();
      await server.close();
    },
  };
}
