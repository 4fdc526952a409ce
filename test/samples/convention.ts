import type { Samples } from "./sample.ts";

export const conventionSamples: Samples = {
  "convention.create": () => ({ title: "Convention 2032-2036", periodStart: "2032", periodEnd: "2036" }),
  "convention.edit": ({ draft }) => ({
    conventionId: draft.conventionId,
    seen: "0",
    block: "texts",
    preamble: "Les parties constatent…",
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
};

const scheme = (frameworkId: string | null) => ({
  frameworkId,
  name: "Schéma départemental corrigé",
  departementCode: "88",
  source: "Exemple",
  axes: [],
});
