import { attachDeliberation } from "../src/wings/convention/parties/use-cases/attach-deliberation.ts";
import { addAmendment } from "../src/wings/convention/amendments/use-cases/add-amendment.ts";
import { saveFramework } from "../src/wings/convention/frameworks/use-cases/save-framework.ts";
import { setCompetence } from "../src/wings/convention/competences/use-cases/set-competence.ts";
import { signAmendment } from "../src/wings/convention/amendments/use-cases/sign-amendment.ts";
import { ConventionFields, ConventionId, type ConventionState } from "../src/wings/convention/conventions/model.ts";
import { PartyId } from "../src/wings/convention/parties/model.ts";
import { insertConvention } from "../src/wings/convention/conventions/store.ts";
import { insertParty } from "../src/wings/convention/parties/store.ts";
import { attachFile } from "../src/wings/plan/action/use-cases/attach-file.ts";
import { addNote } from "../src/wings/plan/notes/use-cases/add-note.ts";
import { createAction } from "../src/wings/plan/action/use-cases/create-action.ts";
import { deleteAction } from "../src/wings/plan/deletion/use-cases/delete-action.ts";
import { emptyExamples } from "../src/wings/plan/deletion/use-cases/empty-examples.ts";
import { linkActions } from "../src/wings/plan/action/use-cases/link-actions.ts";
import { saveAxis } from "../src/wings/plan/axes/use-cases/save-axis.ts";
import { saveObjective } from "../src/wings/plan/axes/use-cases/save-objective.ts";
import { emptyMemory } from "../src/platform/import-draft/memory.ts";
import { fieldsOfAction } from "../src/wings/plan/import/to-action.ts";
import { saveMemory } from "../src/platform/import-draft/store.ts";
import { planDraft } from "../src/wings/plan/import/draft-kind.ts";
import { saveActionImport } from "../src/wings/plan/import/store.ts";
import { startImport } from "../src/wings/plan/import/use-cases/start-import.ts";
import { saveView } from "../src/wings/plan/views/use-cases/save-view.ts";
import { ActionId } from "../src/wings/plan/action/model.ts";
import { insertActions, loadAction } from "../src/wings/plan/action/store.ts";
import { done, plantTerritory } from "../src/wings/plan/action/territory.fixture.ts";
import type { Actor } from "../src/platform/actor.ts";
import { v7 } from "../src/platform/id.ts";
import { Day, OrganisationId, PersonId } from "../src/platform/model.ts";
import { grantAccess } from "../src/wings/territory/people/use-cases/grant-access.ts";
import { invitePerson } from "../src/wings/territory/people/use-cases/invite-person.ts";
import { MandateId } from "../src/wings/territory/people/model.ts";
import { ThemeKey } from "../src/wings/territory/territories/model.ts";
import { listCommunes } from "../src/wings/territory/territories/store.ts";
import { saveMandate, savePerson } from "../src/wings/territory/people/store.ts";
import { saveOrganisation } from "../src/wings/territory/organisations/store.ts";
import { fixtures } from "./rights-of-wing.ts";
import { openDirectory } from "./world-directory.ts";

/** Everyone who may knock, as the field names them. */
export const people = [
  "operator",
  "coordinator",
  "lead",
  "partner",
  "elected",
  "entrusted",
  "contributor",
  "reader",
  "visitor",
] as const;
export type Who = (typeof people)[number];
/** Those who are in the address book. */
export const known = ["coordinator", "lead", "partner", "elected", "entrusted", "contributor", "reader"] as const;

const id = (): string => v7(new Date());
const example = { kind: "example" as const };

