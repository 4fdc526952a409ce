import { resolve } from "node:path";
import { prepareDataFolder, type FolderOrigin } from "./data-folder.ts";
import { openEmbeddedServer } from "./embedded-server.ts";
import { errorText } from "./error-text.ts";
import { checkExternalServer } from "./external-server.ts";
import { lockFolder } from "./folder-lock.ts";
import { StartRefusal } from "./start-refusal.ts";

export type ServerOptions = { dataFolder: string; databaseUrl?: string | undefined };

/** The PostgreSQL that an instance uses. `notices` are French sentences for the person who started Maillage. */
export type DatabaseServer = { kind: "embedded" | "external"; url: string; notices: string[]; close(): Promise<void> };

/**
 * Opens the PostgreSQL of an instance, and holds its data folder until `close`: the server at `databaseUrl`, else the
 * embedded one, whose data live in the data folder. Throws a `StartRefusal` when Maillage cannot start.
 */
export async function openServer(options: ServerOptions): Promise<DatabaseServer> {
  const dataFolder = resolve(options.dataFolder);
  const origin = await prepareDataFolder(dataFolder);
  const lock = await lockFolder(dataFolder);
  try {
    const server = await open(dataFolder, origin, options.databaseUrl);
    let closing: Promise<void> | undefined;
    const stopAndRelease = async (): Promise<void> => {
      try {
        await server.stop();
      } finally {
        await lock.release();
      }
    };
    return {
      kind: server.kind,
      url: server.url,
      notices: server.notices,
      close: () => (closing ??= stopAndRelease()),
    };
  } catch (error) {
    await lock.release();
    throw asRefusal(error, dataFolder);
  }
}

/** The system's own refusals (full disk, read-only folder) are the person's to mend; any other error is ours, and stays as it is. */
function asRefusal(error: unknown, dataFolder: string): unknown {
  if (error instanceof StartRefusal || !(error instanceof Error && "syscall" in error)) return error;
  return new StartRefusal(
    `La base de données du dossier « ${dataFolder} » n'a pas pu être ouverte (${errorText(error)}) : ` +
      `vérifiez la place et les droits de ce disque, ou indiquez un autre dossier avec MAILLAGE_DATA.`,
    error,
  );
}

type OpenedServer = Omit<DatabaseServer, "close"> & { stop(): Promise<void> };

async function open(dataFolder: string, origin: FolderOrigin, databaseUrl: string | undefined): Promise<OpenedServer> {
  if (databaseUrl === undefined || databaseUrl === "")
    return { kind: "embedded", ...(await openEmbeddedServer(dataFolder, origin)) };
  await checkExternalServer(databaseUrl);
  return { kind: "external", url: databaseUrl, notices: [], stop: () => Promise.resolve() };
}
