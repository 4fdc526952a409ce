import type { Membership, Organisation, Person } from "../../wings/territory/wing.ts";

export type CastRole = Membership["role"];

interface Part {
  readonly role: CastRole;
  readonly person: Person;
  readonly organisation: Organisation | null;
}

const order: readonly CastRole[] = ["coordinator", "party", "elected", "contributor", "reader"];

/** One person for each role: the Caf's adviser before any other party, a commune's mayor before any other elected member. */
export function demoCast(people: readonly Person[], organisations: readonly Organisation[]): readonly Part[] {
  const known = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  return order.flatMap((role) => {
    const candidates = people.flatMap((person): Part[] => {
      const { membership, email } = person;
      if (membership?.role !== role || email === null) return [];
      const organisationId = "organisationId" in membership ? membership.organisationId : person.mandates.at(-1)?.organisationId;
      return [{ role, person, organisation: (organisationId && known.get(organisationId)) || null }];
    });
    const wanted = role === "party" ? "caf" : role === "elected" ? "commune" : null;
    const chosen = candidates.find(({ organisation }) => organisation?.kind === wanted) ?? candidates[0];
    return chosen === undefined ? [] : [chosen];
  });
}
