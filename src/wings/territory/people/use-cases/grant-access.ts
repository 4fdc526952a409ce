import { z } from "zod";
import { defineUseCase, refuseField } from "../../../../platform/use-case.ts";
import { asPlain, samePlain } from "../../../../platform/record/rules.ts";
import { takeTurn } from "../../../../platform/history/store.ts";
import { PersonId } from "../../territories/model.ts";
import type { Membership } from "../model.ts";
import { territoryRights } from "../../territories/rights.ts";
import { leavesNoCoordinator } from "../rules.ts";
import { listPeople, personById, savePerson } from "../store.ts";
import { words } from "../words.ts";
import { membershipFields, readMembership } from "./read-membership.ts";

/** Lets a person of the address book in, or changes what they may do. */
export const grantAccess = defineUseCase({
  name: "territory.grant-access",
  input: z.object({ personId: PersonId, ...membershipFields }),
  by: { personId: PersonId },
  subject: ({ input, tx }) => personById(tx, input.personId),
  allow: territoryRights.grantAccess,
  run: async ({ input, subject, actor, lang, tx, record, wings }): Promise<Membership> => {
    const say = words(lang);
    await takeTurn(tx, actor.territory);
    const people = await listPeople(tx);
    const person = people.find(({ id }) => id === subject.id) ?? subject;
    if (person.email === null) throw refuseField("role", say("access.noEmail", { name: person.name }));
    const membership = await readMembership(tx, input, lang, wings);
    if (leavesNoCoordinator(people, person.id, membership)) throw refuseField("role", say("access.lastCoordinator"));
    const { id, mandates: _, membership: before, ...fields } = person;
    if (samePlain(asPlain(before), asPlain(membership))) return membership;
    await savePerson(tx, actor.territory, id, { ...fields, membership });
    await record({
      verb: "changed",
      object: { kind: "person", id, label: person.name },
      block: "membership",
      before: { membership: asPlain(before) },
      after: { membership: asPlain(membership) },
    });
    return membership;
  },
});
