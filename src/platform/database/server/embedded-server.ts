import { stat } from "node:fs/promises";
import { join } from "node:path";
import { connectionUrl } from "./address.ts";
import { locateBinaries, type Binaries } from "./binaries.ts";
import { createCluster, refuseOtherVersion } from "./cluster.ts";
import type { FolderOrigin } from "./data-folder.ts";
import { errorCode, errorText } from "./error-text.ts";
import { findHome, isElsewhere, markCreated, SYSTEM_FOLDER, type Home } from "./home.ts";
import { findLeftServer, startServer, type Postmaster } from "./postmaster.ts";
import { createDatabase, probe } from "./probe.ts";
import { frenchSpaces, StartRefusal } from "./start-refusal.ts";

export type EmbeddedServer = { url: string; notices: string[]; stop(): Promise<void> };

export const DATABASE = "maillage";

/** Opens the server of this data folder: the one left by a killed Maillage if it answers, else a new one on a cluster found or made. */
export async function openEmbeddedServer(dataFolder: string, origin: FolderOrigin): Promise<EmbeddedServer> {
  const home = await findHome(dataFolder, origin);
  const binaries = await locateBinaries(home.account, SYSTEM_FOLDER);
  const left = await findLeftServer(home.cluster);
  if (left !== undefined && (await answers(left, home))) return describe(left, home, dataFolder);
  await left?.stop();
  if (home.createdAt === undefined) await create(binaries, home, dataFolder);
  await refuseOtherVersion(binaries, home);
  const started = await startServer(binaries, home, join(dataFolder, "database.log"));
  try {
    await ensureDatabase(started, home);
  } catch (error) {
    await started.stop();
    throw error;
  }
  return describe(started, home, dataFolder);
}

async function create(binaries: Binaries, home: Home, dataFolder: string): Promise<void> {
  if (!(await isCluster(home))) await createCluster(binaries, home);
  await markCreated(dataFolder, home);
}

async function isCluster(home: Home): Promise<boolean> {
  return stat(join(home.cluster, "PG_VERSION")).then(
    () => true,
    () => false,
  );
}

async function answers(postmaster: Postmaster, home: Home): Promise<boolean> {
  return ensureDatabase(postmaster, home).then(
    () => true,
    () => false,
  );
}

async function ensureDatabase({ address }: Postmaster, { password, folder }: Home): Promise<void> {
  const url = connectionUrl(address, password, DATABASE);
  try {
    await probe(url);
  } catch (error) {
    if (errorCode(error) === "28P01") {
      throw new StartRefusal(
        `La base de données « ${folder} » n'accepte plus le mot de passe que Maillage lui a donné : ` +
          `remettez le fichier « database.json » d'origine, ou restaurez une sauvegarde dans un dossier neuf.`,
        error,
      );
    }
    if (errorCode(error) !== "3D000")
      throw new StartRefusal(`La base de données a démarré mais ne répond pas (${errorText(error)}) : relancez Maillage.`, error);
    await createDatabase(connectionUrl(address, password, "postgres"), DATABASE);
  }
}

function describe(postmaster: Postmaster, home: Home, dataFolder: string): EmbeddedServer {
  const notices = isElsewhere(home, dataFolder) && home.account.kind === "other" ? [elsewhereNotice(home, dataFolder)] : [];
  return { url: connectionUrl(postmaster.address, home.password, DATABASE), notices, stop: () => postmaster.stop() };
}

const elsewhereNotice = ({ account, folder }: Home, dataFolder: string): string =>
  frenchSpaces(
    `La base de données est dans « ${folder} », car PostgreSQL refuse de tourner en administrateur et le compte ` +
      `« ${account.kind === "other" ? account.name : ""} » ne peut pas entrer dans « ${dataFolder} » ; le reste des données y demeure.`,
  );
