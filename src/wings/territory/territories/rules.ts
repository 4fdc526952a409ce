import type { Actor } from "../../../platform/actor.ts";
import type { Day, OrganisationId, PersonId, TerritoryId } from "../../../platform/model.ts";
import type { Commune, Invitation, Mandate, Membership, Person } from "./model.ts";

/** Words that say which kind of EPCI it is, and nothing about which one. */
const kindWords = /^(cc|ca|cu|metropole|communaute|de|des|du|d|la|le|les|l|communes|agglomeration|urbaine|com|comcom)$/;

/** The part of the addresses that names a territory: "CC de la Porte des Vosges Méridionales" → `porte-des-vosges-meridionales`. */
export function slugOf(name: string): string {
  const words = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const first = words.findIndex((word) => !kindWords.test(word));
  return (first === -1 ? words : words.slice(first)).join("-").slice(0, 60).replace(/-$/, "") || "territoire";
}

/** First segments of addresses that are the instance's own: no territory may take one. */
export const reservedSlugs: ReadonlySet<string> = new Set([
  "api",
  "assets",
  "compte",
  "connexion",
  "courriels",
  "deconnexion",
  "demonstration",
  "healthz",
  "instance",
  "invitation",
  "fiche",
]);

interface SignedIn {
  readonly email: string;
  readonly name: string;
  readonly operator: boolean;
}

/** Who someone is in a territory: the operator everywhere, else what their membership says, else a visitor like any other. */
export function actorIn({
  account,
  person,
  territory,
}: {
  readonly account: SignedIn | null;
  readonly person: Person | undefined;
  readonly territory: TerritoryId;
}): Actor {
  if (account === null) return { role: "public", territory };
  if (account.operator) return { role: "operator", territory, person: person?.id ?? null, name: person?.name ?? account.name };
  // The address is the only link between an account and a person: whoever lost it has lost the way in.
  if (person === undefined || person.email !== account.email.toLowerCase()) return { role: "public", territory };
  return person.membership === null ? { role: "public", territory } : actorOf(territory, person, person.membership);
}

/** The actor that a membership makes of a person. */
export function actorOf(territory: TerritoryId, { id, name }: Pick<Person, "id" | "name">, membership: Membership): Actor {
  const someone = { territory, person: id, name };
  switch (membership.role) {
    case "party":
    case "elected":
      return { ...someone, role: membership.role, organisation: membership.organisationId };
    case "contributor":
      return { ...someone, role: "contributor", actionIds: membership.actionIds };
    case "coordinator":
    case "reader":
      return { ...someone, role: membership.role };
  }
}

/** Whether giving `next` to this person would leave a territory that has coordinators without any. */
export function leavesNoCoordinator(
  people: readonly Pick<Person, "id" | "membership">[],
  id: PersonId,
  next: Membership | null,
): boolean {
  const coordinators = people.filter(({ membership }) => membership?.role === "coordinator");
  return next?.role !== "coordinator" && coordinators.length > 0 && coordinators.every((person) => person.id === id);
}

/** Whether a mandate runs on this day; a date that is not known does not bound it. */
export const isCurrent = ({ from, to }: Pick<Mandate, "from" | "to">, today: Day): boolean =>
  (from === null || from <= today) && (to === null || to >= today);

export type InvitationState = "waiting" | "accepted" | "withdrawn" | "expired";

/** How an invitation stands. It dies of itself; what was accepted stays accepted. */
export function invitationState(
  { acceptedAt, withdrawnAt, expiresAt }: Pick<Invitation, "acceptedAt" | "withdrawnAt" | "expiresAt">,
  now: Date,
): InvitationState {
  if (acceptedAt !== null) return "accepted";
  if (withdrawnAt !== null) return "withdrawn";
  return expiresAt <= now ? "expired" : "waiting";
}

const nameCharacters = /^[\p{L}\p{M}\p{N} '’ʼ().,&«»°/+·-]+$/u;
const linkLike = /\/\/|www|\.[\p{L}\p{N}]/iu;

/**
 * Whether a name may stand in an invitation, where every other word is fixed: a name, and nothing that reads as an
 * address or that a mail program would turn into a link.
 */
export const isPlainName = (name: string): boolean => name.length <= 120 && nameCharacters.test(name) && !linkLike.test(name);

/** Key of a theme that a territory adds: "Santé des jeunes" → `sante-des-jeunes`. */
export const themeKeyOf = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-|-$/g, "");

/** Whether a membership speaks for this organisation. */
export const membershipNames = (membership: Membership, id: OrganisationId): boolean =>
  (membership.role === "party" || membership.role === "elected") && membership.organisationId === id;

/** How long an invitation waits, in days. */
export const invitationDays = 14;
/** How many a territory may send in a day: enough for a whole convention, too few for a campaign. */
export const invitationsPerDay = 60;

/** Population of communes together, when each is published and all are of one edition: a sum of editions is no figure. */
export function populationOf(communes: readonly Pick<Commune, "population" | "vintage">[]): number | null {
  if (new Set(communes.map(({ vintage }) => vintage)).size !== 1) return null;
  return communes.reduce<number | null>(
    (sum, { population }) => (sum === null || population === null ? null : sum + population),
    0,
  );
}
