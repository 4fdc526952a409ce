import type { Tx } from "../../../platform/database/database.ts";
import type { ConventionId, TerritoryId } from "../../../platform/model.ts";
import type { SharedAxis } from "../../../platform/wing/contributions.ts";
import { planAt } from "../action/store.ts";

/** The axes of a convention with their objectives, as its article 4 gives them. */
export async function readSharedAxes(tx: Tx, _: TerritoryId, conventionId: ConventionId): Promise<readonly SharedAxis[]> {
  const { plan } = await planAt(tx, conventionId);
  return plan.axes.map(({ id, number, title, plainWords }) => ({
    number,
    title,
    plainWords,
    objectives: plan.objectives
      .filter(({ axisId }) => axisId === id)
      .map((objective) => ({ number: objective.number, title: objective.title })),
  }));
}
