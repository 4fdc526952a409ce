import type { Tx } from "../../../platform/database/database.ts";
import type { TerritoryId } from "../../../platform/model.ts";
import type { Contributions, SharedAxis } from "../../../platform/wing/contributions.ts";
import type { ConventionId } from "./model.ts";

/** The shared objectives of a convention (its article 4), from the wings that hold them. */
export async function readSharedAxes(
  tx: Tx,
  wings: readonly Contributions[],
  territory: TerritoryId,
  conventionId: ConventionId,
): Promise<readonly SharedAxis[]> {
  const axes: SharedAxis[] = [];
  for (const { sharedAxes } of wings) axes.push(...((await sharedAxes?.(tx, territory, conventionId)) ?? []));
  return axes;
}
