import type { Origin, Place } from "./model.ts";
import type { place } from "./tables.ts";

type PlaceRow = typeof place.$inferSelect;

type OriginRow = Pick<PlaceRow, "source" | "externalId" | "originLink" | "originUpdatedOn">;

export const toOrigin = ({ source, externalId, originLink, originUpdatedOn }: OriginRow): Origin | null =>
  source === null || externalId === null ? null : { source, externalId, link: originLink, updatedOn: originUpdatedOn };

export const originColumns = (origin: Origin | null): OriginRow => ({
  source: origin?.source ?? null,
  externalId: origin?.externalId ?? null,
  originLink: origin?.link ?? null,
  originUpdatedOn: origin?.updatedOn ?? null,
});

export function toPlace({ territoryId: _, ...row }: PlaceRow): Place {
  const { source, externalId, originLink, originUpdatedOn, ...fields } = row;
  return { ...fields, origin: toOrigin({ source, externalId, originLink, originUpdatedOn }) };
}

export const placeColumns = ({ origin, ...fields }: Place): Omit<PlaceRow, "territoryId"> => ({
  ...fields,
  ...originColumns(origin),
});
