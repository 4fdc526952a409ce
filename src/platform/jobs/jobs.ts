import type { Database } from "../database/database.ts";

/** Work that is done apart from any request: at each minute of `cron`, by one node of all. */
export interface Job {
  readonly name: string;
  /** Five fields, as cron reads them, in Paris time. */
  readonly cron: string;
  readonly work: () => Promise<void>;
}

export interface Jobs {
  readonly stop: () => Promise<void>;
}

/**
 * Starts the jobs of an instance on its own database (pg-boss, in a schema of its own). It takes a second the first time:
 * call it after the first page can be served, and stop it before the database closes.
 */
export async function openJobs(database: Database, jobs: readonly Job[], onError: (error: unknown) => void): Promise<Jobs> {
  // Loaded here and not above: no page waits for it.
  const { PgBoss } = await import("pg-boss");
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => database.pool.query(text, values === undefined ? undefined : [...values]) },
    superviseIntervalSeconds: 300,
    registerInstance: false,
  });
  boss.on("error", onError);
  await boss.start();
  for (const { name, cron, work } of jobs) {
    // A round that is still at work is not joined by a second one, and a missed one is not made up for: the next does it all.
    await boss.createQueue(name, { policy: "stately", retryLimit: 0, expireInSeconds: 600, deleteAfterSeconds: 3_600 });
    await boss.work(name, { pollingIntervalSeconds: 10 }, async () => {
      await work().catch(onError);
    });
    await boss.schedule(name, cron, null, { tz: "Europe/Paris" });
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 5_000 }) };
}
