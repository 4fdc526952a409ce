import type { Tx } from "../../../../platform/database/database.ts";
import { lastSeq } from "../../../../platform/history/store.ts";
import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { decide, permissions, type Right } from "../../../../platform/rights.ts";
import type { Found } from "../../../../ui/show.tsx";
import { ServiceId, type Directory, type Service } from "../model.ts";
import type { Place } from "../../places/model.ts";
import { directoryNamesOf, readLists, type Lists, type DirectoryNames } from "../names.ts";
import { directoryRights, serviceRights, serviceSubject, type ServiceSubject } from "../rights.ts";
import { directoryAt } from "../store.ts";

/** What a page of the directory shows things by: the directory, and the lists that cards name things from. */
export interface DirectoryContext {
  readonly directory: Directory;
  readonly lists: Lists;
  readonly names: DirectoryNames;
}

export async function readDirectoryContext(tx: Tx, visit: TerritoryVisit): Promise<DirectoryContext> {
  const { directory } = await directoryAt(tx, visit.territory.id);
  const lists = await readLists(tx);
  return { directory, lists, names: directoryNamesOf(lists, directory, visit.lang) };
}

/** The context of a page for those who have a right on the directory as a whole. */
export async function directoryContextFor(
  visit: TerritoryVisit,
  right: Right<object> = directoryRights.work,
): Promise<Found<DirectoryContext>> {
  const decision = decide(right, visit.actor, {});
  return decision.kind === "refused"
    ? decision
    : { kind: "found", value: await visit.read((tx) => readDirectoryContext(tx, visit)) };
}

/** A card, whole, and what this visitor may do with it. */
export interface OpenCard extends DirectoryContext {
  readonly service: Service;
  readonly place: Place;
  readonly subject: ServiceSubject;
  readonly can: { readonly [Verb in keyof typeof serviceRights]: boolean };
  /** Number of the last event of the card when it was read. */
  readonly seq: number;
}

/** The card of an address, for those who have this right on it. */
export async function readCard(
  visit: TerritoryVisit,
  address: string,
  right: Right<ServiceSubject> = serviceRights.read,
): Promise<Found<OpenCard>> {
  const id = ServiceId.safeParse(address);
  if (!id.success) return { kind: "missing" };
  return visit.read(async (tx) => {
    const context = await readDirectoryContext(tx, visit);
    const service = context.directory.services.get(id.data);
    const place = service && context.directory.places.get(service.placeId);
    if (service === undefined || place === undefined) return { kind: "missing" };
    const subject = serviceSubject(service, place);
    const decision = decide(right, visit.actor, subject);
    if (decision.kind === "refused") return decision;
    const seq = await lastSeq(tx, { kind: "service", id: service.id });
    return {
      kind: "found",
      value: { ...context, service, place, subject, can: permissions(serviceRights, visit.actor, subject), seq },
    };
  });
}
