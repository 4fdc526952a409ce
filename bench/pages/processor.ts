import { readdirSync, readFileSync } from "node:fs";

/** Linux counts the time of a process in hundredths of a second. */
const tick = 10;

/** The fields of /proc/<pid>/stat after the name, which may hold anything: state, parent, …; `undefined` once the process is gone. */
function statOf(pid: number): readonly string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}

export const parentOf = (pid: number): number => Number(statOf(pid)?.[1] ?? 0);

/** The milliseconds of processor that a process used until now, with its children: those that run and those that have ended. */
export function processorOf(pid: number): number {
  const used = (stat: readonly string[] | undefined, fields: readonly number[]): number =>
    fields.reduce((sum, field) => sum + Number(stat?.[field] ?? 0), 0) * tick;
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((stat) => Number(stat?.[1]) === pid);
  return used(statOf(pid), [11, 12, 13, 14]) + children.reduce((sum, stat) => sum + used(stat, [11, 12]), 0);
}