/** Two real territories in one database, each with something of everything. */
export async function makeWorld() {
  const here = await plantTerritory("200068377");
  const elsewhere = await here.another("200068757");
  const world = {
    runtime: here.runtime,
    time: here.time,
    url: here.url,
    here: await furnish(here),
    elsewhere: await furnish(elsewhere),
    close: here.close,
  };
  for (const { plant } of Object.values(fixtures)) for (const corner of [world.here, world.elsewhere]) await plant?.(corner);
  return world;
}
export type World = Awaited<ReturnType<typeof makeWorld>>;
export type Corner = Awaited<ReturnType<typeof furnish>>;

type Ground = Awaited<ReturnType<Awaited<ReturnType<typeof plantTerritory>>["another"]>>;

async function furnish(ground: Ground) {
  const addressBook = await fillAddressBook(ground);
  const conventions = await openConventions(ground);
  const plan = await writePlan(ground);
  const actors = actorsOf(ground, addressBook.persons, plan.shared);
  return {
    ...ground,
    ...addressBook,
    ...conventions,
    ...plan,
    actors,
    directory: await openDirectory(ground, plan.coLed),
    ...(await leaveTraces(ground, actors, addressBook, conventions, plan)),
  };
}

async function fillAddressBook({ territory, organisations, read }: Ground) {
  const newPerson = () => PersonId.parse(id());
  const persons = {
    coordinator: newPerson(),
    lead: newPerson(),
    partner: newPerson(),
    elected: newPerson(),
    entrusted: newPerson(),
    contributor: newPerson(),
    reader: newPerson(),
    /** In the address book, without access. */
    guest: newPerson(),
    /** Has an access that may be closed. */
    member: newPerson(),
    /** Named by nothing. */
    passerBy: newPerson(),
  };
  const spare = OrganisationId.parse(id());
  const mandate = MandateId.parse(id());
  const blank = { shortName: null, communeCode: null, email: null, phone: null };
  await read(async (tx) => {
    await saveOrganisation(tx, territory, spare, { ...blank, kind: "association", name: "Les amis du lac" }, example);
    for (const kind of ["msa", "departement"] as const)
      await saveOrganisation(tx, territory, OrganisationId.parse(id()), { ...blank, kind, name: `Exemple : ${kind}` }, example);
    for (const { code, name } of await listCommunes(tx)) {
      const fields = { ...blank, kind: "commune" as const, name: `Exemple : mairie de ${name}`, communeCode: code };
      await saveOrganisation(tx, territory, OrganisationId.parse(id()), fields, example);
    }
    for (const [key, person] of Object.entries(persons)) {
      const fields = { name: `Prénom ${key}`, email: `${key.toLowerCase()}@exemple.fr`, phone: null, membership: null };
      await savePerson(tx, territory, person, { ...fields, provenance: example });
    }
    const office = { organisationId: organisations.epci, function: "Chargée de coopération", from: null, to: null };
    await saveMandate(tx, territory, persons.coordinator, { id: MandateId.parse(id()), ...office });
    await saveMemory(tx, territory, planDraft, emptyMemory);
    await saveMandate(tx, territory, persons.guest, { id: mandate, ...office, function: "Vice-président" });
  });
  return { persons, spare, mandate };
}

