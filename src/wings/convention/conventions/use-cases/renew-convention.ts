import { z } from "zod";
import { defineUseCase, missing, refuseField } from "../../../../platform/use-case.ts";
import { asPlain } from "../../../../platform/record/rules.ts";
import { firstDay, lastDay, writtenKnownDate } from "../../../../platform/known-date.ts";
import { line, optional } from "../../../../platform/model.ts";
import { ConventionFields, ConventionId } from "../model.ts";
import { PartyId } from "../../parties/model.ts";
import { conventionRights } from "../rights.ts";
import { isSigned, life } from "../rules.ts";
import { conventionById, insertConvention, lockConvention, successorOf } from "../store.ts";
import { insertParty } from "../../parties/store.ts";
import { saveCompetence } from "../../competences/store.ts";
import { conventionWords } from "../words.ts";

/**
 * Prepares the convention that follows: same scheme, themes, parties and competences, nothing signed. Texts are not
 * carried over, commitments neither: they are what is negotiated anew.
 */
export const renewConvention = defineUseCase({
  name: "convention.renew",
  input: z.object({
    conventionId: ConventionId,
    title: line(200),
    periodStart: optional(writtenKnownDate),
    periodEnd: optional(writtenKnownDate),
  }),
  by: { conventionId: ConventionId },
  subject: ({ input, tx }) => conventionById(tx, input.conventionId),
  allow: conventionRights.edit,
  run: async ({ input, actor, lang, tx, newId, record }): Promise<ConventionId> => {
    const say = conventionWords(lang);
    const former = await lockConvention(tx, input.conventionId);
    if (former === undefined) throw missing();
    if (!isSigned(former.state)) throw refuseField("", say("renew.notSigned"));
    if ((await successorOf(tx, former.id)) !== undefined) throw refuseField("", say("create.alreadyRenewed"));
    const { title, periodStart, periodEnd } = input;
    if (periodStart !== null && periodEnd !== null && firstDay(periodStart) > lastDay(periodEnd))
      throw refuseField("periodEnd", say("renew.endBeforeStart"));
    const id = newId(ConventionId);
    const fields = ConventionFields.parse({
      title,
      periodStart,
      periodEnd,
      frameworkId: former.frameworkId,
      themes: former.themes,
    });
    await insertConvention(tx, actor.territory, {
      ...fields,
      id,
      state: life.initial,
      provenance: { kind: "entered" },
      predecessorId: former.id,
    });
    for (const { organisationId } of former.parties) {
      await insertParty(tx, actor.territory, id, {
        id: newId(PartyId),
        organisationId,
        representative: null,
        representativeFunction: null,
        deliberationNumber: null,
        deliberationDate: null,
        deliberationFileId: null,
        commitments: null,
        signedOn: null,
      });
    }
    for (const cell of former.competences) await saveCompetence(tx, actor.territory, id, cell);
    await record({
      verb: "created",
      object: { kind: "convention", id, label: title },
      after: asPlain({ title, periodStart, periodEnd, predecessorId: former.id, parties: former.parties.length }),
    });
    return id;
  },
});
