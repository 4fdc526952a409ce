import type { Runtime } from "../../platform/use-case.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Account } from "../../platform/http/visit.ts";
import { actorIn, listTerritories, personByEmail, type Territory } from "../../wings/territory/wing.ts";

export interface Place {
  readonly territory: Territory;
  readonly actor: Exclude<Actor, { role: "public" }>;
}

/** The territories in which an account is someone, by name. */
export async function placesOf({ database }: Pick<Runtime, "database">, account: Account): Promise<readonly Place[]> {
  const places: Place[] = [];
  for (const territory of await database.inInstance(listTerritories)) {
    const person = await database.inTerritory(territory.id, (tx) => personByEmail(tx, account.email));
    const actor = actorIn({ account, person, territory: territory.id });
    if (actor.role !== "public") places.push({ territory, actor });
  }
  return places;
}

/** Where someone begins: at home in their only territory, else where they can choose one. */
export async function homeOf(runtime: Pick<Runtime, "database">, account: Account): Promise<string> {
  const [first, ...others] = await placesOf(runtime, account);
  return first !== undefined && others.length === 0 ? `/${first.territory.slug}/accueil` : "/compte";
}
