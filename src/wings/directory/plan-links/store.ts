import { and, asc, eq } from "drizzle-orm";
import type { ActionId } from "../../plan/action/model.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { keptRead } from "../../../platform/kept/kept-read.ts";
import type { TerritoryId } from "../../../platform/model.ts";
import type { ServiceId } from "../card/model.ts";
import { serviceAction } from "./tables.ts";
import type { ServiceAction } from "./model.ts";

const columns = { serviceId: serviceAction.serviceId, actionId: serviceAction.actionId, effect: serviceAction.effect };

/** What actions of the plan do to a service, those that were deleted included: they may come back. */
export const actionsOfService = keptRead(async (tx: Tx, id: ServiceId): Promise<readonly ServiceAction[]> =>
  tx.select(columns).from(serviceAction).where(eq(serviceAction.serviceId, id)).orderBy(asc(serviceAction.actionId)),
);

/** What an action of the plan does to services. */
export const servicesOfAction = keptRead(async (tx: Tx, id: ActionId): Promise<readonly ServiceAction[]> =>
  tx.select(columns).from(serviceAction).where(eq(serviceAction.actionId, id)).orderBy(asc(serviceAction.serviceId)),
);

/** Says what an action does to a service, or says it otherwise. */
export async function saveServiceAction(tx: Tx, territoryId: TerritoryId, link: ServiceAction): Promise<void> {
  await tx
    .insert(serviceAction)
    .values({ territoryId, ...link })
    .onConflictDoUpdate({
      target: [serviceAction.territoryId, serviceAction.serviceId, serviceAction.actionId],
      set: { effect: link.effect },
    });
}

export async function removeServiceAction(
  tx: Tx,
  { serviceId, actionId }: Pick<ServiceAction, "serviceId" | "actionId">,
): Promise<void> {
  await tx.delete(serviceAction).where(and(eq(serviceAction.serviceId, serviceId), eq(serviceAction.actionId, actionId)));
}
