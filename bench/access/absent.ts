import { spawnSync, type SpawnSyncOptions } from "node:child_process";

/** An engine that this machine lacks, with what to do to have it. */
export interface Absent {
  readonly kind: "absent";
  readonly reason: string;
}

/** What a program prints; `undefined` when it is not there, or fails. */
export function printedBy(program: string, options: readonly string[], more: SpawnSyncOptions = {}): string | undefined {
  const { status, stdout } = spawnSync(program, options, { maxBuffer: 2 ** 28, stdio: ["ignore", "pipe", "ignore"], ...more });
  return status === 0 ? stdout.toString() : undefined;
}
