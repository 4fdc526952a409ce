import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { prepareDatabase } from "../src/platform/database/prepare.ts";
import { openServer } from "../src/platform/database/server/open-server.ts";
import { asAdministrator, createDatabase, dropDatabase, inDatabase } from "./database-admin.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The server of this run: any test may make databases on it. */
    databaseUrl: string;
    /** The prepared database that `createTestDatabase` copies. */
    templateDatabase: string;
  }
}

type RunServer = { url: string; close(): Promise<void> };

/** One server for the run (TEST_DATABASE_URL, else an embedded one), and one prepared database to copy from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openRunServer();
  const template = `maillage_template_${randomBytes(4).toString("hex")}`;
  try {
    await createDatabase(server.url, template);
    await prepareDatabase(inDatabase(server.url, template));
  } catch (error) {
    await server.close();
    throw error;
  }
  project.provide("databaseUrl", server.url);
  project.provide("templateDatabase", template);
  return async () => {
    await dropDatabase(server.url, template);
    await server.close();
  };
}

async function openRunServer(): Promise<RunServer> {
  const given = process.env["TEST_DATABASE_URL"];
  if (given !== undefined && given !== "") return { url: given, close: () => Promise.resolve() };
  const parent = await mkdtemp(join(tmpdir(), "maillage-test-"));
  // The administrator's server runs under another account, which must cross this folder.
  await chmod(parent, 0o711);
  const beside = join(import.meta.dirname, "end-with-run.mjs");
  const guard = spawn(process.execPath, [beside, parent], { stdio: ["pipe", "ignore", "inherit"], detached: true });
  const server = await openServer({ dataFolder: join(parent, "data") });
  await writeWithoutWaiting(server.url);
  return {
    url: server.url,
    async close() {
      await server.close();
      await rm(parent, { recursive: true, force: true });
      guard.stdin.end();
    },
  };
}

/**
 * What these tests write is thrown away with the server: it need not wait for the disk. The tests that kill a server, or start one, have servers of
 * their own, which do.
 */
async function writeWithoutWaiting(url: string): Promise<void> {
  for (const setting of ["fsync", "synchronous_commit", "full_page_writes"])
    await asAdministrator(url, `alter system set ${setting} = off`);
  await asAdministrator(url, "select pg_reload_conf()");
}
