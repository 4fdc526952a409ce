import { randomUUID } from "node:crypto";
import { conventionById, listConventions } from "../src/wings/convention/conventions/store.ts";
import { ActionId, type Action } from "../src/wings/plan/action/model.ts";
import { insertActions, loadPlan } from "../src/wings/plan/action/store.ts";
import { readSettings } from "../src/app/settings.ts";
import { openInstance } from "../src/app/runtime.ts";
import { listTerritories } from "../src/wings/territory/territories/store.ts";

/** Copies the examples of the demonstration, with all their rows, until the plan has so many actions. Returns one of the originals. */
export async function growPlan(dataFolder: string, size: number): Promise<ActionId> {
  const instance = await openInstance(readSettings({ MAILLAGE_DATA: dataFolder }), "beside");
  try {
    const { database } = instance.runtime;
    const [territory] = await database.inInstance(listTerritories);
    if (territory === undefined) throw new Error("the instance has no territory");
    return await database.inTerritory(territory.id, async (tx) => {
      const running = (await listConventions(tx)).find(({ state }) => state === "in_force");
      const convention = running && (await conventionById(tx, running.id));
      if (convention === undefined) throw new Error("no convention is in force");
      const { actions } = await loadPlan(tx, convention.id);
      const copies = Array.from({ length: size - actions.length }, (_, index) => copyOf(actions[index % actions.length], index));
      await insertActions(tx, territory.id, copies);
      const [longest] = actions.toSorted((one, other) => JSON.stringify(other).length - JSON.stringify(one).length);
      if (longest === undefined) throw new Error("the plan is empty");
      return longest.id;
    });
  } finally {
    await instance.close();
  }
}

function copyOf(action: Action | undefined, index: number): Action {
  if (action === undefined) throw new Error("the plan is empty");
  const { identity, how, measures } = action;
  const anew = <Row extends object>(row: Row) => ({ ...row, id: randomUUID() });
  return {
    ...action,
    id: ActionId.parse(randomUUID()),
    identity: { ...identity, number: `${identity.number}.${index}`, title: `${identity.title} (${index})` },
    how: { ...how, milestones: how.milestones.map(anew), funding: how.funding.map(anew) },
    measures: { measures: measures.measures.map((measure) => ({ ...anew(measure), results: measure.results.map(anew) })) },
  };
}
