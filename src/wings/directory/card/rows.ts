import type { OrganisationId } from "../../../platform/model.ts";
import { restore } from "../../../platform/record/stored.ts";
import { cardParts, type Service } from "./model.ts";
import type { service } from "./tables.ts";
import { originColumns, toOrigin } from "../places/rows.ts";

type ServiceRow = typeof service.$inferSelect;

type KeptParts = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export function toService({ card, operatorId, ...row }: ServiceRow, supporterIds: readonly OrganisationId[]): Service {
  const kept: KeptParts = {
    ...card,
    carried: { ...card.carried, operatorId, supporterIds: [...supporterIds] },
    internal: row.internal,
  };
  return {
    ...restore(cardParts, (part, field) => kept[part]?.[field]),
    id: row.id,
    placeId: row.placeId,
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
