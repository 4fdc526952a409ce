import type { Tx } from "../database/database.ts";
import type { TerritoryId } from "../model.ts";
import type { Lang } from "../words.ts";

/** A mail about to leave. Plain text only: what it says and where it leads can be read by anyone, and nothing hides. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** A mail whose words are found when it leaves, from the data of that moment. */
export interface UnwrittenMail {
  readonly to: string;
  /** The name of its `MailWriter`. */
  readonly writer: string;
  readonly lang: Lang;
}

/**
 * What holds a mail back for some minutes, in which it can be taken back with its cause. One mail waits for each cause and address: what
 * is sent again meanwhile joins it.
 */
export interface Hold {
  readonly cause: string;
  readonly minutes: number;
}

/** Finds the words of a mail that leaves now. `null`: there is nothing to say any more, and no mail leaves. */
export interface MailWriter {
  readonly name: string;
  readonly write: (ask: {
    readonly tx: Tx;
    readonly territoryId: TerritoryId;
    readonly to: string;
    readonly cause: string;
    readonly lang: Lang;
    readonly now: Date;
    readonly origin: string;
  }) => Promise<Pick<Mail, "subject" | "text"> | null>;
}
