import { z } from "zod";
import { defineUseCase, missing, refuseField } from "../../../../platform/use-case.ts";
import { asPlain } from "../../../../platform/record/rules.ts";
import { writtenDay } from "../../../../platform/model.ts";
import { MandateId } from "../model.ts";
import { PersonId } from "../../territories/model.ts";
import { territoryRights } from "../../territories/rights.ts";
import { personById, saveMandate } from "../store.ts";
import { words } from "../words.ts";

/** Ends a mandate on a day. It stays in the address book: what was decided under it keeps its author. */
export const endMandate = defineUseCase({
  name: "territory.end-mandate",
  input: z.object({ personId: PersonId, id: MandateId, to: writtenDay }),
  by: { personId: PersonId },
  subject: ({ input, tx }) => personById(tx, input.personId),
  allow: territoryRights.manage,
  run: async ({ input: { id, to }, subject: person, actor, lang, tx, record }): Promise<void> => {
    const mandate = person.mandates.find((each) => each.id === id);
    if (mandate === undefined) throw missing();
    if (mandate.from !== null && to < mandate.from) throw refuseField("to", words(lang)("mandate.endsBeforeStart"));
    if (mandate.to === to) return;
    const ended = { ...mandate, to };
    await saveMandate(tx, actor.territory, person.id, ended);
    const object = { kind: "person", id: person.id, label: person.name };
    await record({ verb: "changed", object, block: "mandates", before: asPlain(mandate), after: asPlain(ended) });
  },
});
