import type { Database } from "../platform/database/database.ts";
import { forgetOldSecrets } from "../platform/identity/store.ts";
import { deliverWaiting } from "../platform/mail/delivery.ts";
import type { Transport } from "../platform/mail/transport.ts";
import { openJobs, type Jobs } from "../platform/jobs/jobs.ts";

interface InstanceWork {
  readonly database: Database;
  readonly transport: Transport;
  readonly now: () => Date;
  readonly onError: (error: unknown) => void;
}

/** The work of every instance: mails leave, secrets that are over are forgotten. */
export async function startInstanceWork({ database, transport, now, onError }: InstanceWork): Promise<Jobs> {
  const { owner } = database;
  const jobs = await openJobs(
    database,
    [
      {
        name: "mail.deliver",
        cron: "* * * * *",
        isRung: true,
        work: async (stopping) => {
          await deliverWaiting(owner, transport, now, stopping);
        },
      },
      { name: "identity.forget", cron: "17 3 * * *", isRung: false, work: () => forgetOldSecrets(owner, now()) },
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
