import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "../../../platform/database/database.ts";
import { keptRead } from "../../../platform/kept/kept-read.ts";
import type { TerritoryId } from "../../../platform/model.ts";
import type { ServiceId } from "../card/model.ts";
import { campaign, directoryQuestion, keeperLink, proposal } from "../card/tables.ts";
import type {
  Campaign,
  CampaignId,
  KeeperAnswer,
  KeeperLink,
  KeeperLinkId,
  Proposal,
  ProposalId,
  ProposalState,
  Question,
  QuestionId,
} from "./model.ts";

/** A row as the model knows it: the territory is everywhere the same. */
const own = <Row extends { readonly territoryId: TerritoryId }>({ territoryId: _, ...row }: Row): Omit<Row, "territoryId"> => row;

export const listCampaigns = keptRead(async (tx: Tx): Promise<readonly Campaign[]> => {
  return (await tx.select().from(campaign).orderBy(desc(campaign.startedAt), desc(campaign.id))).map(own);
});

/** Reads a campaign and keeps others from changing it until the end of the transaction. */
export async function lockCampaign(tx: Tx, id: CampaignId): Promise<Campaign | undefined> {
  const [row] = await tx.select().from(campaign).where(eq(campaign.id, id)).for("no key update");
  return row && own(row);
}

export async function insertCampaign(tx: Tx, territoryId: TerritoryId, fields: Campaign): Promise<void> {
  await tx.insert(campaign).values({ territoryId, ...fields });
}

export async function endCampaignRow(tx: Tx, id: CampaignId, endedAt: Date): Promise<void> {
  await tx.update(campaign).set({ endedAt }).where(eq(campaign.id, id));
}

export const listLinks = keptRead(async (tx: Tx, campaigns: readonly CampaignId[]): Promise<readonly KeeperLink[]> => {
  if (campaigns.length === 0) return [];
  const rows = await tx
    .select()
    .from(keeperLink)
    .where(inArray(keeperLink.campaignId, [...campaigns]))
    .orderBy(asc(keeperLink.sentAt), asc(keeperLink.id));
  return rows.map(own);
});

export const linkById = keptRead(async (tx: Tx, id: KeeperLinkId): Promise<KeeperLink | undefined> => {
  const [row] = await tx.select().from(keeperLink).where(eq(keeperLink.id, id));
  return row && own(row);
});

export const linkByDigest = keptRead(async (tx: Tx, digest: string): Promise<KeeperLink | undefined> => {
  const [row] = await tx.select().from(keeperLink).where(eq(keeperLink.digest, digest));
  return row && own(row);
});

export async function insertLinks(tx: Tx, territoryId: TerritoryId, links: readonly KeeperLink[]): Promise<void> {
  if (links.length > 0) await tx.insert(keeperLink).values(links.map((link) => ({ territoryId, ...link })));
}

/** Takes back the links to a card that a campaign sent, every mail of it; to all its cards where none is said. */
export async function revokeLinks(tx: Tx, at: Date, of: { campaignId: CampaignId; serviceId?: ServiceId }): Promise<void> {
  const { campaignId, serviceId } = of;
  await tx
    .update(keeperLink)
    .set({ revokedAt: at })
    .where(
      and(
        eq(keeperLink.campaignId, campaignId),
        serviceId === undefined ? undefined : eq(keeperLink.serviceId, serviceId),
        isNull(keeperLink.revokedAt),
      ),
    );
}

export async function answerLink(tx: Tx, id: KeeperLinkId, answeredAt: Date, answer: KeeperAnswer): Promise<void> {
  await tx.update(keeperLink).set({ answeredAt, answer }).where(eq(keeperLink.id, id));
}

/** What people propose, the oldest first: it has waited longest. */
export const listWaitingProposals = keptRead(async (tx: Tx): Promise<readonly Proposal[]> => {
  const waiting = sql`${proposal.state}->>'kind' = 'waiting'`;
  return (await tx.select().from(proposal).where(waiting).orderBy(asc(proposal.at), asc(proposal.id))).map(own);
});

export const proposalById = keptRead(async (tx: Tx, id: ProposalId): Promise<Proposal | undefined> => {
  const [row] = await tx.select().from(proposal).where(eq(proposal.id, id));
  return row && own(row);
});

/** Reads a proposal and keeps others from answering it until the end of the transaction. */
export async function lockProposal(tx: Tx, id: ProposalId): Promise<Proposal | undefined> {
  const [row] = await tx.select().from(proposal).where(eq(proposal.id, id)).for("no key update");
  return row && own(row);
}

export async function insertProposal(tx: Tx, territoryId: TerritoryId, fields: Proposal): Promise<void> {
  await tx.insert(proposal).values({ territoryId, ...fields });
}

export async function setProposalState(tx: Tx, id: ProposalId, state: ProposalState): Promise<void> {
  await tx.update(proposal).set({ state }).where(eq(proposal.id, id));
}

export const listOpenQuestions = keptRead(async (tx: Tx): Promise<readonly Question[]> => {
  const open = sql`${directoryQuestion.state}->>'kind' = 'open'`;
  const rows = await tx
    .select()
    .from(directoryQuestion)
    .where(open)
    .orderBy(asc(directoryQuestion.at), asc(directoryQuestion.id));
  return rows.map(own);
});

export async function lockQuestion(tx: Tx, id: QuestionId): Promise<Question | undefined> {
  const [row] = await tx.select().from(directoryQuestion).where(eq(directoryQuestion.id, id)).for("no key update");
  return row && own(row);
}

export async function insertQuestion(tx: Tx, territoryId: TerritoryId, fields: Question): Promise<void> {
  await tx.insert(directoryQuestion).values({ territoryId, ...fields });
}

export async function setQuestionState(tx: Tx, id: QuestionId, state: Question["state"]): Promise<void> {
  await tx.update(directoryQuestion).set({ state }).where(eq(directoryQuestion.id, id));
}
