import type { Database } from "../database/database.ts";
import { ringChannel } from "./ring.ts";

/**
 * Work that is done apart from any request, by one node of all. What there is to do is read from the tables, not from the job: one that is
 * missed loses nothing, the next does it all.
 */
export interface Job {
  readonly name: string;
  /** Five fields, as cron reads them, in Paris time. */
  readonly cron: string;
  /** Whether transactions ring for it: it also runs once at the start, for what was written while nobody listened. */
  readonly isRung: boolean;
  /** `stopping`: aborted when the instance closes; what is under way is finished, and nothing more is begun. */
  readonly work: (stopping: AbortSignal) => Promise<void>;
}

export interface Jobs {
  readonly stop: () => Promise<void>;
}

/**
 * Starts the jobs of an instance on its own database (pg-boss, in a schema and with connections of its own). It takes a second the first
 * time: call it after the first page can be served, and stop it before the database closes.
 */
export async function openJobs({ pool }: Database, jobs: readonly Job[], onError: (error: unknown) => void): Promise<Jobs> {
  // Loaded here and not above: no page waits for it.
  const { PgBoss } = await import("pg-boss");
  const { connectionString } = pool.options;
  if (connectionString === undefined) throw new Error("the database was opened without its address");
  const boss = new PgBoss({ connectionString, max: 3, superviseIntervalSeconds: 300, registerInstance: false });
  boss.on("error", onError);
  await boss.start();
  const closing = new AbortController();
  const workers = new Map<string, string>();
  for (const { name, cron, work } of jobs) {
    // One under way and one that waits: whatever rings a hundred times asks for one more, and two are never at work together.
    await boss.createQueue(name, { policy: "stately", retryLimit: 0, expireInSeconds: 600, deleteAfterSeconds: 3_600 });
    const worker = await boss.work(name, { pollingIntervalSeconds: 10 }, () => work(closing.signal).catch(onError));
    workers.set(name, worker);
    await boss.schedule(name, cron, null, { tz: "Europe/Paris" });
  }
  const run = async (name: string): Promise<void> => {
    const worker = workers.get(name);
    if (worker === undefined || closing.signal.aborted) return;
    await boss.send(name);
    boss.notifyWorker(worker);
  };
  // A ring that is lost costs a minute at most. It also rings when the connection is back: who knows what was missed.
  const listening = await boss.getDb().listen?.(
    ringChannel,
    (name) => void run(name).catch(onError),
    () => {
      for (const { name, isRung } of jobs) if (isRung) void run(name).catch(onError);
    },
  );
  return {
    stop: async () => {
      closing.abort();
      await listening?.close();
      await boss.stop({ graceful: true, timeout: 30_000 });
    },
  };
}
