import { and, asc, eq, inArray, notInArray } from "drizzle-orm";
import type { Tx } from "../../../platform/database/database.ts";
import { insertMany } from "../../../platform/database/insert-many.ts";
import { lastSeq, readEvents } from "../../../platform/history/store.ts";
import type { OrganisationId, TerritoryId } from "../../../platform/model.ts";
import { defaultKinds } from "./default-kinds.ts";
import {
  PlaceId,
  ServiceId,
  type Directory,
  type Place,
  type Service,
  type ServiceKind,
  type Synonym,
  type SynonymId,
} from "./model.ts";
import { kindColumns, placeColumns, serviceColumns, toKind, toPlace, toService } from "./rows.ts";
import { place, service, serviceKind, serviceSupporter, synonym } from "./tables.ts";

/** Kinds of every CTG, then those that the territory added. */
export async function listKinds(tx: Tx): Promise<readonly ServiceKind[]> {
  const own = await tx.select().from(serviceKind).orderBy(asc(serviceKind.position), asc(serviceKind.key));
  return [...defaultKinds, ...own.map(toKind)];
}

export async function listSynonyms(tx: Tx): Promise<readonly Synonym[]> {
  const rows = await tx.select().from(synonym).orderBy(asc(synonym.words), asc(synonym.id));
  return rows.map(({ territoryId: _, ...row }) => row);
}

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

async function selectPlaces(tx: Tx, ids?: readonly PlaceId[]): Promise<readonly Place[]> {
  const rows = await tx
    .select()
    .from(place)
    .where(ids === undefined ? undefined : inArray(place.id, [...ids]))
    .orderBy(asc(place.id));
  return rows.map(toPlace);
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

/** What events of the directory are about. Whoever changes it tells one of these. */
const objectKinds = ["service", "place", "service_kind", "synonym", "directory"] as const;
/** Above so many changed cards, all are read again. */
const fewChanges = 500;

export interface DirectoryAt {
  readonly directory: Directory;
  /** Number of the last event of the directory: its version. */
  readonly seq: number;
  /** What changed since the version before in this process; `all` when it was read anew. */
  readonly since: { readonly seq: number; readonly changed: "all" | readonly ServiceId[] };
}

const remembered = new Map<TerritoryId, DirectoryAt>();
const rememberedAtMost = 50;

/**
 * The directory as of its last event, from memory when nothing changed since; else with what changed read again. A directory as of an
 * event never changes: every change of it tells an event in its own transaction, and the events of a territory end in their order.
 */
export async function directoryAt(tx: Tx, territoryId: TerritoryId): Promise<DirectoryAt> {
  const known = remembered.get(territoryId);
  const seq = await lastSeq(tx, { kinds: objectKinds });
  if (known !== undefined && known.seq >= seq) return known;
  const next = (known && (await changedSince(tx, known, seq))) ?? {
    directory: await loadDirectory(tx),
    seq,
    since: { seq: known?.seq ?? 0, changed: "all" as const },
  };
  remembered.delete(territoryId);
  remembered.set(territoryId, next);
  const oldest = remembered.keys().next();
  if (remembered.size > rememberedAtMost && !oldest.done) remembered.delete(oldest.value);
  return next;
}

async function changedSince(tx: Tx, known: DirectoryAt, seq: number): Promise<DirectoryAt | undefined> {
  const events = await readEvents(tx, { kinds: objectKinds, after: known.seq, limit: fewChanges + 1 });
  if (events.length > fewChanges || events.some(({ object }) => object.kind !== "service" && object.kind !== "place"))
    return undefined;
  const idsOf = (kind: string): readonly string[] => [
    ...new Set(events.filter(({ object }) => object.kind === kind).map(({ object }) => object.id)),
  ];
  const places = new Map(known.directory.places);
  const services = new Map(known.directory.services);
  const changedPlaces = idsOf("place").map((id) => PlaceId.parse(id));
  for (const id of changedPlaces) places.delete(id);
  for (const each of await selectPlaces(tx, changedPlaces)) places.set(each.id, each);
  const changed = new Set<ServiceId>(idsOf("service").map((id) => ServiceId.parse(id)));
  const read = new Set<ServiceId>();
  for (const each of await selectServices(tx, [...changed])) {
    services.set(each.id, each);
    read.add(each.id);
  }
  for (const id of changed) if (!read.has(id)) services.delete(id);
  for (const each of services.values()) if (changedPlaces.includes(each.placeId)) changed.add(each.id);
  return { directory: { ...known.directory, places, services }, seq, since: { seq: known.seq, changed: [...changed] } };
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

export async function placeById(tx: Tx, id: PlaceId): Promise<Place | undefined> {
  const [found] = await selectPlaces(tx, [id]);
  return found;
}

/** Writes a place whole, new or known. */
export async function savePlace(tx: Tx, territoryId: TerritoryId, fields: Place): Promise<void> {
  const { id, ...row } = placeColumns(fields);
  await tx
    .insert(place)
    .values({ territoryId, id, ...row })
    .onConflictDoUpdate({ target: [place.territoryId, place.id], set: row });
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

/** Writes places that are new, many at once. */
export async function insertPlaces(tx: Tx, territoryId: TerritoryId, places: readonly Place[]): Promise<void> {
  await insertMany(
    tx,
    place,
    places.map((each) => ({ territoryId, ...placeColumns(each) })),
  );
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

export async function removePlaces(tx: Tx, ids: readonly PlaceId[]): Promise<void> {
  if (ids.length > 0) await tx.delete(place).where(inArray(place.id, [...ids]));
}

export async function insertKind(tx: Tx, territoryId: TerritoryId, fields: ServiceKind, position: number): Promise<void> {
  await tx.insert(serviceKind).values({ territoryId, position, ...kindColumns(fields) });
}

export async function saveSynonym(tx: Tx, territoryId: TerritoryId, fields: Synonym): Promise<void> {
  const { id, ...row } = fields;
  await tx
    .insert(synonym)
    .values({ territoryId, id, ...row })
    .onConflictDoUpdate({ target: [synonym.territoryId, synonym.id], set: row });
}

export async function synonymById(tx: Tx, id: SynonymId): Promise<Synonym | undefined> {
  const [row] = await tx.select().from(synonym).where(eq(synonym.id, id));
  return row && { id: row.id, words: row.words, means: row.means };
}

export async function removeSynonym(tx: Tx, id: SynonymId): Promise<void> {
  await tx.delete(synonym).where(eq(synonym.id, id));
}