async function openConventions({ territory, organisations, as, read, run }: Ground) {
  const fields = ConventionFields.parse({
    title: "Convention à signer",
    periodStart: "2027",
    periodEnd: "2031",
    planValidatedOn: "2026-10",
  });
  const open = async (state: ConventionState, signed: "none" | "lead") => {
    const conventionId = ConventionId.parse(id());
    const parties = { lead: PartyId.parse(id()), partner: PartyId.parse(id()) };
    const party = {
      representative: null,
      representativeFunction: null,
      deliberationNumber: null,
      deliberationDate: null,
      deliberationFileId: null,
      commitments: null,
    };
    await read(async (tx) => {
      await insertConvention(tx, territory, { ...fields, id: conventionId, state, provenance: example, predecessorId: null });
      const signedOn = signed === "lead" ? Day.parse("2026-10-20") : null;
      await insertParty(tx, territory, conventionId, {
        ...party,
        id: parties.lead,
        organisationId: organisations.centre,
        signedOn,
      });
      await insertParty(tx, territory, conventionId, {
        ...party,
        id: parties.partner,
        organisationId: organisations.caf,
        signedOn: null,
      });
    });
    return { conventionId, parties };
  };
  const scheme = { name: `Schéma de ${territory}`, departementCode: "88", source: "Exemple" };
  const axes = [{ number: "1", title: "Connaître" }];
  const frameworkId = done(await run(saveFramework, as.operator, { ...scheme, axes }));
  const [draft, toSign, halfSigned] = [
    await open("preparation", "none"),
    await open("plan_validated", "none"),
    await open("partially_signed", "lead"),
  ];
  const draftAxes = [];
  for (const number of [1, 2, 3, 4]) {
    const axis = { conventionId: draft.conventionId, number: String(number), title: `Axe ${number}` };
    draftAxes.push(done(await run(saveAxis, as.operator, axis)));
  }
  return { draft: { ...draft, axes: draftAxes }, toSign, halfSigned, frameworkId };
}

async function writePlan({ territory, conventionId, axes, organisations, objective, as, run, read }: Ground) {
  const write = async (title: string, confidentiality: string, who: object, more: object = {}) => {
    const identity = { number: "1.1", title, axisId: axes[0], objectiveId: objective, confidentiality, themes: "petite-enfance" };
    const typed = { conventionId, identity, who: { participation: "none", ...who }, ...more };
    return done(await run(createAction, as.coordinator, typed));
  };
  const lead = { leadId: organisations.centre };
  const partners = [{ organisationId: organisations.caf, role: "associate" }];
  const shared = await write("Ouvrir un relais", "shared", { ...lead, partners }, rows(organisations.caf));
  const restricted = await write("Négocier un lieu", "restricted", lead);
  const coLed = await write("Former ensemble", "shared", {
    leadId: organisations.epci,
    partners: [{ organisationId: organisations.caf, role: "co_lead" }],
  });
  const deleted = await write("Abandonnée avant de naître", "shared", lead);
  done(await run(deleteAction, as.coordinator, { actionId: deleted }));
  const whole = await read((tx) => loadAction(tx, coLed));
  if (whole === undefined) throw new Error("the action is not there");
  const addExample = () =>
    read((tx) => insertActions(tx, territory, [{ ...whole, id: ActionId.parse(id()), provenance: example }]));
  await addExample();
  done(await run(emptyExamples, as.coordinator, {}));
  await addExample();
  const emptyAxis = done(await run(saveAxis, as.operator, { conventionId, number: "9", title: "Sans action" }));
  const emptyObjective = done(await run(saveObjective, as.operator, { axisId: axes[1], number: "2.9", title: "Sans action" }));
  return { shared, restricted, coLed, deleted, emptyAxis, emptyObjective };
}

const rows = (funderId: OrganisationId) => ({
  how: {
    taxBase: "including_tax",
    milestones: [{ title: "Ouverture", due: "2027-01-01" }],
    funding: [{ year: "2026", funderId, nature: "running", planned: "1 000" }],
  },
  measures: { measures: [{ kind: "output", name: "Familles", results: [{ day: "2026-06-30", value: "12" }] }] },
});

function actorsOf(
  { territory, organisations }: Ground,
  persons: Readonly<Record<(typeof known)[number], PersonId>>,
  entrusted: ActionId,
): Readonly<Record<Who, Actor>> {
  const someone = (who: (typeof known)[number]) => ({ territory, person: persons[who], name: `Prénom ${who}` });
  return {
    operator: { role: "operator", territory, person: null, name: "Instance" },
    coordinator: { ...someone("coordinator"), role: "coordinator" },
    lead: { ...someone("lead"), role: "party", organisation: organisations.centre },
    partner: { ...someone("partner"), role: "party", organisation: organisations.caf },
    elected: { ...someone("elected"), role: "elected", organisation: organisations.epci },
    entrusted: { ...someone("entrusted"), role: "contributor", actionIds: [entrusted] },
    contributor: { ...someone("contributor"), role: "contributor", actionIds: [id()] },
    reader: { ...someone("reader"), role: "reader" },
    visitor: { role: "public", territory },
  };
}

