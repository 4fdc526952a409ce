import { spawn, type ChildProcess } from "node:child_process";
import { constants } from "node:fs";
import { open, readFile, rm, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { chooseAddress, listenArguments, SOCKET_LOCK, type Address } from "./address.ts";
import type { Binaries } from "./binaries.ts";
import { serverEnvironment } from "./cluster.ts";
import type { Home } from "./home.ts";
import { isAlive, isServerOf, readPostmasterFile } from "./postmaster-file.ts";
import { settingArguments } from "./settings.ts";
import { spawnAs } from "./system-account.ts";
import { StartRefusal } from "./start-refusal.ts";

/** A server that answers, and that is ours to stop. */
export type Postmaster = { pid: number; address: Address; stop(): Promise<void> };

const STEP_MS = 5;
/** Time for the recovery of a large journal on a slow disk. */
const READY_WITHIN_MS = 180_000;
const STOPPED_WITHIN_MS = 30_000;
/** After a brutal death, the processes of the old server take a moment to see that they are alone. */
const ORPHANS_GONE_WITHIN_MS = 15_000;
const OLDEST_LOG_BYTES = 1_000_000;

/** The server that serves this cluster and accepts connections. */
export async function findRunningServer(cluster: string): Promise<Postmaster | undefined> {
  const found = await servingProcess(cluster);
  return found !== undefined && (await waitUntilReady(cluster, found.pid, () => isAlive(found.pid))) === "ready"
    ? found
    : undefined;
}

/** The server that a killed Maillage left behind, if it still accepts connections; one that does not is stopped. */
export async function findLeftServer(cluster: string): Promise<Postmaster | undefined> {
  const running = await findRunningServer(cluster);
  if (running === undefined) await (await servingProcess(cluster))?.stop();
  return running;
}

async function servingProcess(cluster: string): Promise<Postmaster | undefined> {
  const file = await readPostmasterFile(cluster);
  if (file === undefined || !(await isServerOf(file.pid, cluster))) return undefined;
  return { pid: file.pid, address: file.address, stop: () => stopServer(cluster, file.pid) };
}

/**
 * PostgreSQL clears the files of a dead server itself, but believes a process number that was given to another program, or
 * that a slow system has not buried yet. What is left of the old server is still seen, through its shared memory.
 */
async function clearLyingFiles(home: Home): Promise<void> {
  for (const file of [join(home.cluster, "postmaster.pid"), join(home.folder, SOCKET_LOCK)]) {
    const pid = Number.parseInt(await readFile(file, "utf8").catch(() => ""), 10);
    if (pid > 0 && isAlive(pid) && !(await isServerOf(pid, home.cluster))) await rm(file, { force: true });
  }
}

/** Starts the server and returns as soon as it accepts connections. */
export async function startServer(binaries: Binaries, home: Home, logFile: string): Promise<Postmaster> {
  const giveUpAt = Date.now() + ORPHANS_GONE_WITHIN_MS;
  for (;;) {
    await clearLyingFiles(home);
    const attempt = await tryToStart(binaries, home, logFile);
    if (attempt.kind === "started") return attempt.postmaster;
    const passing = /shared memory block|could not bind|Address already in use|lock file .* already exists/i.test(attempt.words);
    if (!passing || Date.now() > giveUpAt) throw cannotStart(attempt.words, logFile);
    await sleep(50);
  }
}

type Attempt = { kind: "started"; postmaster: Postmaster } | { kind: "failed"; words: string };

async function tryToStart(binaries: Binaries, home: Home, logFile: string): Promise<Attempt> {
  const address = await chooseAddress(home.folder);
  const log = await openLog(logFile);
  try {
    const logStart = (await log.stat()).size;
    // In a session of its own: Ctrl-C in a terminal reaches Maillage, which closes the server when its last query is over.
    const child = spawn(binaries.postgres, ["-D", home.cluster, ...listenArguments(address), ...settingArguments()], {
      ...spawnAs(home.account),
      cwd: home.folder,
      env: serverEnvironment,
      detached: true,
      stdio: ["ignore", log.fd, log.fd],
    });
    let failure: Error | undefined;
    child.once("error", (error) => (failure = error));
    child.unref();
    const { pid } = child;
    const outcome =
      pid === undefined
        ? "gone"
        : await waitUntilReady(home.cluster, pid, () => child.exitCode === null && child.signalCode === null);
    if (pid !== undefined && outcome === "ready") {
      return { kind: "started", postmaster: { pid, address, stop: () => stopServer(home.cluster, pid, child) } };
    }
    if (pid !== undefined) await stopServer(home.cluster, pid, child);
    return { kind: "failed", words: failure?.message ?? (await readFrom(log, logStart)) };
  } finally {
    await log.close();
  }
}

async function waitUntilReady(
  cluster: string,
  pid: number,
  lives: () => boolean,
): Promise<"ready" | "stopping" | "gone" | "late"> {
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  while (Date.now() < giveUpAt) {
    const file = await readPostmasterFile(cluster);
    if (file?.pid === pid && file.status !== "starting") return file.status;
    if (!lives()) return "gone";
    await sleep(STEP_MS);
  }
  return "late";
}

/** A fast stop: the open transactions are rolled back, everything acknowledged is on the disk. */
async function stopServer(cluster: string, pid: number, child?: ChildProcess): Promise<void> {
  const gone = async (): Promise<boolean> => {
    if (child !== undefined) return child.exitCode !== null || child.signalCode !== null;
    // The file goes last; a process without a parent that buries it may keep its number for long.
    return (await readPostmasterFile(cluster))?.pid !== pid || !isAlive(pid);
  };
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    if (await gone()) return;
    sendSignal(pid, signal);
    const giveUpAt = Date.now() + STOPPED_WITHIN_MS;
    while (Date.now() < giveUpAt) {
      if (await gone()) return;
      await sleep(STEP_MS);
    }
  }
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended meanwhile.
  }
}

async function openLog(logFile: string): Promise<FileHandle> {
  const { O_WRONLY, O_RDWR, O_APPEND, O_CREAT, O_NOFOLLOW, O_TRUNC } = constants;
  const log = await open(logFile, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW, 0o600);
  if ((await log.stat()).size < OLDEST_LOG_BYTES) return log;
  await log.close();
  await (await open(logFile, O_WRONLY | O_TRUNC | O_NOFOLLOW)).close();
  return open(logFile, O_RDWR | O_APPEND | O_NOFOLLOW);
}

async function readFrom(log: FileHandle, start: number): Promise<string> {
  const length = Math.min((await log.stat()).size - start, 65_536);
  const { buffer, bytesRead } = await log.read(Buffer.alloc(length), 0, length, start);
  return buffer.subarray(0, bytesRead).toString("utf8");
}

function cannotStart(words: string, logFile: string): StartRefusal {
  const lines = words.split("\n").filter((line) => line.trim() !== "");
  const line = lines.findLast((candidate) => /FATAL|PANIC/.test(candidate)) ?? lines.at(-1) ?? "aucun message";
  const told = line.replace(/^.*?(?=FATAL|PANIC)/, "").replaceAll(/\s+/g, " ");
  return new StartRefusal(
    `Le serveur de base de données n'a pas démarré (${told}) : son journal « ${logFile} » dit pourquoi, ` +
      `et une sauvegarde se restaure dans un dossier neuf.`,
  );
}
