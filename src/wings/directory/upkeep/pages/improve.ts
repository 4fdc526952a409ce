import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import type { Lack } from "../quality.ts";
import type { Service } from "../../card/model.ts";

/** Where what a card lacks is put right. */
export function improveHref(visit: TerritoryVisit, { id, placeId }: Pick<Service, "id" | "placeId">, { at }: Lack): string {
  switch (at) {
    case "place":
      return visit.at(`/annuaire/lieux/${placeId}/modifier`);
    case "verify":
      return visit.at(`/annuaire/gestion#campagnes`);
    default:
      return visit.at(`/annuaire/services/${id}/modifier/${at}`);
  }
}
