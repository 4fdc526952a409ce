import type { RightsOfWing } from "../../../test/rights-of-wing.ts";

export const rights: RightsOfWing = {
  lines: `
                                                 operator coordinator lead partner elected entrusted contributor reader visitor | elsewhere
territory.add                                    yes      no          no   no      no      no        no          no     no      | home
territory.configure                              yes      yes         no   no      no      no        no          no     no      | home
territory.add-theme                              yes      yes         no   no      no      no        no          no     no      | home
territory.save-organisation / a new one          yes      yes         no   no      no      no        no          no     no      | home
territory.save-organisation / known              yes      yes         no   no      no      no        no          no     no      | 404
territory.remove-organisation                    yes      yes         no   no      no      no        no          no     no      | 404
territory.save-person / a new one                yes      yes         no   no      no      no        no          no     no      | home
territory.save-person / known                    yes      yes         no   no      no      no        no          no     no      | 404
territory.remove-person                          yes      yes         no   no      no      no        no          no     no      | 404
territory.save-mandate                           yes      yes         no   no      no      no        no          no     no      | 404
territory.end-mandate                            yes      yes         no   no      no      no        no          no     no      | 404
territory.grant-access                           yes      yes         no   no      no      no        no          no     no      | 404
territory.revoke-access                          yes      yes         no   no      no      no        no          no     no      | 404
territory.invite-person                          yes      yes         no   no      no      no        no          no     no      | home
territory.withdraw-invitation                    yes      yes         no   no      no      no        no          no     no      | 404
territory.accept-invitation / to themselves      no       yes         yes  yes     yes     yes       yes         yes    no      | 404
territory.accept-invitation / to someone else    no       no          no   no      no      no        no          no     no      | 404
`,
  samples: {
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
  },
};
