import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase } from "../../../../test/database.ts";
import { ConventionFields, ConventionId } from "../../convention/conventions/model.ts";
import { insertConvention } from "../../convention/conventions/store.ts";
import { perform, type UseCase, type Outcome, type Runtime } from "../../../platform/use-case.ts";
import type { Actor } from "../../../platform/actor.ts";
import { openDatabase } from "../../../platform/database/database.ts";
import { folderFileStore } from "../../../platform/files/file-store.ts";
import { v7 } from "../../../platform/id.ts";
import { OrganisationId, PersonId, TerritoryId } from "../../../platform/model.ts";
import { addTerritory } from "../../territory/territories/use-cases/add-territory.ts";
import { saveOrganisation } from "../../territory/organisations/store.ts";
import { savePerson } from "../../territory/people/store.ts";
import type { z } from "zod";
import { AxisId, ObjectiveId } from "../axes/model.ts";
import type { Action, ActionId } from "./model.ts";
import { createAction } from "./use-cases/create-action.ts";
import { readEvents } from "../../../platform/history/store.ts";
import { loadAction } from "./store.ts";
import { saveAxis, saveObjective } from "../axes/store.ts";
import { wings } from "../../../app/wings.ts";

const id = () => v7(new Date());

/** A territory in a database of its own, with a convention, two axes and three organisations. */
export async function plantTerritory(siren: string) {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), "maillage-plan-"));
  const time = { now: new Date("2026-11-02T09:00:00Z") };
  const runtime: Runtime = {
    database: openDatabase(database.url),
    clock: { now: () => time.now },
    wings,
    files: folderFileStore(folder),
    origin: "https://ctg.example",
    undoMinutes: 0,
  };
  const first = await plant(runtime, siren);
  return {
    ...first,
    runtime,
    /** Where its files are. */
    folder,
    time,
    url: database.url,
    another: (otherSiren: string) => plant(runtime, otherSiren),
    close: async () => {
      await runtime.database.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function plant(runtime: Runtime, siren: string) {
  const territory = TerritoryId.parse(id());
  const operator: Actor = { role: "operator", territory, person: null, name: "Instance" };
  const added = await perform(runtime, addTerritory, operator, { siren });
  if (added.kind !== "done") throw new Error(`the territory was not added: ${JSON.stringify(added)}`);
  const organisations = { epci: OrganisationId.parse(id()), caf: OrganisationId.parse(id()), centre: OrganisationId.parse(id()) };
  const conventionId = ConventionId.parse(id());
  const axes = [AxisId.parse(id()), AxisId.parse(id())] as const;
  const objective = ObjectiveId.parse(id());
  const person = PersonId.parse(id());
  const example = { kind: "example" as const };
  await runtime.database.inTerritory(territory, async (tx) => {
    await saveOrganisation(tx, territory, organisations.epci, organisationOf("epci", "Communauté de communes"), example);
    await saveOrganisation(tx, territory, organisations.caf, organisationOf("caf", "Caf"), example);
    await saveOrganisation(tx, territory, organisations.centre, organisationOf("association", "Centre social"), example);
    await savePerson(tx, territory, person, {
      name: "Alix Exemple",
      email: "alix@exemple.fr",
      phone: null,
      membership: null,
      provenance: example,
    });
    await insertConvention(tx, territory, {
      ...ConventionFields.parse({ title: "Convention 2023-2027" }),
      id: conventionId,
      state: "in_force",
      provenance: example,
      predecessorId: null,
    });
    await saveAxis(tx, territory, {
      id: axes[0],
      conventionId,
      number: 1,
      title: "Connaître",
      plainWords: null,
      frameworkAxisId: null,
    });
    await saveAxis(tx, territory, {
      id: axes[1],
      conventionId,
      number: 2,
      title: "Répartir",
      plainWords: null,
      frameworkAxisId: null,
    });
    await saveObjective(tx, territory, { id: objective, axisId: axes[0], number: "1.1", title: "Faire savoir" });
  });
  const someone = { territory, person, name: "Alix Exemple" };
  return {
    territory,
    conventionId,
    axes,
    objective,
    organisations,
    person,
    as: {
      operator,
      coordinator: { ...someone, role: "coordinator" } satisfies Actor,
      epci: { ...someone, role: "party", organisation: organisations.epci } satisfies Actor,
      caf: {
        ...someone,
        person: PersonId.parse(id()),
        role: "party",
        organisation: organisations.caf,
        name: "Caf",
      } satisfies Actor,
      elected: { ...someone, role: "elected", organisation: organisations.epci } satisfies Actor,
      reader: { ...someone, role: "reader" } satisfies Actor,
      visitor: { role: "public", territory } satisfies Actor,
    },
    run: <Input extends z.ZodType, Subject, Value>(action: UseCase<Input, Subject, Value>, actor: Actor, raw: unknown) =>
      perform(runtime, action, actor, raw),
    /** As a page looks: what was read in the state of now is kept. */
    look: <Result>(query: Parameters<typeof runtime.database.look<Result>>[1]) => runtime.database.look(territory, query),
    read: <Result>(query: Parameters<typeof runtime.database.inTerritory<Result>>[1]) =>
      runtime.database.inTerritory(territory, query),
  };
}

const organisationOf = (kind: "epci" | "caf" | "association", name: string) => ({
  kind,
  name,
  shortName: null,
  communeCode: null,
  email: null,
  phone: null,
});

/** The value of a use case that must have been done. */
export function done<Value>(outcome: Outcome<Value>): Value {
  if (outcome.kind !== "done") throw new Error(`not done: ${JSON.stringify(outcome)}`);
  return outcome.value;
}

type Planted = Awaited<ReturnType<typeof plantTerritory>>;

/** Short ways to the actions of a planted territory. */
export function actionsOf(here: () => Planted) {
  const identity = () => ({
    number: "1.1",
    title: "Ouvrir un relais",
    axisId: here().axes[0],
    confidentiality: "shared",
    themes: "petite-enfance",
  });
  const typed = (more: object = {}) => ({
    conventionId: here().conventionId,
    identity: identity(),
    who: { leadId: here().organisations.epci, participation: "none" },
    ...more,
  });
  return {
    identity,
    typed,
    create: async (more: object = {}): Promise<ActionId> =>
      done(await here().run(createAction, here().as.coordinator, typed(more))),
    load: async (id: ActionId): Promise<Action> => {
      const action = await here().read((tx) => loadAction(tx, id));
      if (action === undefined) throw new Error("the action is not there");
      return action;
    },
    seq: (id: ActionId) => here().read(async (tx) => (await readEvents(tx, { kind: "action", id, limit: 1 }))[0]?.seq ?? 0),
    events: (id: ActionId) => here().read((tx) => readEvents(tx, { kind: "action", id })),
  };
}
