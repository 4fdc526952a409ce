import type { Tx } from "../../../../platform/database/database.ts";
import type { Place } from "../../places/model.ts";
import type { Service, ServiceId } from "../model.ts";
import { serviceSubject, type ServiceSubject } from "../rights.ts";
import { lockService } from "../store.ts";
import { placeById } from "../../places/store.ts";

export interface FoundService extends ServiceSubject {
  readonly service: Service;
  readonly place: Place;
}

/** The service that a use case bears upon, with its place, held until its end: what the right was decided on is what is changed. */
export async function findService(tx: Tx, id: ServiceId): Promise<FoundService | undefined> {
  const service = await lockService(tx, id);
  const place = service && (await placeById(tx, service.placeId));
  return service && place && { ...serviceSubject(service, place), service, place };
}

/** A service as the history names it. */
export const serviceObject = ({ id, offer }: Pick<Service, "id" | "offer">) => ({ kind: "service", id, label: offer.name });
/** A place as the history names it. */
export const placeObject = ({ id, name }: Pick<Place, "id" | "name">) => ({ kind: "place", id, label: name });
