import { z } from "zod";
import { defineUseCase, refuseField } from "../../../../platform/use-case.ts";
import { asPlain } from "../../../../platform/record/rules.ts";
import { takeTurn } from "../../../../platform/history/store.ts";
import { PersonId } from "../../territories/model.ts";
import { territoryRights } from "../../territories/rights.ts";
import { leavesNoCoordinator } from "../rules.ts";
import { listPeople, personById, savePerson } from "../store.ts";
import { words } from "../words.ts";

/** Closes the door: the person stays in the address book, and all that they did stays theirs. */
export const revokeAccess = defineUseCase({
  name: "territory.revoke-access",
  input: z.object({ personId: PersonId }),
  by: { personId: PersonId },
  subject: ({ input, tx }) => personById(tx, input.personId),
  allow: territoryRights.grantAccess,
  run: async ({ subject, actor, lang, tx, record }): Promise<{ readonly name: string }> => {
    await takeTurn(tx, actor.territory);
    const people = await listPeople(tx);
    const { id, mandates: _, membership, ...fields } = people.find((each) => each.id === subject.id) ?? subject;
    if (leavesNoCoordinator(people, id, null)) throw refuseField("personId", words(lang)("access.lastCoordinator"));
    if (membership === null) return { name: fields.name };
    await savePerson(tx, actor.territory, id, { ...fields, membership: null });
    await record({
      verb: "changed",
      object: { kind: "person", id, label: fields.name },
      block: "membership",
      before: { membership: asPlain(membership) },
      after: { membership: null },
    });
    return { name: fields.name };
  },
});
