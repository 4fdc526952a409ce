import { v7 } from "../platform/id.ts";
import { perform, type Runtime } from "../platform/action.ts";
import { TerritoryId } from "../platform/model.ts";
import { addTerritory } from "../territory/actions/add-territory.ts";
import { listTerritories } from "../territory/store.ts";

/** SIREN of the Communauté de Communes de la Porte des Vosges Méridionales. */
export const firstSiren = "200068377";

/** Gives a new instance its first territory. An instance that has one is left as it is. */
export async function prepareFirstTerritory(runtime: Runtime, _demo: boolean): Promise<void> {
  const known = await runtime.database.inInstance(listTerritories);
  if (known.length > 0) return;
  const territory = TerritoryId.parse(v7(runtime.clock.now()));
  const outcome = await perform(
    runtime,
    addTerritory,
    { role: "operator", territory, person: null, name: "Maillage" },
    { siren: firstSiren },
  );
  if (outcome.kind !== "done") throw new Error(`the first territory could not be prepared: ${JSON.stringify(outcome)}`);
}
