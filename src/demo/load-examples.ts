import { z } from "zod";
import { defineUseCase, missing } from "../platform/use-case.ts";
import { asPlain } from "../platform/record/rules.ts";
import { writeEvent } from "../platform/history/store.ts";
import type { Actor } from "../platform/actor.ts";
import { OrganisationId, PersonId } from "../platform/model.ts";
import { conventionById } from "../wings/convention/conventions/store.ts";
import { ConventionId } from "../wings/convention/conventions/model.ts";
import { ActionId, type Action } from "../wings/plan/action/model.ts";
import { NoteId, type Note } from "../wings/plan/notes/model.ts";
import { ObjectiveId } from "../wings/plan/axes/model.ts";
import { insertWhole } from "../wings/plan/deletion/store.ts";
import { listAxes, saveObjective } from "../wings/plan/axes/store.ts";
import { MandateId, type Membership } from "../wings/territory/people/model.ts";
import { territoryRights } from "../wings/territory/territories/rights.ts";
import { listOrganisations, saveOrganisation } from "../wings/territory/organisations/store.ts";
import { saveMandate, savePerson } from "../wings/territory/people/store.ts";
import { realBodies } from "./examples/bodies.ts";
import { exampleObjectives, exampleOrganisations, examplePeople } from "./examples/cast.ts";
import { axis1 } from "./examples/axis-1.ts";
import { axis2 } from "./examples/axis-2.ts";
import { axis3 } from "./examples/axis-3.ts";
import { axis4 } from "./examples/axis-4.ts";
import { toAction, type ExampleReferences } from "./examples/to-action.ts";
import type { OrganisationKey } from "./examples/example.ts";
import { plantServices } from "./load-services.ts";

const examples = [...axis1, ...axis2, ...axis3, ...axis4];

const exampleKeys = z.enum([
  "exemple-centre-social",
  "exemple-creche",
  "exemple-relais",
  "exemple-jeunesse",
  "exemple-parents",
  "exemple-numerique",
  "exemple-mobilite",
]).options;

/** Fills a convention with the examples of the demonstration, each marked as such, in one step that can be emptied in one step. */
export const loadExamples = defineUseCase({
  name: "demo.load-examples",
  input: z.object({ conventionId: ConventionId }),
  by: { conventionId: ConventionId },
  subject: ({ input, tx }) => conventionById(tx, input.conventionId),
  allow: territoryRights.configure,
  run: async ({ input, subject, actor, tx, now, newId, record }) => {
    const example = { kind: "example" } as const;
    const { territory } = actor;
    const ids = new Map<OrganisationKey, OrganisationId>(realBodies(await listOrganisations(tx)));
    for (const key of exampleKeys) {
      const id = newId(OrganisationId);
      ids.set(key, id);
      await saveOrganisation(
        tx,
        territory,
        id,
        { ...exampleOrganisations[key], communeCode: null, email: null, phone: null },
        example,
      );
    }
    const axes = new Map((await listAxes(tx, subject.id)).map(({ number, id }) => [String(number), id] as const));
    const objectives = new Map<string, ObjectiveId>();
    for (const [number, title] of Object.entries(exampleObjectives)) {
      const axisId = axes.get(number.slice(0, 1));
      if (axisId === undefined) throw missing();
      const id = newId(ObjectiveId);
      objectives.set(number, id);
      await saveObjective(tx, territory, { id, axisId, number, title });
    }
    const known: ExampleReferences = {
      conventionId: input.conventionId,
      organisation: (key) => required(ids.get(key)),
      axis: (number) => required(axes.get(number)),
      objective: (number) => required(objectives.get(number)),
      newId: () => newId(z.uuid()),
    };
    const actions = examples.map((each) => ({ each, action: toAction(each, newId(ActionId), known) }));
    await insertWhole(
      tx,
      territory,
      actions.map(({ each, action }) => ({
        action,
        files: [],
        links: [],
        notes: (each.notes ?? []).map(([day, name, body]): Note => ({
          id: newId(NoteId),
          actionId: action.id,
          at: noon(day),
          author: { person: null, name, organisationId: action.who.leadId },
          body,
          confidentiality: "shared",
        })),
      })),
    );
    await tellStory(
      actions.map(({ action }) => action),
      (at, action) =>
        writeEvent(tx, narrator(actor), at, "demo.load-examples", {
          verb: "created",
          object: { kind: "action", id: action.id, label: `${action.identity.number} ${action.identity.title}` },
          after: asPlain(action),
        }),
    );
    const numbers = new Map(actions.map(({ action }) => [action.identity.number, action.id] as const));
    await plantServices({ tx, territory, organisation: known.organisation, actions: numbers, now, newId, record });
    for (const { role, name, email, organisation, function: title, entrusted } of examplePeople) {
      const id = newId(PersonId);
      const organisationId = known.organisation(organisation);
      const membership = membershipOf(role, organisationId, numbers.get(entrusted ?? ""));
      await savePerson(tx, territory, id, { name, email, phone: null, membership, provenance: example });
      await saveMandate(tx, territory, id, { id: newId(MandateId), organisationId, function: title, from: null, to: null });
    }
    return { actions: actions.length };
  },
});

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
const narrator = ({ territory }: Actor): Actor => ({ role: "operator", territory, person: null, name: "Démonstration" });

/** Oldest first, as it would have happened: the number of an event orders the history. */
async function tellStory(actions: readonly Action[], tell: (at: Date, action: Action) => Promise<unknown>): Promise<void> {
  for (const action of actions.toSorted((a, b) => a.lastNewsAt.getTime() - b.lastNewsAt.getTime()))
    await tell(action.lastNewsAt, action);
}

function membershipOf(
  role: (typeof examplePeople)[number]["role"],
  organisationId: OrganisationId,
  entrusted: string | undefined,
): Membership | null {
  switch (role) {
    case "party":
    case "elected":
      return { role, organisationId };
    case "contributor":
      return { role, actionIds: entrusted === undefined ? [] : [entrusted] };
    case "coordinator":
    case "reader":
      return { role };
  }
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw missing();
  return value;
}
