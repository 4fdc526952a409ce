import { and, asc, eq, inArray, notInArray, sql } from "drizzle-orm";
import type { Tx } from "../../../platform/database/database.ts";
import { kept } from "../../../platform/kept/kept.ts";
import { stateOf } from "../../../platform/kept/state.ts";
import { keptRead } from "../../../platform/kept/kept-read.ts";
import { insertMany } from "../../../platform/database/insert-many.ts";
import type { OrganisationId, TerritoryId } from "../../../platform/model.ts";
import { PlaceId } from "../places/model.ts";
import { type Directory, type Service, ServiceId } from "./model.ts";
import { serviceColumns, toService } from "./rows.ts";
import { service, serviceSupporter } from "./tables.ts";
import { listKinds } from "../kinds/store.ts";
import { listSynonyms } from "../synonyms/store.ts";
import { selectPlaces } from "../places/store.ts";
import { place } from "../places/tables.ts";

async function selectServices(tx: Tx, ids?: readonly ServiceId[]): Promise<readonly Service[]> {
  const rows = await tx
    .select()
    .from(service)
    .where(ids === undefined ? undefined : inArray(service.id, [...ids]))
    .orderBy(asc(service.id));
  const supporters = await tx
    .select()
    .from(serviceSupporter)
    .where(ids === undefined ? undefined : inArray(serviceSupporter.serviceId, [...ids]))
    .orderBy(asc(serviceSupporter.organisationId));
  const byService = Map.groupBy(supporters, ({ serviceId }) => serviceId);
  return rows.map((row) =>
    toService(
      row,
      (byService.get(row.id) ?? []).map(({ organisationId }) => organisationId),
    ),
  );
}

const byId = <Id, Row extends { readonly id: Id }>(rows: readonly Row[]): ReadonlyMap<Id, Row> =>
  new Map(rows.map((row) => [row.id, row] as const));

export async function loadDirectory(tx: Tx): Promise<Directory> {
  return {
    kinds: await listKinds(tx),
    synonyms: await listSynonyms(tx),
    places: byId(await selectPlaces(tx)),
    services: byId(await selectServices(tx)),
  };
}

/** Above so many changed cards, all are read again. */
const fewChanges = 500;

type Marks = ReadonlyMap<ServiceId | PlaceId, string>;
interface Marked {
  readonly directory: Directory;
  readonly marks: Marks;
}
/** The last directory that was read of each territory: the next one differs from it by a few cards. */
const lastOf = kept<{ last?: Marked }>(50);

/**
 * The directory as it stands: what did not change since it was last read is the same object, the directory itself where nothing did. The
 * database marks each row with the transaction that wrote it: whatever writes a card, with an event or without, is seen.
 */
export const directoryAt = keptRead(async (tx: Tx, territoryId: TerritoryId): Promise<{ readonly directory: Directory }> => {
  // A transaction that may write sees what may still be taken back: it leaves nothing behind.
  if (stateOf(tx) === undefined) return { directory: await loadDirectory(tx) };
  const known = lastOf(territoryId, () => ({}));
  known.last = await readSince(tx, known.last);
  return known.last;
});

async function readSince(tx: Tx, last: Marked | undefined): Promise<Marked> {
  const marks = await readMarks(tx);
  const changed =
    last && new Set([...last.marks, ...marks].map(([id]) => id).filter((id) => last.marks.get(id) !== marks.get(id)));
  if (last === undefined || changed === undefined || changed.size > fewChanges)
    return { directory: await loadDirectory(tx), marks };
  const { directory } = last;
  const [kinds, synonyms] = [await listKinds(tx), await listSynonyms(tx)];
  const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  if (changed.size === 0 && isSame([kinds, synonyms], [directory.kinds, directory.synonyms])) return last;
  const [places, services] = [new Map(directory.places), new Map(directory.services)];
  const placeIds = [...changed].map((id) => PlaceId.parse(id));
  const serviceIds = [...changed].map((id) => ServiceId.parse(id));
  // A card that is still there keeps its place among the others.
  for (const id of placeIds) if (!marks.has(id)) places.delete(id);
  for (const id of serviceIds) if (!marks.has(id)) services.delete(id);
  for (const each of await selectPlaces(tx, placeIds)) places.set(each.id, each);
  for (const each of await selectServices(tx, serviceIds)) services.set(each.id, each);
  return { directory: { kinds, synonyms, places, services }, marks };
}

async function readMarks(tx: Tx): Promise<Marks> {
  const mark = sql<string>`xmin::text`;
  const supporters = await tx
    .select({ id: serviceSupporter.serviceId, mark: serviceSupporter.organisationId })
    .from(serviceSupporter);
  const supportersOf = Map.groupBy(supporters, ({ id }) => id);
  const services = await tx.select({ id: service.id, mark }).from(service);
  const places = await tx.select({ id: place.id, mark }).from(place);
  return new Map<ServiceId | PlaceId, string>([
    ...services.map(({ id, mark: own }): [ServiceId, string] => [
      id,
      [own, ...(supportersOf.get(id) ?? []).map((each) => each.mark).toSorted()].join(" "),
    ]),
    ...places.map(({ id, mark: own }): [PlaceId, string] => [id, own]),
  ]);
}

export async function serviceById(tx: Tx, id: ServiceId): Promise<Service | undefined> {
  const [found] = await selectServices(tx, [id]);
  return found;
}

/** Reads a service and keeps others from changing it until the end of the transaction. */
export async function lockService(tx: Tx, id: ServiceId): Promise<Service | undefined> {
  await tx.select({ id: service.id }).from(service).where(eq(service.id, id)).for("no key update");
  return serviceById(tx, id);
}

/** Writes a service whole, new or known. */
export async function saveService(tx: Tx, territoryId: TerritoryId, fields: Service): Promise<void> {
  const { id, ...row } = serviceColumns(fields);
  await tx
    .insert(service)
    .values({ territoryId, id, ...row })
    .onConflictDoUpdate({ target: [service.territoryId, service.id], set: row });
  await saveSupporters(tx, territoryId, id, fields.carried.supporterIds);
}

/** Writes services that are new and that nobody supports yet, many at once. */
export async function insertServices(tx: Tx, territoryId: TerritoryId, services: readonly Service[]): Promise<void> {
  await insertMany(
    tx,
    service,
    services.map((each) => ({ territoryId, ...serviceColumns(each) })),
  );
}

async function saveSupporters(
  tx: Tx,
  territoryId: TerritoryId,
  serviceId: ServiceId,
  ids: readonly OrganisationId[],
): Promise<void> {
  const own = eq(serviceSupporter.serviceId, serviceId);
  await tx
    .delete(serviceSupporter)
    .where(ids.length === 0 ? own : and(own, notInArray(serviceSupporter.organisationId, [...ids])));
  if (ids.length === 0) return;
  await tx
    .insert(serviceSupporter)
    .values(ids.map((organisationId) => ({ territoryId, serviceId, organisationId })))
    .onConflictDoNothing();
}

/** Takes services away with all that hangs on them. */
export async function removeServices(tx: Tx, ids: readonly ServiceId[]): Promise<void> {
  if (ids.length > 0) await tx.delete(service).where(inArray(service.id, [...ids]));
}
