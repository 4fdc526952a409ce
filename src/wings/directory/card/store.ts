import { and, asc, eq, inArray, notInArray } from "drizzle-orm";
import type { Tx } from "../../../platform/database/database.ts";
import { insertMany } from "../../../platform/database/insert-many.ts";
import { lastSeq, readEvents } from "../../../platform/history/store.ts";
import type { OrganisationId, TerritoryId } from "../../../platform/model.ts";
import { PlaceId } from "../places/model.ts";
import { type Directory, type Service, ServiceId } from "./model.ts";
import { serviceColumns, toService } from "./rows.ts";
import { service, serviceSupporter } from "./tables.ts";
import { listKinds } from "../kinds/store.ts";
import { listSynonyms } from "../synonyms/store.ts";
import { selectPlaces } from "../places/store.ts";

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
