import { z } from "zod";
import { defineUseCase, refuseField } from "../../../../platform/use-case.ts";
import { asPlain } from "../../../../platform/record/rules.ts";
import { takeTurn } from "../../../../platform/history/store.ts";
import { PersonId } from "../../territories/model.ts";
import { territoryRights } from "../../territories/rights.ts";
import { personById, removePerson as store } from "../store.ts";
import { words } from "../words.ts";

/** Takes a person out of the address book, once they have no access and nothing names them. */
export const removePerson = defineUseCase({
  name: "territory.remove-person",
  input: z.object({ id: PersonId }),
  by: { id: PersonId },
  subject: ({ input, tx }) => personById(tx, input.id),
  allow: territoryRights.manage,
  run: async ({ subject, actor, lang, tx, record }): Promise<{ readonly name: string }> => {
    const { id, name } = subject;
    const say = words(lang);
    await takeTurn(tx, actor.territory);
    const now = await personById(tx, id);
    if (now?.membership != null) throw refuseField("id", say("person.hasAccess", { name }));
    if (!(await store(tx, id))) throw refuseField("id", say("person.used", { name }));
    await record({ verb: "deleted", object: { kind: "person", id, label: name }, before: asPlain(subject) });
    return { name };
  },
});
