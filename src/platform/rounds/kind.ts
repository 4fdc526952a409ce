import type { Tx } from "../database/database.ts";
import type { Mail } from "../mail/model.ts";
import type { TerritoryId } from "../model.ts";
import type { Lang } from "../words.ts";
import type { Round, RoundLink } from "./model.ts";
import type { Secret } from "./secret.ts";

/** What someone is asked in a round at the moment when their mail leaves. */
export interface RoundLetter {
  readonly tx: Tx;
  readonly territoryId: TerritoryId;
  readonly origin: string;
  readonly lang: Lang;
  readonly now: Date;
  readonly round: Round;
  /** In lower case. */
  readonly to: string;
  /** What they hold, did not answer and may still open. */
  readonly links: readonly RoundLink[];
  /** Whether they were written to before in this round. */
  readonly look: "first" | "reminder";
  /** The secret that ends the address of a link in this mail. */
  readonly secretOf: (link: RoundLink) => Secret;
}

/** What a wing declares of its rounds: their name, and what their mails say. What is asked, who may open it and on which page is its own. */
export interface RoundKind {
  readonly name: string;
  /** One mail for all that a person is asked; `null` when none of it is theirs to answer any more. */
  readonly write: (letter: RoundLetter) => Promise<Pick<Mail, "subject" | "text"> | null>;
}
