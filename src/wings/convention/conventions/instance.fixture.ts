import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { z } from "zod";
import { createTestDatabase } from "../../../../test/database.ts";
import { perform, type UseCase, type Outcome, type Runtime } from "../../../platform/use-case.ts";
import type { Actor } from "../../../platform/actor.ts";
import { openDatabase } from "../../../platform/database/database.ts";
import { folderFileStore } from "../../../platform/files/file-store.ts";
import { PersonId, TerritoryId, type OrganisationId } from "../../../platform/model.ts";
import { saveAxis } from "../../plan/axes/use-cases/save-axis.ts";
import { addTerritory } from "../../territory/territories/use-cases/add-territory.ts";
import { saveOrganisation } from "../../territory/organisations/use-cases/save-organisation.ts";
import { addParty } from "../parties/use-cases/add-party.ts";
import { createConvention } from "./use-cases/create-convention.ts";
import { moveConvention } from "./use-cases/move-convention.ts";
import type { Convention, ConventionId } from "./model.ts";
import type { PartyId } from "../parties/model.ts";
import { conventionById } from "./store.ts";
import { wings } from "../../../app/wings.ts";

export const here = TerritoryId.parse("00000000-0000-7000-8000-000000000001");
export const elsewhere = TerritoryId.parse("00000000-0000-7000-8000-000000000002");
const person = PersonId.parse("00000000-0000-7000-8000-0000000000aa");
export const coordinator: Actor = { role: "coordinator", territory: here, person, name: "Camille" };
export const neighbour: Actor = { role: "coordinator", territory: elsewhere, person, name: "Dominique" };
export const partyMember = (organisation: OrganisationId): Actor => ({
  role: "party",
  territory: here,
  person,
  name: "Alex",
  organisation,
});

export const pdf = (text = "%PDF-1.7 …"): File => new File([text], "délibération n° 12.pdf", { type: "application/pdf" });

/** Two territories on a database of this test's own, the first with a Caf and an EPCI, on 23 November 2026. */
export interface TestInstance {
  readonly runtime: Runtime;
  readonly caf: OrganisationId;
  readonly epci: OrganisationId;
  readonly ask: <Input extends z.ZodType, Subject, Value>(
    useCase: UseCase<Input, Subject, Value>,
    input: unknown,
    actor?: Actor,
  ) => Promise<Outcome<Value>>;
  /** Asks, and fails unless it is done. */
  readonly done: <Input extends z.ZodType, Subject, Value>(
    useCase: UseCase<Input, Subject, Value>,
    input: unknown,
    actor?: Actor,
  ) => Promise<Value>;
  readonly read: (id: ConventionId) => Promise<Convention>;
  /** A convention whose plan is validated, with two parties that have not signed: the EPCI, then the Caf. */
  readonly readyToSign: () => Promise<{ readonly id: ConventionId; readonly parties: readonly [PartyId, PartyId] }>;
  readonly close: () => Promise<void>;
}

export async function openTestInstance(): Promise<TestInstance> {
  const place = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), "maillage-convention-"));
  const runtime: Runtime = {
    database: openDatabase(place.url),
    clock: { now: () => new Date("2026-11-23T09:00:00Z") },
    wings,
    files: folderFileStore(folder),
    origin: "http://localhost:3000",
    undoMinutes: 0,
  };
  const ask: TestInstance["ask"] = (useCase, input, actor = coordinator) => perform(runtime, useCase, actor, input);
  const done: TestInstance["done"] = async (action, input, actor) => {
    const outcome = await ask(action, input, actor);
    if (outcome.kind !== "done") throw new Error(`${action.name}: ${JSON.stringify(outcome)}`);
    return outcome.value;
  };
  await done(addTerritory, { siren: "200068377" }, { role: "operator", territory: here, person: null, name: "Maillage" });
  await done(addTerritory, { siren: "200033868" }, { role: "operator", territory: elsewhere, person: null, name: "Maillage" });
  const { id: caf } = await done(saveOrganisation, { kind: "caf", name: "Caf des Vosges" });
  const { id: epci } = await done(saveOrganisation, { kind: "epci", name: "Communauté de communes" });
  return {
    runtime,
    caf,
    epci,
    ask,
    done,
    read: async (id) => {
      const found = await runtime.database.inTerritory(here, (tx) => conventionById(tx, id));
      if (found === undefined) throw new Error("the convention");
      return found;
    },
    readyToSign: async () => {
      const title = "CTG 2023-2027";
      const id = await done(createConvention, {
        title,
        periodStart: "2023",
        periodEnd: "2027",
        planValidatedOn: "avril 2023",
        themes: ["enfance"],
      });
      const first = await done(addParty, { conventionId: id, organisationId: epci });
      const second = await done(addParty, { conventionId: id, organisationId: caf });
      await done(saveAxis, { conventionId: id, number: "1", title: "Mieux connaître les offres" });
      await done(moveConvention, { conventionId: id, move: "validate_plan" });
      return { id, parties: [first, second] };
    },
    close: async () => {
      await runtime.database.close();
      await place.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
