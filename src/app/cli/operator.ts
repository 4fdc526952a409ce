import type { Actor } from "../../platform/actor.ts";
import type { TerritoryId } from "../../platform/model.ts";

/** Whoever types a command on the machine is in charge of the instance. */
export const operator = (territory: TerritoryId): Actor => ({
  role: "operator",
  territory,
  person: null,
  name: "Ligne de commande",
});
