import { z } from "zod";
import { defineUseCase, refuseField } from "../../../../platform/use-case.ts";
import { takeTurn } from "../../../../platform/history/store.ts";
import { PersonId } from "../../../../platform/model.ts";
import { personById, savePerson } from "../../../territory/people/store.ts";
import { actionWords } from "../words.ts";
import { ActionId } from "../model.ts";
import { actionRights } from "../rights.ts";
import { actionObject, findAction } from "./find-action.ts";

/** Entrusts one fiche to someone of the address book, who may then change it and no other. */
export const entrustAction = defineUseCase({
  name: "plan.entrust-action",
  input: z.object({ actionId: ActionId, personId: PersonId }),
  by: { actionId: ActionId },
  subject: ({ input, tx }) => findAction(tx, input.actionId),
  allow: actionRights.entrust,
  run: async ({ input, subject: { action }, actor, lang, tx, record }): Promise<{ readonly name: string }> => {
    const say = actionWords(lang);
    await takeTurn(tx, actor.territory);
    const person = await personById(tx, input.personId);
    if (person === undefined) throw refuseField("personId", say("entrust.unknown"));
    const { id, mandates: _, membership, ...fields } = person;
    if (fields.email === null) throw refuseField("personId", say("entrust.noEmail", { name: person.name }));
    if (membership !== null && membership.role !== "contributor" && membership.role !== "reader") {
      throw refuseField("personId", say("entrust.hasRole", { name: person.name }));
    }
    const held = membership?.role === "contributor" ? membership.actionIds : [];
    if (held.includes(action.id)) return { name: person.name };
    const next = { role: "contributor" as const, actionIds: [...held, action.id] };
    await savePerson(tx, actor.territory, id, { ...fields, membership: next });
    await record({
      verb: "changed",
      object: actionObject(action),
      block: "entrusted",
      after: { personId: id, name: person.name },
    });
    await record({
      verb: "changed",
      object: { kind: "person", id, label: person.name },
      block: "membership",
      before: { membership },
      after: { membership: next },
    });
    return { name: person.name };
  },
});
