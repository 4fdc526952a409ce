import { readFile, readlink, realpath } from "node:fs/promises";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Address } from "./address.ts";

/** What a running server writes of itself in `postmaster.pid`. */
export type PostmasterFile = { pid: number; address: Address; status: "starting" | "ready" | "stopping" };

/** Reads the lines of `postmaster.pid`: process, folder, time, port, socket's folder, host, shared memory, status. */
export function parsePostmasterFile(text: string): PostmasterFile | undefined {
  const [pid, , , port, socketFolder, , , status] = text.split("\n").map((line) => line.trim());
  if (pid === undefined || !/^\d+$/.test(pid)) return undefined;
  const address: Address = socketFolder
    ? { kind: "socket", folder: socketFolder, port: Number(port) }
    : { kind: "loopback", port: Number(port) };
  return { pid: Number(pid), address, status: status === "ready" || status === "stopping" ? status : "starting" };
}

export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  try {
    return parsePostmasterFile(await readFile(join(cluster, "postmaster.pid"), "utf8"));
  } catch {
    return undefined;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Whether this process is the server of this cluster, and not another one that was given its number since. */
export async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  try {
    if (process.platform === "linux") return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(cluster));
    const { stdout } = await promisify(execFile)("ps", ["-o", "command=", "-p", String(pid)]);
    return stdout.includes(cluster);
  } catch {
    return false;
  }
}
