import { z } from "zod";
import { defineUseCase, wholeTerritory } from "../../../../platform/use-case.ts";
import type { Tx } from "../../../../platform/database/database.ts";
import type { Event } from "../../../../platform/history/model.ts";
import { asPlain } from "../../../../platform/record/rules.ts";
import { readEvents, takeTurn } from "../../../../platform/history/store.ts";
import { Day } from "../../../../platform/model.ts";
import { Card, Internal, ServiceId, ServiceState, type Directory, type Service } from "../model.ts";
import { PlaceFields, PlaceId, type Place } from "../../places/model.ts";
import { directoryRights } from "../rights.ts";
import { loadDirectory, removeServices, saveService } from "../store.ts";
import { removePlaces, savePlace } from "../../places/store.ts";
import { placeObject, serviceObject } from "./find-service.ts";

const day = 86_400_000;
/** Examples that were taken away can come back this long. */
export const exampleDays = 30;

const isExample = ({ provenance }: Service | Place): boolean => provenance.kind === "example";

/** What was invented for the demonstration: the services, and the places where nothing else stands. */
export function examplesOf({ services, places }: Pick<Directory, "services" | "places">) {
  const kept = new Set([...services.values()].filter((each) => !isExample(each)).map(({ placeId }) => placeId));
  return {
    services: [...services.values()].filter(isExample),
    places: [...places.values()].filter((each) => isExample(each) && !kept.has(each.id)),
  };
}

/** Takes every example of the directory away in one step. */
export const emptyExampleServices = defineUseCase({
  name: "directory.empty-examples",
  input: z.object({}),
  subject: wholeTerritory,
  allow: directoryRights.configure,
  run: async ({ actor, tx, record }): Promise<number> => {
    await takeTurn(tx, actor.territory);
    const { services, places } = examplesOf(await loadDirectory(tx));
    await removeServices(
      tx,
      services.map(({ id }) => id),
    );
    await removePlaces(
      tx,
      places.map(({ id }) => id),
    );
    for (const place of places) await record({ verb: "deleted", object: placeObject(place), before: asPlain(place) });
    for (const service of services) await record({ verb: "deleted", object: serviceObject(service), before: asPlain(service) });
    return services.length;
  },
});

/** What the last emptying took away and is still away, while it can come back. */
export async function lastEmptying(tx: Tx, now: Date): Promise<readonly Event[]> {
  const since = new Date(now.getTime() - exampleDays * day);
  const events = await readEvents(tx, { action: "directory.empty-examples", since, limit: 5_000 });
  const last = events.filter(({ at }) => at.getTime() === events[0]?.at.getTime());
  const { services, places } = await loadDirectory(tx);
  const there = new Set<string>([...services.keys(), ...places.keys()]);
  return last.filter(({ object }) => !there.has(object.id));
}

const GonePlace = z.object({ id: PlaceId, updatedAt: z.coerce.date() });
const GoneService = z.object({
  id: ServiceId,
  placeId: PlaceId,
  internal: Internal,
  state: ServiceState,
  verifiedOn: Day.nullable(),
  updatedAt: z.coerce.date(),
});
const example = { origin: null, provenance: { kind: "example" } } as const;

/** Brings back, in one step, the examples that the last emptying took away. */
export const restoreExampleServices = defineUseCase({
  name: "directory.restore-examples",
  input: z.object({}),
  subject: wholeTerritory,
  allow: directoryRights.configure,
  run: async ({ actor, tx, now, record }): Promise<number> => {
    await takeTurn(tx, actor.territory);
    const gone = await lastEmptying(tx, now);
    const places = gone.flatMap(({ object, before }): Place[] =>
      object.kind === "place" ? [{ ...PlaceFields.parse(before), ...GonePlace.parse(before), ...example }] : [],
    );
    const services = gone.flatMap(({ object, before }): Service[] =>
      object.kind === "service" ? [{ ...Card.parse(before), ...GoneService.parse(before), ...example }] : [],
    );
    for (const place of places) {
      await savePlace(tx, actor.territory, place);
      await record({ verb: "restored", object: placeObject(place), after: asPlain(place) });
    }
    for (const service of services) {
      await saveService(tx, actor.territory, service);
      await record({ verb: "restored", object: serviceObject(service), after: asPlain(service) });
    }
    return services.length;
  },
});
