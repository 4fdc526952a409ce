import { z } from "zod";
import type { Plain } from "../history/model.ts";
import type { Day } from "../model.ts";

export const RoundId = z.uuid().brand<"RoundId">();
export type RoundId = z.infer<typeof RoundId>;
export const RoundLinkId = z.uuid().brand<"RoundLinkId">();
export type RoundLinkId = z.infer<typeof RoundLinkId>;

/** A round of questions sent by personal links, to people who need no account. */
export interface Round {
  readonly id: RoundId;
  /** The name of its `RoundKind`. */
  readonly kind: string;
  readonly name: string;
  /** What its kind keeps of it. */
  readonly about: Plain;
  readonly startedAt: Date;
  readonly startedBy: string;
  readonly closesOn: Day;
  readonly endedAt: Date | null;
  /** How long its mails can be taken back. */
  readonly undoMinutes: number;
}

/** A way for one person to one thing of a round, by any of the secrets that they received. */
export interface RoundLink {
  readonly id: RoundLinkId;
  readonly roundId: RoundId;
  /** What they are asked about: its kind is known to the kind of the round. */
  readonly objectId: string;
  /** In lower case. */
  readonly email: string;
  readonly name: string | null;
  readonly askedAt: Date;
  readonly remindedAt: Date | null;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  /** The link of the person who passed it on; `null`: they were asked by us. */
  readonly passedFrom: RoundLinkId | null;
  readonly passedAt: Date | null;
  readonly answeredAt: Date | null;
  /** One of the answers of the kind of the round. */
  readonly answer: string | null;
}

/** Someone who is asked about some things. */
export interface Asked {
  readonly email: string;
  readonly name: string | null;
  readonly objectIds: readonly string[];
}
