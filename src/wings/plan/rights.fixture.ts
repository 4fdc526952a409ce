import type { Corner } from "../../../test/world.ts";
import type { RightsOfWing } from "../../../test/rights-of-wing.ts";

const newAction = ({ conventionId, axes }: Corner, leadId: string | null) => ({
  conventionId,
  identity: { number: "2.1", title: "Une idée neuve", axisId: axes[1], confidentiality: "shared" },
  who: { leadId, participation: "none" },
});
const why = { findings: "Trois communes sans mode d’accueil." };
const words = { body: "Réunion utile, salle trouvée.", confidentiality: "shared" };

export const rights: RightsOfWing = {
  lines: `
                                                 operator coordinator lead partner elected entrusted contributor reader visitor | elsewhere
plan.create-action / without lead                yes      yes         no   no      no      no        no          no     no      | 404
plan.create-action / led by the lead             yes      yes         yes  no      no      no        no          no     no      | 404
plan.create-action / led by the partner          yes      yes         no   yes     no      no        no          no     no      | 404
plan.edit-block / shared                         yes      yes         yes  no      no      yes       no          no     no      | 404
plan.edit-block / restricted                     yes      yes         yes  no      no      no        no          no     no      | 404
plan.edit-block / co-led by the partner          yes      yes         no   yes     no      no        no          no     no      | 404
plan.edit-block / who carries it                 yes      yes         yes  no      no      yes       no          no     no      | 404
plan.edit-block / the money                      yes      yes         yes  no      no      yes       no          no     no      | 404
plan.report-progress                             yes      yes         yes  no      no      yes       no          no     no      | 404
plan.add-note / shared                           yes      yes         yes  yes     yes     yes       yes         no     no      | 404
plan.add-note / restricted                       yes      yes         yes  no      no      no        no          no     no      | 404
plan.edit-note / their own                       no       yes         yes  yes     yes     yes       yes         no     no      | 404
plan.edit-note / of someone else                 no       no          no   no      no      no        no          no     no      | 404
plan.delete-note / their own                     yes      yes         yes  yes     yes     yes       yes         no     no      | 404
plan.delete-note / of someone else               yes      yes         no   no      no      no        no          no     no      | 404
plan.attach-file                                 yes      yes         yes  no      no      yes       no          no     no      | 404
plan.detach-file                                 yes      yes         yes  no      no      yes       no          no     no      | 404
plan.link-actions                                yes      yes         yes  no      no      yes       no          no     no      | 404
plan.unlink-actions                              yes      yes         yes  no      no      yes       no          no     no      | 404
plan.validate-action / shared                    yes      yes         no   no      yes     no        no          no     no      | 404
plan.validate-action / restricted                yes      yes         no   no      no      no        no          no     no      | 404
plan.entrust-action                              yes      yes         yes  no      no      no        no          no     no      | 404
plan.delete-action                               yes      yes         no   no      no      no        no          no     no      | 404
plan.restore-action                              yes      yes         no   no      no      no        no          no     no      | 404
plan.save-axis / a new one                       yes      yes         no   no      no      no        no          no     no      | 404
plan.save-axis / known                           yes      yes         no   no      no      no        no          no     no      | 404
plan.remove-axis                                 yes      yes         no   no      no      no        no          no     no      | 404
plan.save-objective / a new one                  yes      yes         no   no      no      no        no          no     no      | 404
plan.save-objective / known                      yes      yes         no   no      no      no        no          no     no      | 404
plan.remove-objective                            yes      yes         no   no      no      no        no          no     no      | 404
plan.save-view                                   no       yes         yes  yes     yes     yes       yes         yes    no      | home
plan.delete-view / their own                     404      yes         yes  yes     yes     yes       yes         yes    404     | 404
plan.delete-view / of someone else               404      404         404  404     404     404       404         404    404     | 404
plan.empty-examples                              yes      yes         no   no      no      no        no          no     no      | home
plan.restore-examples                            yes      yes         no   no      no      no        no          no     no      | home
plan.start-import                                yes      yes         no   no      no      no        no          no     no      | home
plan.map-import                                  yes      yes         no   no      no      no        no          no     no      | 404
plan.choose-in-import                            yes      yes         no   no      no      no        no          no     no      | 404
plan.accept-import                               yes      yes         no   no      no      no        no          no     no      | 404
plan.abandon-import                              yes      yes         no   no      no      no        no          no     no      | 404
`,
  samples: {
    "plan.create-action / without lead": (corner) => newAction(corner, null),
    "plan.create-action / led by the lead": (corner) => newAction(corner, corner.organisations.centre),
    "plan.create-action / led by the partner": (corner) => newAction(corner, corner.organisations.caf),
    "plan.edit-block / shared": ({ shared }) => ({ actionId: shared, seen: "0", part: "why", value: why }),
    "plan.edit-block / restricted": ({ restricted }) => ({ actionId: restricted, seen: "0", part: "why", value: why }),
    "plan.edit-block / co-led by the partner": ({ coLed }) => ({ actionId: coLed, seen: "0", part: "why", value: why }),
    "plan.edit-block / who carries it": ({ shared, organisations }) => ({
      actionId: shared,
      seen: "0",
      part: "who",
      value: { leadId: organisations.centre, leadPerson: "Une directrice (exemple)", participation: "information" },
    }),
    "plan.edit-block / the money": ({ shared, organisations }) => ({
      actionId: shared,
      seen: "0",
      part: "how",
      value: {
        taxBase: "including_tax",
        funding: [{ year: "2027", funderId: organisations.caf, nature: "running", planned: "12 k€" }],
      },
    }),
    "plan.report-progress": ({ shared, milestone }) => ({
      actionId: shared,
      seen: "0",
      status: "ongoing",
      reached: milestone,
      note: "Le relais a ouvert.",
    }),
    "plan.add-note / shared": ({ shared }) => ({ actionId: shared, ...words }),
    "plan.add-note / restricted": ({ restricted }) => ({ actionId: restricted, ...words }),
    "plan.edit-note / their own": ({ notes }, who) => ({ noteId: notes.of.get(who) ?? notes.byGuest, ...words }),
    "plan.edit-note / of someone else": ({ notes }) => ({ noteId: notes.byGuest, ...words }),
    "plan.delete-note / their own": ({ notes }, who) => ({ noteId: notes.of.get(who) ?? notes.byGuest }),
    "plan.delete-note / of someone else": ({ notes }) => ({ noteId: notes.byGuest }),
    "plan.attach-file": ({ shared }) => ({ actionId: shared, file: new File(["Plan des locaux"], "plan.txt") }),
    "plan.detach-file": ({ shared, fileId }) => ({ actionId: shared, fileId }),
    "plan.link-actions": ({ shared, coLed }) => ({ actionId: shared, to: coLed, kind: "depends_on" }),
    "plan.unlink-actions": ({ shared, coLed }) => ({ actionId: shared, to: coLed, kind: "relates_to" }),
    "plan.validate-action / shared": ({ shared }) => ({ actionId: shared }),
    "plan.validate-action / restricted": ({ restricted }) => ({ actionId: restricted }),
    "plan.entrust-action": ({ shared, persons }) => ({ actionId: shared, personId: persons.guest }),
    "plan.delete-action": ({ shared }) => ({ actionId: shared }),
    "plan.restore-action": ({ deleted }) => ({ actionId: deleted }),
    "plan.save-axis / a new one": ({ conventionId }) => ({ conventionId, number: "7", title: "Un axe de plus" }),
    "plan.save-axis / known": ({ conventionId, axes }) => ({
      conventionId,
      axisId: axes[0],
      number: "1",
      title: "Autrement dit",
    }),
    "plan.remove-axis": ({ emptyAxis }) => ({ axisId: emptyAxis }),
    "plan.save-objective / a new one": ({ axes }) => ({ axisId: axes[0], number: "1.7", title: "Un objectif de plus" }),
    "plan.save-objective / known": ({ axes, objective }) => ({
      axisId: axes[0],
      objectiveId: objective,
      number: "1.1",
      title: "Autrement dit",
    }),
    "plan.remove-objective": ({ emptyObjective }) => ({ objectiveId: emptyObjective }),
    "plan.save-view": () => ({ name: "En retard", query: "late=yes" }),
    "plan.delete-view / their own": ({ views }, who) => ({ viewId: views.of.get(who) ?? views.ofGuest }),
    "plan.delete-view / of someone else": ({ views }) => ({ viewId: views.ofGuest }),
    "plan.empty-examples": () => ({}),
    "plan.restore-examples": () => ({}),
    "plan.start-import": () => ({ file: new File(["N°;Action;Axe;Porteur\n3.1;Un forum;1;Caf"], "plan.csv") }),
    "plan.map-import": ({ planImport }) => ({
      importId: planImport,
      sheet: "0",
      header: "1",
      columns: [{ index: "1", target: "title" }],
    }),
    "plan.choose-in-import": ({ planImport }) => ({ importId: planImport, rows: [{ key: "n:1/3.1", reason: "Faute de salle" }] }),
    "plan.accept-import": ({ planImport }) => ({ importId: planImport }),
    "plan.abandon-import": ({ planImport }) => ({ importId: planImport }),
  },
};
