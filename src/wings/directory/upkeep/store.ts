import { asc, eq, sql } from "drizzle-orm";
import type { Tx } from "../../../platform/database/database.ts";
import { keptRead } from "../../../platform/kept/kept-read.ts";
import type { TerritoryId } from "../../../platform/model.ts";
import { directoryQuestion, proposal } from "./tables.ts";
import type { Proposal, ProposalId, ProposalState, Question, QuestionId } from "./model.ts";

/** A row as the model knows it: the territory is everywhere the same. */
const own = <Row extends { readonly territoryId: TerritoryId }>({ territoryId: _, ...row }: Row): Omit<Row, "territoryId"> => row;

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
