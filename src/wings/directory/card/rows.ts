import type { OrganisationId } from "../../../platform/model.ts";
import type { Card, Origin, Place, Service, ServiceKind } from "./model.ts";
import type { place, service, serviceKind } from "./tables.ts";

type PlaceRow = typeof place.$inferSelect;
type ServiceRow = typeof service.$inferSelect;

/** A card without what other columns hold. Cards written before addresses were exchanged do not say where theirs stands. */
export type StoredCard = Omit<Card, "carried" | "exchanged"> & {
  readonly carried: Omit<Card["carried"], "operatorId" | "supporterIds">;
  readonly exchanged: Omit<Card["exchanged"], "address"> & Partial<Pick<Card["exchanged"], "address">>;
};

type OriginRow = Pick<PlaceRow, "source" | "externalId" | "originLink" | "originUpdatedOn">;

const toOrigin = ({ source, externalId, originLink, originUpdatedOn }: OriginRow): Origin | null =>
  source === null || externalId === null ? null : { source, externalId, link: originLink, updatedOn: originUpdatedOn };

const originColumns = (origin: Origin | null): OriginRow => ({
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

export function toService({ card, operatorId, ...row }: ServiceRow, supporterIds: readonly OrganisationId[]): Service {
  return {
    ...card,
    carried: { ...card.carried, operatorId, supporterIds: [...supporterIds] },
    exchanged: { ...card.exchanged, address: card.exchanged.address ?? { kind: "of_place" } },
    id: row.id,
    placeId: row.placeId,
    internal: row.internal,
    state: row.state,
    verifiedOn: row.verifiedOn,
    updatedAt: row.updatedAt,
    origin: toOrigin(row),
    provenance: row.provenance,
  };
}

export function serviceColumns(each: Service): Omit<ServiceRow, "territoryId"> {
  const { id, placeId, internal, state, verifiedOn, updatedAt, origin, provenance, ...card } = each;
  const { operatorId, supporterIds: _, ...carried } = card.carried;
  return {
    id,
    placeId,
    operatorId,
    card: { ...card, carried },
    internal,
    state,
    verifiedOn,
    updatedAt,
    ...originColumns(origin),
    provenance,
  };
}

export const toKind = (row: typeof serviceKind.$inferSelect): ServiceKind => ({
  key: row.key,
  name: { fr: row.nameFr, en: row.nameEn },
  plain: { fr: row.plainFr, en: row.plainEn },
  themes: row.themes,
  ages: row.ages,
});

export const kindColumns = ({ key, name, plain, themes, ages }: ServiceKind) => ({
  key,
  nameFr: name.fr,
  nameEn: name.en,
  plainFr: plain.fr,
  plainEn: plain.en,
  themes: [...themes],
  ages,
});
