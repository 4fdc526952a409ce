import { secretOf } from "../../../test/world-directory.ts";
import type { RightsOfWing } from "../../../test/rights-of-wing.ts";

const offer = { name: "Exemple : crèche du Lac", kind: "eaje", themes: "petite-enfance" };
// After all that was told so far: nobody else is at the card.
const seen = "1000000";

const structure = { structure: "Exemple : une structure", Siret: "99999999900037", "Nb de conseillers recrutés": 1 };
const feed = () => new File([JSON.stringify([structure])], "conseillers-numeriques.json");

export const rights: RightsOfWing = {
  lines: `
                                                 operator coordinator lead partner elected entrusted contributor reader visitor | elsewhere
directory.save-place / of the lead               yes      yes         yes  no      no      no        no          no     no      | 404
directory.save-place / of the partner            yes      yes         no   yes     no      no        no          no     no      | 404
directory.save-place / known, of the lead        yes      yes         yes  no      no      no        no          no     no      | 404
directory.create-service / at the lead’s         yes      yes         yes  no      no      no        no          no     no      | 404
directory.edit-part / published                  yes      yes         yes  no      no      no        no          no     no      | 404
directory.edit-part / in draft                   yes      yes         yes  no      no      no        no          no     no      | 404
directory.edit-part / who keeps it               yes      yes         yes  no      no      no        no          no     no      | 404
directory.verify-service                         yes      yes         yes  no      no      no        no          no     no      | 404
directory.link-action                            yes      yes         yes  no      no      no        no          no     no      | 404
directory.unlink-action                          yes      yes         yes  no      no      no        no          no     no      | 404
directory.publish-service                        yes      yes         no   no      no      no        no          no     no      | 404
directory.close-service                          yes      yes         yes  no      no      no        no          no     no      | 404
directory.add-kind                               yes      yes         no   no      no      no        no          no     no      | home
directory.save-synonym / a new one               yes      yes         no   no      no      no        no          no     no      | home
directory.save-synonym / known                   yes      yes         no   no      no      no        no          no     no      | 404
directory.remove-synonym                         yes      yes         no   no      no      no        no          no     no      | 404
directory.merge-services                         yes      yes         no   no      no      no        no          no     no      | 404
directory.unmerge-services                       yes      yes         no   no      no      no        no          no     no      | 404
directory.keep-apart                             yes      yes         no   no      no      no        no          no     no      | 404
directory.start-import                           yes      yes         no   no      no      no        no          no     no      | home
directory.map-import                             yes      yes         no   no      no      no        no          no     no      | 404
directory.import                                 yes      yes         no   no      no      no        no          no     no      | 404
directory.abandon-import                         yes      yes         no   no      no      no        no          no     no      | 404
directory.propose-change / published             yes      yes         yes  yes     yes     yes       yes         yes    yes     | 404
directory.propose-change / in draft              yes      yes         yes  no      no      no        no          no     no      | 404
directory.accept-proposal                        yes      yes         no   no      no      no        no          no     no      | 404
directory.refuse-proposal                        yes      yes         no   no      no      no        no          no     no      | 404
directory.ask-question                           yes      yes         yes  yes     yes     yes       yes         yes    yes     | home
directory.close-question                         yes      yes         no   no      no      no        no          no     no      | 404
directory.empty-examples                         yes      yes         no   no      no      no        no          no     no      | home
directory.restore-examples                       yes      yes         no   no      no      no        no          no     no      | home
directory.start-campaign                         yes      yes         no   no      no      no        no          no     no      | home
directory.remind-campaign                        yes      yes         no   no      no      no        no          no     no      | 404
directory.end-campaign                           yes      yes         no   no      no      no        no          no     no      | 404
directory.revoke-link                            yes      yes         no   no      no      no        no          no     no      | 404
directory.confirm-card / with its link           yes      yes         yes  yes     yes     yes       yes         yes    yes     | 404
directory.correct-card / with its link           yes      yes         yes  yes     yes     yes       yes         yes    yes     | 404
`,
  samples: {
    "directory.save-place / of the lead": ({ organisations }) => ({
      organisationId: organisations.centre,
      name: "Exemple : une salle",
      wheelchair: "yes",
    }),
    "directory.save-place / of the partner": ({ organisations }) => ({
      organisationId: organisations.caf,
      name: "Exemple : un bureau",
      wheelchair: "no",
    }),
    "directory.save-place / known, of the lead": ({ directory, organisations }) => ({
      placeId: directory.places.lead,
      organisationId: organisations.centre,
      name: "Exemple : maison de l’enfance rénovée",
      wheelchair: "yes",
    }),
    "directory.create-service / at the lead’s": ({ directory }) => ({ placeId: directory.places.lead, offer }),
    "directory.edit-part / published": ({ directory }) => ({
      serviceId: directory.services.published,
      seen,
      part: "fees",
      value: { fee: "family_quotient" },
    }),
    "directory.edit-part / in draft": ({ directory }) => ({
      serviceId: directory.services.draft,
      seen,
      part: "fees",
      value: { fee: "free" },
    }),
    "directory.edit-part / who keeps it": ({ directory }) => ({
      serviceId: directory.services.published,
      seen,
      part: "internal",
      value: { keeperEmail: "autre@exemple.fr" },
    }),
    "directory.verify-service": ({ directory }) => ({ serviceId: directory.services.published }),
    "directory.link-action": ({ directory, shared }) => ({
      serviceId: directory.services.published,
      actionId: shared,
      effect: "creates",
    }),
    "directory.unlink-action": ({ directory, coLed }) => ({ serviceId: directory.services.published, actionId: coLed }),
    "directory.publish-service": ({ directory }) => ({ serviceId: directory.services.draft }),
    "directory.close-service": ({ directory }) => ({ serviceId: directory.services.duplicate, on: "2026-11-01" }),
    "directory.merge-services": ({ directory: { services } }) => ({ serviceId: services.published, otherId: services.duplicate }),
    "directory.unmerge-services": ({ directory: { services } }) => ({ serviceId: services.merged }),
    "directory.keep-apart": ({ directory: { services } }) => ({ serviceId: services.published, otherId: services.duplicate }),
    "directory.start-import": () => ({ file: feed() }),
    "directory.map-import": ({ directory }) => ({
      importId: directory.table,
      sheet: "0",
      header: "1",
      columns: [{ index: "0", target: "name" }],
    }),
    "directory.import": ({ directory }) => ({ importId: directory.import }),
    "directory.abandon-import": ({ directory }) => ({ importId: directory.import }),
    "directory.add-kind": () => ({ nameFr: "Café des parents" }),
    "directory.save-synonym / a new one": () => ({ words: "tata", means: "assistante maternelle" }),
    "directory.save-synonym / known": ({ directory }) => ({
      synonymId: directory.synonym,
      words: "nounou",
      means: "assistante maternelle",
    }),
    "directory.remove-synonym": ({ directory }) => ({ synonymId: directory.synonym }),
    "directory.propose-change / published": ({ directory }) => ({
      serviceId: directory.services.published,
      message: "Fermé le mercredi.",
      change: { part: "fees", value: { fee: "free" } },
    }),
    "directory.propose-change / in draft": ({ directory }) => ({
      serviceId: directory.services.draft,
      message: "Bientôt ouvert ?",
    }),
    "directory.accept-proposal": ({ directory }) => ({ proposalId: directory.proposal, seen }),
    "directory.refuse-proposal": ({ directory }) => ({ proposalId: directory.proposal, reason: "Déjà dit." }),
    "directory.ask-question": () => ({ text: "Une garde tôt le matin ?" }),
    "directory.close-question": ({ directory }) => ({ questionId: directory.question }),
    "directory.empty-examples": () => ({}),
    "directory.restore-examples": () => ({}),
    "directory.start-campaign": () => ({ name: "Exemple : printemps", closesOn: "2099-12-31" }),
    "directory.remind-campaign": ({ directory }) => ({ campaignId: directory.campaign }),
    "directory.end-campaign": ({ directory }) => ({ campaignId: directory.campaign }),
    "directory.revoke-link": ({ directory }) => ({ linkId: directory.keeperLink }),
    "directory.confirm-card / with its link": ({ territory }) => ({ secret: secretOf(territory) }),
    "directory.correct-card / with its link": ({ territory }) => ({
      secret: secretOf(territory),
      seen,
      part: "fees",
      value: { fee: "paid" },
    }),
  },
};
