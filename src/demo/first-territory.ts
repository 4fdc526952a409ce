import { perform, type Outcome, type Runtime } from "../platform/use-case.ts";
import type { Actor } from "../platform/actor.ts";
import { v7 } from "../platform/id.ts";
import { TerritoryId } from "../platform/model.ts";
import { addTerritory } from "../wings/territory/territories/use-cases/add-territory.ts";
import { listTerritories } from "../wings/territory/territories/store.ts";
import { loadCcpvmFacts } from "./load-ccpvm-facts.ts";
import { loadExamples } from "./load-examples.ts";
import { enterFranceServices } from "./load-services.ts";

/** SIREN of the Communauté de Communes de la Porte des Vosges Méridionales. */
const firstSiren = "200068377";

/**
 * Gives a new instance its first territory with its public facts, and in demonstration mode the examples to play with.
 * An instance that has a territory is left as it is: what was emptied stays empty.
 */
export async function prepareFirstTerritory(runtime: Runtime, mode: "demonstration" | "real"): Promise<void> {
  const known = await runtime.database.inInstance(listTerritories);
  if (known.length > 0) return;
  const territory = TerritoryId.parse(v7(runtime.clock.now()));
  const actor: Actor = { role: "operator", territory, person: null, name: "Maillage" };
  await mustDo(perform(runtime, addTerritory, actor, { siren: firstSiren }));
  const facts = await loadCcpvmFacts(runtime, territory);
  await mustDo(perform(runtime, enterFranceServices, actor, {}));
  if (mode === "real" || facts === undefined) return;
  await mustDo(perform(runtime, loadExamples, actor, { conventionId: facts.second }));
}

async function mustDo(outcome: Promise<Outcome<unknown>>): Promise<void> {
  const { kind, ...why } = await outcome;
  if (kind !== "done") throw new Error(`the first territory could not be prepared: ${kind} ${JSON.stringify(why)}`);
}
