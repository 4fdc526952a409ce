import { forgetOldSecrets } from "../platform/identity/store.ts";
import { openJobs, type Jobs } from "../platform/jobs/jobs.ts";
import { deliverWaiting } from "../platform/mail/delivery.ts";
import type { Transport } from "../platform/mail/transport.ts";
import { roundWriter } from "../platform/rounds/writer.ts";
import type { Runtime } from "../platform/use-case.ts";
import type { Wing } from "../platform/wing/wing.ts";

interface InstanceWork {
  readonly runtime: Runtime;
  readonly wings: readonly Pick<Wing, "jobs">[];
  readonly transport: Transport;
  readonly onError: (error: unknown) => void;
}

/** The work of every instance: mails leave, secrets that are over are forgotten, and what each wing adds. */
export async function startInstanceWork({ runtime, wings, transport, onError }: InstanceWork): Promise<Jobs> {
  const { database, clock, origin } = runtime;
  const writers = [roundWriter(runtime.wings.flatMap(({ rounds }) => rounds ?? []))];
  const jobs = await openJobs(
    database,
    [
      {
        name: "mail.deliver",
        cron: "* * * * *",
        isRung: true,
        work: async (stopping) => {
          await deliverWaiting({ owner: database.owner, transport, now: clock.now, origin, writers, stopping });
        },
      },
      { name: "identity.forget", cron: "17 3 * * *", isRung: false, work: () => forgetOldSecrets(database.owner, clock.now()) },
      ...wings.flatMap(({ jobs: more }) => more?.(runtime) ?? []),
    ],
    onError,
  );
  return {
    stop: async () => {
      await jobs.stop();
      transport.close();
    },
  };
}
