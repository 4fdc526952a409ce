import type { RightsOfWing } from "../../../test/rights-of-wing.ts";

const scheme = (frameworkId: string | null) => ({
  frameworkId,
  name: "Schéma départemental corrigé",
  departementCode: "88",
  source: "Exemple",
  axes: [],
});

export const rights: RightsOfWing = {
  lines: `
                                                 operator coordinator lead partner elected entrusted contributor reader visitor | elsewhere
convention.create                                yes      yes         no   no      no      no        no          no     no      | home
convention.edit                                  yes      yes         no   no      no      no        no          no     no      | 404
convention.move                                  yes      yes         no   no      no      no        no          no     no      | 404
convention.renew                                 yes      yes         no   no      no      no        no          no     no      | 404
convention.add-party                             yes      yes         no   no      no      no        no          no     no      | 404
convention.remove-party                          yes      yes         no   no      no      no        no          no     no      | 404
convention.edit-party / of the lead              yes      yes         yes  no      no      no        no          no     no      | 404
convention.attach-deliberation / of the lead     yes      yes         yes  no      no      no        no          no     no      | 404
convention.sign-for-party / for the lead         yes      yes         yes  no      no      no        no          no     no      | 404
convention.sign-for-party / for the partner      yes      yes         no   yes     no      no        no          no     no      | 404
convention.withdraw-signature / of the lead      yes      yes         no   no      no      no        no          no     no      | 404
convention.set-competence                        yes      yes         no   no      no      no        no          no     no      | 404
convention.add-amendment                         yes      yes         no   no      no      no        no          no     no      | 404
convention.sign-amendment                        yes      yes         no   no      no      no        no          no     no      | 404
framework.save / a new one                       yes      yes         no   no      no      no        no          no     no      | home
framework.save / entered here                    yes      yes         no   no      no      no        no          no     no      | no
`,
  samples: {
    "convention.create": () => ({ title: "Convention 2032-2036", periodStart: "2032", periodEnd: "2036" }),
    "convention.edit": ({ draft }) => ({
      conventionId: draft.conventionId,
      seen: "0",
      part: "texts",
      value: { preamble: "Les parties constatent…" },
    }),
    "convention.move": ({ draft }) => ({ conventionId: draft.conventionId, move: "validate_plan" }),
    "convention.renew": ({ conventionId }) => ({ conventionId, title: "Convention suivante" }),
    "convention.add-party": ({ draft, organisations }) => ({
      conventionId: draft.conventionId,
      organisationId: organisations.epci,
    }),
    "convention.remove-party": ({ draft }) => ({ partyId: draft.parties.lead }),
    "convention.edit-party / of the lead": ({ toSign }) => ({
      partyId: toSign.parties.lead,
      seen: "0",
      representative: "Une présidente (exemple)",
      deliberationDate: "12/10/2026",
    }),
    "convention.attach-deliberation / of the lead": ({ toSign }) => ({
      partyId: toSign.parties.lead,
      file: new File(["%PDF-1.7 délibération"], "deliberation.pdf"),
    }),
    "convention.sign-for-party / for the lead": ({ toSign }) => ({ partyId: toSign.parties.lead, signedOn: "2026-11-01" }),
    "convention.sign-for-party / for the partner": ({ toSign }) => ({ partyId: toSign.parties.partner, signedOn: "2026-11-01" }),
    "convention.withdraw-signature / of the lead": ({ halfSigned }) => ({ partyId: halfSigned.parties.lead }),
    "convention.set-competence": ({ draft }) => ({
      conventionId: draft.conventionId,
      theme: "jeunesse",
      holder: "epci",
      mark: "exercised",
    }),
    "convention.add-amendment": ({ conventionId }) => ({ conventionId, number: "3", title: "Un axe de plus" }),
    "convention.sign-amendment": ({ amendment }) => ({ amendmentId: amendment, signedOn: "2026-11-01" }),
    "framework.save / a new one": () => scheme(null),
    "framework.save / entered here": ({ frameworkId }) => scheme(frameworkId),
  },
};
