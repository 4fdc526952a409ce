// Stays beside a run of the tests, and ends its PostgreSQL when the run was killed: it had no time to do so itself.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const folder = process.argv[2];
// Closed by the system when the run ends, however it ends.
for await (const _ of process.stdin);
const file = join(folder, "data", "database", "cluster", "postmaster.pid");
for (let attempt = 0; attempt < 100; attempt++) {
  try {
    process.kill(Number(readFileSync(file, "utf8").split("\n")[0]), attempt < 50 ? "SIGINT" : "SIGQUIT");
  } catch {
    break;
  }
  await pause(200);
}
rmSync(folder, { recursive: true, force: true });
