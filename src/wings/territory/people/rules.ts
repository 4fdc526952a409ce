import type { Actor } from "../../../platform/actor.ts";
import type { Day, OrganisationId, PersonId, TerritoryId } from "../../../platform/model.ts";
import type { Invitation, Mandate, Membership, Person } from "./model.ts";
import type { SignedIn } from "../territories/rules.ts";

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

/** Whether a membership speaks for this organisation. */
export const membershipNames = (membership: Membership, id: OrganisationId): boolean =>
  (membership.role === "party" || membership.role === "elected") && membership.organisationId === id;

/** How long an invitation waits, in days. */
export const invitationDays = 14;
/** How many a territory may send in a day: enough for a whole convention, too few for a campaign. */
export const invitationsPerDay = 60;
