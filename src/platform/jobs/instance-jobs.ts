import type { Database } from "../database/database.ts";
import { forgetOldSecrets } from "../identity/store.ts";
import { deliverWaiting } from "../mail/delivery.ts";
import type { Transport } from "../mail/transport.ts";
import { listenForMail } from "../mail/wake.ts";
import { openJobs, type Jobs } from "./jobs.ts";

interface InstanceWork {
  readonly database: Database;
  readonly transport: Transport;
  readonly now: () => Date;
  readonly onError: (error: unknown) => void;
}

/** The work of every instance: mails leave, secrets that are over are forgotten. */
export async function startInstanceWork({ database, transport, now, onError }: InstanceWork): Promise<Jobs> {
  let round = Promise.resolve();
  const deliver = (): Promise<void> => {
    round = round.then(() => deliverWaiting(database.owner, transport, now).then(() => undefined, onError));
    return round;
  };
  const bell = listenForMail(database, () => void deliver());
  await bell.ensure();
  // What was queued while nobody listened.
  void deliver();
  const jobs = await openJobs(
    database,
    [
      {
        name: "mail.deliver",
        cron: "* * * * *",
        work: async () => {
          await bell.ensure();
          await deliver();
        },
      },
      { name: "identity.forget", cron: "17 3 * * *", work: () => forgetOldSecrets(database.owner, now()) },
    ],
    onError,
  );
  return {
    stop: async () => {
      bell.stop();
      await jobs.stop();
      await round;
      transport.close();
    },
  };
}
