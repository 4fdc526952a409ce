import { z } from "zod";
import { defineUseCase, missing, refuseField, type UseCaseRun } from "../../../../platform/use-case.ts";
import { nameOf } from "../../../../platform/actor.ts";
import { fieldChanges, asPlain } from "../../../../platform/record/rules.ts";
import { lastSeq } from "../../../../platform/history/store.ts";
import { line, optional, prose } from "../../../../platform/model.ts";
import { territoryById } from "../../../territory/territories/store.ts";
import { seen } from "../../../../platform/record/parts.ts";
import { changeCard, PublicPart } from "../../card/use-cases/change-card.ts";
import { checkReferences } from "../../card/use-cases/check-references.ts";
import { findService } from "../../card/use-cases/find-service.ts";
import { upkeepWords } from "../words.ts";
import { partNames, ServiceId } from "../../card/model.ts";
import { directoryRights, serviceRights } from "../../card/rights.ts";
import { authorMail } from "../author-mail.ts";
import { ProposalAuthor, ProposalId, type Proposal } from "../model.ts";
import { insertProposal, lockProposal, setProposalState } from "../store.ts";

const proposalObject = (id: ProposalId, name: string) => ({ kind: "proposal", id, label: name });

/** Proposes to change a card, by anyone who reads it: a part as it should be, or what is wrong in one's own words. */
export const proposeChange = defineUseCase({
  name: "directory.propose-change",
  input: z.object({
    serviceId: ServiceId,
    author: z.preprocess((value) => value ?? {}, ProposalAuthor),
    message: optional(prose(2_000)),
    change: optional(PublicPart),
  }),
  by: { serviceId: ServiceId },
  subject: ({ input, tx }) => findService(tx, input.serviceId),
  allow: serviceRights.propose,
  run: async ({ input, subject: { service }, actor, lang, tx, now, newId, record }): Promise<ProposalId> => {
    const { author, message, change } = input;
    const say = upkeepWords(lang);
    const changes: Proposal["changes"] = change === null ? {} : { [change.part]: change.value };
    await checkReferences(tx, lang, { card: changes, before: service, prefix: () => "change.value." });
    if (change === null && message === null) throw refuseField("message", say("propose.nothing"));
    if (change !== null && fieldChanges(asPlain(service[change.part]), asPlain(change.value)).length === 0)
      throw refuseField("", say("propose.same"));
    const id = newId(ProposalId);
    const at = await lastSeq(tx, { kind: "service", id: service.id });
    const state = { kind: "waiting" as const };
    const proposal = { id, serviceId: service.id, at: now, author, message, changes, seen: at, state };
    await insertProposal(tx, actor.territory, proposal);
    // Neither the name nor the address of who proposes: the history of a card is kept longer than they would wish.
    await record({ verb: "created", object: proposalObject(id, service.offer.name), after: asPlain(changes) });
    return id;
  },
});

/** Tells whoever proposed what became of it, where they left an address. */
async function tellAuthor(
  { tx, actor, send }: Pick<UseCaseRun<unknown, unknown>, "tx" | "actor" | "send">,
  { author: { email, name } }: Proposal,
  service: string,
  outcomeIn: (slug: string) => Parameters<typeof authorMail>[0]["outcome"],
): Promise<void> {
  if (email === null) return;
  const territory = await territoryById(tx, actor.territory);
  if (territory === undefined) throw missing();
  await send(authorMail({ to: email, name, service, territory: territory.name, outcome: outcomeIn(territory.slug) }));
}

/** Takes a proposal: the card becomes as it says. What someone changed since the proposal was read is seen first. */
export const acceptProposal = defineUseCase({
  name: "directory.accept-proposal",
  input: z.object({ proposalId: ProposalId, seen }),
  by: { proposalId: ProposalId },
  subject: ({ input, tx }) => lockProposal(tx, input.proposalId),
  allow: directoryRights.review,
  run: async ({ input, subject: proposal, ...work }): Promise<ServiceId> => {
    const { actor, lang, tx, now, record } = work;
    if (proposal.state.kind !== "waiting") throw refuseField("", upkeepWords(lang)("proposal.answered"));
    const found = await findService(tx, proposal.serviceId);
    if (found === undefined) throw missing();
    let { service } = found;
    for (const part of partNames) {
      const value = proposal.changes[part];
      if (value !== undefined)
        service = await changeCard(work, service, { ...PublicPart.parse({ part, value }), seen: input.seen });
    }
    const by = nameOf(actor);
    await setProposalState(tx, proposal.id, { kind: "accepted", at: now.toISOString(), by });
    await record({ verb: "moved", object: proposalObject(proposal.id, service.offer.name), after: { kind: "accepted" } });
    const link = (slug: string): string => `${work.origin}/${slug}/annuaire/services/${service.id}`;
    await tellAuthor(work, proposal, service.offer.name, (slug) => ({ kind: "accepted", link: link(slug) }));
    return service.id;
  },
});

/** Leaves a proposal aside, with the reason for who proposed and for those who come after. */
export const refuseProposal = defineUseCase({
  name: "directory.refuse-proposal",
  input: z.object({ proposalId: ProposalId, reason: optional(line(300)) }),
  by: { proposalId: ProposalId },
  subject: ({ input, tx }) => lockProposal(tx, input.proposalId),
  allow: directoryRights.review,
  run: async ({ input, subject: proposal, ...work }): Promise<void> => {
    const { actor, lang, tx, now, record } = work;
    if (proposal.state.kind !== "waiting") throw refuseField("", upkeepWords(lang)("proposal.answered"));
    const found = await findService(tx, proposal.serviceId);
    const by = nameOf(actor);
    await setProposalState(tx, proposal.id, { kind: "refused", at: now.toISOString(), by, reason: input.reason });
    const after = { kind: "refused" as const, reason: input.reason };
    const name = found?.service.offer.name ?? "";
    await record({ verb: "moved", object: proposalObject(proposal.id, name), after });
    if (found !== undefined) await tellAuthor(work, proposal, name, () => after);
  },
});
