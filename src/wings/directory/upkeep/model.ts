import { z } from "zod";
import { email, line, optional, prose, setOf, writtenDay, type Day } from "../../../platform/model.ts";
import type { ServiceId } from "../card/model.ts";
import { Card } from "../card/model.ts";
import { ServiceKindKey } from "../kinds/model.ts";

export const ProposalId = z.uuid().brand<"ProposalId">();
export type ProposalId = z.infer<typeof ProposalId>;
export const QuestionId = z.uuid().brand<"QuestionId">();
export type QuestionId = z.infer<typeof QuestionId>;

/** The rounds in which the keepers of some services are asked whether their cards are right. */
export const campaignKind = "directory.upkeep";

export const CampaignFields = z.object({
  name: line(120),
  /** Empty: every kind. */
  kinds: setOf(ServiceKindKey),
  /** Empty: every commune. */
  communes: setOf(z.string().regex(/^\w{5}$/)),
  closesOn: writtenDay,
});

/** What a keeper says of a card; a press on "everything is right" beats a correction. */
export const keeperAnswers = ["confirmed", "corrected"] as const;
export type KeeperAnswer = (typeof keeperAnswers)[number];

/** Who proposes, when they say it: to be thanked or asked, never shown. */
export const ProposalAuthor = z.object({ name: optional(line(120)), email: optional(email) });
/** Some parts of a card as someone would have them. */
export const ProposedParts = Card.partial();
export type ProposalState =
  | { readonly kind: "waiting" }
  | { readonly kind: "accepted"; readonly at: string; readonly by: string }
  | { readonly kind: "refused"; readonly at: string; readonly by: string; readonly reason: string | null };
export interface Proposal {
  readonly id: ProposalId;
  readonly serviceId: ServiceId;
  readonly at: Date;
  readonly author: z.infer<typeof ProposalAuthor>;
  readonly message: string | null;
  readonly changes: z.infer<typeof ProposedParts>;
  /** Number of the last event of the card when it was proposed. */
  readonly seen: number;
  readonly state: ProposalState;
}

export const QuestionFields = z.object({
  text: prose(1_000),
  searched: optional(line(300)),
  communeCode: optional(z.string().regex(/^\w{5}$/)),
  email: optional(email),
});
/** What someone looked for and did not find: it tells the coordinator what is missing. */
export type Question = z.infer<typeof QuestionFields> & {
  readonly id: QuestionId;
  readonly at: Date;
  readonly state: { readonly kind: "open" } | { readonly kind: "done"; readonly on: Day; readonly by: string };
};
