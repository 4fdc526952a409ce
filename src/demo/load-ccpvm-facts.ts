import { z } from "zod";
import { addParty } from "../wings/convention/parties/use-cases/add-party.ts";
import { createConvention } from "../wings/convention/conventions/use-cases/create-convention.ts";
import { moveConvention } from "../wings/convention/conventions/use-cases/move-convention.ts";
import { saveFramework } from "../wings/convention/frameworks/use-cases/save-framework.ts";
import type { ConventionId } from "../wings/convention/conventions/model.ts";
import type { FrameworkId } from "../wings/convention/frameworks/model.ts";
import type { Move } from "../wings/convention/conventions/rules.ts";
import { frameworkById, listFrameworks } from "../wings/convention/frameworks/store.ts";
import { listConventions } from "../wings/convention/conventions/store.ts";
import { defineUseCase, perform, wholeTerritory, type UseCase, type Runtime } from "../platform/use-case.ts";
import type { Actor } from "../platform/actor.ts";
import { asPlain } from "../platform/record/rules.ts";
import { OrganisationId, type TerritoryId } from "../platform/model.ts";
import { inOneTransaction } from "../platform/one-transaction.ts";
import { saveAxis } from "../wings/plan/axes/use-cases/save-axis.ts";
import { OrganisationFields } from "../wings/territory/organisations/model.ts";
import { territoryRights } from "../wings/territory/territories/rights.ts";
import { listOrganisations, saveOrganisation } from "../wings/territory/organisations/store.ts";
import { factsSource, firstConvention, framework, secondConvention, signatories } from "./ccpvm-facts.ts";

/** Enters the signatories in the address book with the source they come from; those that are there already are kept. */
export const enterSignatories = defineUseCase({
  name: "demo.enter-signatories",
  input: z.object({}),
  subject: wholeTerritory,
  allow: territoryRights.manage,
  run: async ({ actor, tx, newId, record }): Promise<readonly OrganisationId[]> => {
    const known = new Map((await listOrganisations(tx)).map(({ name, id }) => [name, id]));
    const ids: OrganisationId[] = [];
    for (const { representativeFunction: _, ...facts } of signatories) {
      const fields = OrganisationFields.parse(facts);
      const id = known.get(fields.name) ?? newId(OrganisationId);
      ids.push(id);
      if (known.has(fields.name)) continue;
      await saveOrganisation(tx, actor.territory, id, fields, { kind: "sourced", source: factsSource });
      await record({ verb: "created", object: { kind: "organisation", id, label: fields.name }, after: asPlain(fields) });
    }
    return ids;
  },
});

/** The two conventions of the first territory, as they are publicly known. */
export interface LoadedFacts {
  readonly first: ConventionId;
  readonly second: ConventionId;
}

/**
 * Enters the public facts of the Porte des Vosges Méridionales through the use cases that people use: the convention
 * 2019-2022, renewed, and the one of 2023-2027, in force. Both were signed before they came here, and are frozen as
 * they come in. All or nothing; a territory that has a convention is left as it is.
 */
export const loadCcpvmFacts = (runtime: Runtime, territory: TerritoryId): Promise<LoadedFacts | undefined> =>
  inOneTransaction(runtime, territory, async (inside) => {
    const known = await inside.database.inTerritory(territory, listConventions);
    if (known.length > 0) return undefined;
    const actor: Actor = { role: "operator", territory, person: null, name: "Maillage" };
    const act = async <Input extends z.ZodType, Subject, Value>(
      useCase: UseCase<Input, Subject, Value>,
      input: unknown,
    ): Promise<Value> => {
      const outcome = await perform(inside, useCase, actor, input);
      if (outcome.kind === "done") return outcome.value;
      throw new Error(`the public facts could not be entered: ${useCase.name} ${JSON.stringify(outcome)}`);
    };
    const move = (conventionId: ConventionId, name: Move) => act(moveConvention, { conventionId, move: name });

    const frameworkId = await frameworkOfVosges();
    const first = await act(createConvention, { ...firstConvention, sourcedFrom: factsSource });
    await move(first, "enter_signed");
    await move(first, "start_evaluation");

    const second = await act(createConvention, {
      ...secondConvention,
      frameworkId,
      predecessorId: first,
      sourcedFrom: factsSource,
    });
    const organisations = await act(enterSignatories, {});
    for (const [index, { representativeFunction }] of signatories.entries()) {
      await act(addParty, { conventionId: second, organisationId: organisations[index], representativeFunction });
    }
    const shared = await inside.database.inTerritory(territory, (tx) => frameworkById(tx, frameworkId));
    for (const axis of framework.axes) {
      const frameworkAxisId = shared?.axes.find(({ number }) => number === axis.number)?.id;
      await act(saveAxis, { ...axis, conventionId: second, frameworkAxisId });
    }
    await move(second, "enter_signed");
    await move(first, "renew");
    return { first, second };

    /** The scheme is shared: another territory of the Vosges may have entered it before. */
    async function frameworkOfVosges(): Promise<FrameworkId> {
      const all = await inside.database.inTerritory(territory, listFrameworks);
      const there = all.find(
        ({ departementCode, signedIn }) => departementCode === framework.departementCode && signedIn === framework.signedIn,
      );
      return (
        there?.id ??
        act(saveFramework, { ...framework, axes: framework.axes.map(({ number, title }) => ({ number: String(number), title })) })
      );
    }
  });
