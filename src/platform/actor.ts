import type { OrganisationId, PersonId, TerritoryId } from "./model.ts";

/** Everyone who can knock at a door of a territory, from the person who runs the machine to a passer-by. */
export const roles = ["operator", "coordinator", "party", "elected", "contributor", "reader", "public"] as const;
export type Role = (typeof roles)[number];

interface Someone {
  readonly territory: TerritoryId;
  readonly person: PersonId;
  readonly name: string;
}

/**
 * Who acts, in which territory. One person can be coordinator here and reader there: each visit has one actor.
 * `operator` runs the instance (from its screen, or from the command line, where there is no person).
 */
export type Actor =
  | { readonly role: "operator"; readonly territory: TerritoryId; readonly person: PersonId | null; readonly name: string }
  | (Someone & { readonly role: "coordinator" })
  | (Someone & { readonly role: "party"; readonly organisation: OrganisationId })
  | (Someone & { readonly role: "elected"; readonly organisation: OrganisationId })
  /** `actionIds`: the fiches that were entrusted to them. */
  | (Someone & { readonly role: "contributor"; readonly actionIds: readonly string[] })
  | (Someone & { readonly role: "reader" })
  | { readonly role: "public"; readonly territory: TerritoryId };

/** The person behind an actor, when there is one. */
export const personOf = (actor: Actor): PersonId | null => (actor.role === "public" ? null : actor.person);

/** The name of an actor as the history keeps it; a passer-by has none. */
export const nameOf = (actor: Actor): string => (actor.role === "public" ? "" : actor.name);

/** The organisation on whose behalf an actor speaks, when there is one. */
export const organisationOf = (actor: Actor): OrganisationId | null =>
  actor.role === "party" || actor.role === "elected" ? actor.organisation : null;
