import type { Tx } from "../../../../platform/database/database.ts";
import type { Service, ServiceId } from "../../card/model.ts";
import { findService, type FoundService } from "../../card/use-cases/find-service.ts";

export interface FoundPair extends FoundService {
  readonly other: Service;
}

/** Two cards that a use case bears upon, both held until its end. */
export async function findPair(tx: Tx, id: ServiceId, otherId: ServiceId): Promise<FoundPair | undefined> {
  // Always in the same order: two people who join the same two cards wait for each other, and not for ever.
  const [first, second] = id < otherId ? [id, otherId] : [otherId, id];
  const held = [await findService(tx, first), await findService(tx, second)];
  const found = held.find((each) => each?.service.id === id);
  const other = held.find((each) => each?.service.id === otherId);
  return found && other && { ...found, other: other.service };
}