/** What each of them left behind: notes, views, invitations, files, an amendment that was signed and one that was not. */
async function leaveTraces(
  { run, as, read, conventionId }: Ground,
  actors: Readonly<Record<Who, Actor>>,
  { persons }: Awaited<ReturnType<typeof fillAddressBook>>,
  { toSign, draft }: Awaited<ReturnType<typeof openConventions>>,
  { shared, coLed }: Awaited<ReturnType<typeof writePlan>>,
) {
  const asGuest: Actor = { ...as.coordinator, person: persons.guest };
  const note = async (actor: Actor) =>
    done(await run(addNote, actor, { actionId: shared, body: "Une visite utile", confidentiality: "shared" }));
  const view = async (actor: Actor) => done(await run(saveView, actor, { name: "À suivre", query: "status=ongoing" }));
  const invite = async (email: string) =>
    done(await run(invitePerson, as.operator, { email, name: "Personne invitée", role: "reader" })).id;
  const each = async <Value>(make: (who: (typeof known)[number]) => Promise<Value>) => {
    const made: [(typeof known)[number], Value][] = [];
    for (const who of known) made.push([who, await make(who)]);
    return new Map<Who, Value>(made);
  };
  /** Written as if they could then: a reader of today may have been a partner yesterday. */
  const whileTrusted = (who: (typeof known)[number]): Actor => ({ ...as.coordinator, person: persons[who] });
  const notes = { of: await each((who) => note(whileTrusted(who))), byGuest: await note(asGuest) };
  const views = { of: await each((who) => view(whileTrusted(who))), ofGuest: await view(asGuest) };
  const invitations = {
    of: await each((who) => invite(`${who}@exemple.fr`)),
    toGuest: await invite("guest@exemple.fr"),
  };
  done(await run(grantAccess, as.operator, { personId: persons.member, role: "reader" }));

  const file = new File(["Compte rendu"], "compte-rendu.txt");
  const fileId = done(await run(attachFile, actors.lead, { actionId: shared, file }));
  const deliberation = new File(["%PDF-1.7"], "deliberation.pdf");
  done(await run(attachDeliberation, as.operator, { partyId: toSign.parties.partner, file: deliberation }));
  done(await run(linkActions, as.operator, { actionId: shared, to: coLed, kind: "relates_to" }));
  const cell = { theme: ThemeKey.parse("petite-enfance"), holder: "caf", mark: "exercised" };
  done(await run(setCompetence, as.operator, { conventionId: draft.conventionId, ...cell }));
  const amend = async (number: string) =>
    done(await run(addAmendment, as.operator, { conventionId, number, title: "Un avenant" }));
  done(await run(signAmendment, as.operator, { amendmentId: await amend("1"), signedOn: "2026-06-01" }));
  const amendment = await amend("2");
  const milestone = (await read((tx) => loadAction(tx, shared)))?.how.milestones[0]?.id;
  const spreadsheet = new File(["N°;Action;Axe;Porteur\n3.1;Un forum;1;Caf"], "plan.csv");
  const { id: planImport } = done(await run(startImport, as.operator, { file: spreadsheet }));
  await read(async (tx) => {
    const brought = await loadAction(tx, shared);
    if (brought === undefined) throw new Error("the shared action is gone");
    const imported = fieldsOfAction(brought, null);
    await saveActionImport(tx, as.operator.territory, {
      actionId: shared,
      importKey: "1.1",
      imported,
      noteId: null,
      broughtBy: planImport,
    });
  });
  return { notes, views, invitations, fileId, amendment, milestone, planImport };
}
