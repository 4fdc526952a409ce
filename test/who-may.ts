import { people, type Who } from "./world.ts";

/**
 * Who may do what in a territory, as the field would say it, written apart from the declarations that it checks.
 *
 *   yes: it is done · no: refused, and told who may · 404: for this person it does not exist
 *
 * `lead`: for the organisation that leads the action. `partner`: for another signatory. `entrusted`: to whom this very
 * action was entrusted. `contributor`: to whom another was. The last column is what everyone of another territory gets
 * with the same identifiers. 404: it does not exist for them. home: nothing is named, they do it at home, nothing changes
 * here. no: it is shared by all and changed by its owner. empty: whoever may is told 404, the others are refused.
 */
const table = `
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

demo.load-examples                               yes      yes         no   no      no      no        no          no     no      | 404
demo.enter-signatories                           yes      yes         no   no      no      no        no          no     no      | empty
demo.enter-france-services                       yes      yes         no   no      no      no        no          no     no      | home
`;

const answers = { yes: "done", no: "refused", "404": "missing" } as const;
type Answer = (typeof answers)[keyof typeof answers];
const places = ["404", "home", "no", "empty"] as const;

export interface Line {
  /** Name of the use case. */
  readonly action: string;
  /** The line as a whole: the use case and its circumstance. */
  readonly name: string;
  readonly expected: Readonly<Record<Who, Answer>>;
  readonly elsewhere: (typeof places)[number];
}

const isAnswer = (text: string): text is keyof typeof answers => text in answers;
const answerOf = (text: string | undefined, line: string): Answer => {
  if (text === undefined || !isAnswer(text)) throw new Error(`"${text ?? ""}" is no answer: ${line}`);
  return answers[text];
};

const [heading = "", ...lines] = table.split("\n").filter((line) => line.trim() !== "");
if (heading.trim() !== `${people.join(" ")} | elsewhere`) throw new Error("the columns are the people, in their order");

export const whoMay: readonly Line[] = lines.map((line) => {
  const [left = "", place] = line.split("|").map((part) => part.trim());
  const [name = "", ...cells] = left.split(/ {2,}/);
  // Columns stand apart by two spaces at least, or by one after the widest answer.
  const marks = cells.flatMap((cell) => cell.split(" "));
  const elsewhere = places.find((each) => each === place);
  if (elsewhere === undefined || marks.length !== people.length) throw new Error(`a line without its ten answers: ${line}`);
  return {
    action: name.split(" / ")[0] ?? "",
    name,
    expected: Object.fromEntries(people.map((who, index) => [who, answerOf(marks[index], line)])) as Record<Who, Answer>,
    elsewhere,
  };
});
