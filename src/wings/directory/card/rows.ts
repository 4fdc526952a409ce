import type { OrganisationId } from "../../../platform/model.ts";
import type { Service } from "./model.ts";
import type { service } from "./tables.ts";
import { originColumns, toOrigin } from "../places/rows.ts";

type ServiceRow = typeof service.$inferSelect;

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
