import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Day } from "../../../platform/model.ts";
import { OrganisationId, PersonId, TerritoryId } from "../territories/model.ts";
import type { Membership, Person } from "./model.ts";
import { actorIn, invitationState, isCurrent, isPlainName, leavesNoCoordinator } from "./rules.ts";

const uuid = (n: number): string => `0190a0a0-0000-7000-8000-${String(n).padStart(12, "0")}`;
const territory = TerritoryId.parse(uuid(1));
const organisationId = OrganisationId.parse(uuid(2));
const memberships: readonly (Membership | null)[] = [
  null,
  { role: "coordinator" },
  { role: "party", organisationId },
  { role: "elected", organisationId },
  { role: "contributor", actionIds: [uuid(3)] },
  { role: "reader" },
];
const person = (n: number, membership: Membership | null, email: string | null = `p${n}@exemple.fr`): Person => ({
  id: PersonId.parse(uuid(100 + n)),
  name: `Personne ${n}`,
  email,
  phone: null,
  mandates: [],
  provenance: { kind: "entered" },
  membership,
});
const account = (email: string, operator = false) => ({ email, name: "Compte", operator });

describe("who someone is in a territory", () => {
  it.each(memberships)("is what the membership says: %j", (membership) => {
    const who = actorIn({ account: account("p1@exemple.fr"), person: person(1, membership), territory });
    expect(who.role).toBe(membership?.role ?? "public");
    expect(who.territory).toBe(territory);
    if (membership !== null && "organisationId" in membership) expect(who).toMatchObject({ organisation: organisationId });
  });

  it.each(memberships)("is a passer-by without an account, or with another's address: %j", (membership) => {
    expect(actorIn({ account: null, person: person(1, membership), territory }).role).toBe("public");
    expect(actorIn({ account: account("p2@exemple.fr"), person: person(1, membership), territory }).role).toBe("public");
    expect(actorIn({ account: account("p1@exemple.fr"), person: person(1, membership, null), territory }).role).toBe("public");
    expect(actorIn({ account: account("p1@exemple.fr"), person: undefined, territory }).role).toBe("public");
  });

  it("is the operator everywhere, under their own name where they are known", () => {
    expect(actorIn({ account: account("ops@exemple.fr", true), person: undefined, territory })).toMatchObject({
      role: "operator",
      person: null,
    });
    expect(actorIn({ account: account("p1@exemple.fr", true), person: person(1, { role: "reader" }), territory })).toMatchObject({
      role: "operator",
      name: "Personne 1",
    });
  });
});

describe("the last coordinator", () => {
  it("is kept, whatever the others are", () => {
    const any = fc.constantFrom(...memberships);
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 6 }), fc.nat(5), any, (held, at, next) => {
        const people = held.map((membership, n) => person(n, membership));
        const chosen = people[at % people.length];
        if (chosen === undefined) return;
        const before = people.filter(({ membership }) => membership?.role === "coordinator").length;
        const after = people.filter((each) => (each.id === chosen.id ? next : each.membership)?.role === "coordinator").length;
        expect(leavesNoCoordinator(people, chosen.id, next)).toBe(before > 0 && after === 0);
      }),
    );
  });
});

describe("an invitation", () => {
  const [before, end, after] = [new Date(1_000), new Date(2_000), new Date(3_000)];
  it.each([
    ["waiting", { acceptedAt: null, withdrawnAt: null }, before],
    ["expired", { acceptedAt: null, withdrawnAt: null }, end],
    ["expired", { acceptedAt: null, withdrawnAt: null }, after],
    ["withdrawn", { acceptedAt: null, withdrawnAt: before }, after],
    ["accepted", { acceptedAt: before, withdrawnAt: null }, after],
  ] as const)("is %s", (state, ends, now) => {
    expect(invitationState({ ...ends, expiresAt: end }, now)).toBe(state);
  });
});

describe("a name in a mail", () => {
  it.each([
    "Claire Coordo",
    "Élise d’Éloyes-Remy",
    "CC de la Porte des Vosges Méridionales",
    "Caf des Vosges (88)",
    "Pôle enfance & jeunesse",
    "St. Étienne",
  ])("may be %s", (name) => {
    expect(isPlainName(name)).toBe(true);
  });

  it.each([
    "https://evil.example",
    "evil.example",
    "WWW gagnez",
    "Claire <a@b>",
    "a@b",
    "x\ny",
    "Cliquez : ici",
    "//evil",
    "é.fr",
    "x".repeat(121),
  ])("is never %j", (name) => {
    expect(isPlainName(name)).toBe(false);
  });

  it("never holds what a mail program turns into a link", () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.string(), fc.emailAddress(), (url, text, email) => {
        for (const bait of [url, `${text}${url}`, email, `Bonjour ${email}`, new URL(url).hostname])
          expect(isPlainName(bait)).toBe(false);
      }),
    );
  });
});

it("knows whether a mandate runs, its first and last days included", () => {
  const [from, to] = [Day.parse("2020-05-23"), Day.parse("2026-03-22")];
  expect(["2020-05-22", "2020-05-23", "2026-03-22", "2026-03-23"].map((day) => isCurrent({ from, to }, Day.parse(day)))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(isCurrent({ from: null, to: null }, from)).toBe(true);
});
