import type { Samples } from "./sample.ts";

export const territorySamples: Samples = {
  "territory.add": () => ({ siren: "200 066 108" }),
  "territory.configure": () => ({ name: "Un autre nom", accentHue: "210" }),
  "territory.add-theme": () => ({ nameFr: "Santé des jeunes" }),
  "territory.save-organisation / a new one": () => ({ kind: "association", name: "Une association de plus" }),
  "territory.save-organisation / known": ({ organisations }) => ({
    id: organisations.centre,
    kind: "association",
    name: "Centre social renommé",
  }),
  "territory.remove-organisation": ({ spare }) => ({ id: spare }),
  "territory.save-person / a new one": () => ({ name: "Une personne de plus", email: "de-plus@exemple.fr" }),
  "territory.save-person / known": ({ persons }) => ({ id: persons.guest, name: "Renommée", email: "renommee@exemple.fr" }),
  "territory.remove-person": ({ persons }) => ({ id: persons.passerBy }),
  "territory.save-mandate": ({ persons, organisations }) => ({
    personId: persons.guest,
    organisationId: organisations.caf,
    function: "Conseillère technique",
  }),
  "territory.end-mandate": ({ persons, mandate }) => ({ personId: persons.guest, id: mandate, to: "2026-10-31" }),
  "territory.grant-access": ({ persons, organisations }) => ({
    personId: persons.guest,
    role: "party",
    organisationId: organisations.caf,
  }),
  "territory.revoke-access": ({ persons }) => ({ personId: persons.member }),
  "territory.invite-person": () => ({ email: "nouvelle@exemple.fr", name: "Une nouvelle", role: "reader" }),
  "territory.withdraw-invitation": ({ invitations }) => ({ id: invitations.toGuest }),
  "territory.accept-invitation / to themselves": ({ invitations }, who) => ({
    id: invitations.of.get(who) ?? invitations.toGuest,
  }),
  "territory.accept-invitation / to someone else": ({ invitations }) => ({ id: invitations.toGuest }),
  "demo.load-examples": ({ draft }) => ({ conventionId: draft.conventionId }),
  "demo.enter-signatories": () => ({}),
  "demo.enter-france-services": () => ({}),
};
