import { afterAll, beforeAll, expect, test } from "vitest";
import { useCases } from "../src/app/use-cases.ts";
import { tryOut } from "./trial.ts";
import { makeWorld, type Corner, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.close());

interface Slip {
  readonly action: string;
  /** What is named from the other territory, in a form that is otherwise of one's own. */
  readonly naming: string;
  readonly answer: "invalid" | "missing";
  readonly raw: (ours: Corner, theirs: Corner) => unknown;
}

const identity = ({ axes }: Corner) => ({ number: "3.1", title: "Une idée", axisId: axes[0], confidentiality: "shared" });
const created = (ours: Corner, more: object) => ({
  conventionId: ours.conventionId,
  identity: identity(ours),
  who: { participation: "none" },
  ...more,
});
const funding = (funderId: string) => ({
  taxBase: "including_tax",
  funding: [{ year: "2027", funderId, nature: "running", planned: "1 000" }],
});
const partners = (organisationId: string) => ({ participation: "none", partners: [{ organisationId, role: "co_lead" }] });
const edited = (ours: Corner, part: string, value: object) => ({ actionId: ours.shared, seen: "0", part, value });
/** A commune of the other territory. */
const commune = "88413";

const slips: readonly Slip[] = [
  {
    action: "plan.create-action",
    naming: "axis",
    answer: "invalid",
    raw: (ours, { axes }) => created(ours, { identity: { ...identity(ours), axisId: axes[0] } }),
  },
  {
    action: "plan.create-action",
    naming: "objective",
    answer: "invalid",
    raw: (ours, { objective }) => created(ours, { identity: { ...identity(ours), objectiveId: objective } }),
  },
  {
    action: "plan.create-action",
    naming: "lead",
    answer: "invalid",
    raw: (ours, { organisations }) => created(ours, { who: { participation: "none", leadId: organisations.caf } }),
  },
  {
    action: "plan.create-action",
    naming: "partner",
    answer: "invalid",
    raw: (ours, { organisations }) => created(ours, { who: partners(organisations.caf) }),
  },
  {
    action: "plan.create-action",
    naming: "funder",
    answer: "invalid",
    raw: (ours, { organisations }) => created(ours, { how: funding(organisations.caf) }),
  },
  {
    action: "plan.create-action",
    naming: "commune",
    answer: "invalid",
    raw: (ours) => created(ours, { what: { communes: commune } }),
  },
  {
    action: "plan.edit-block",
    naming: "axis",
    answer: "invalid",
    raw: (ours, { axes }) => edited(ours, "identity", { ...identity(ours), axisId: axes[0] }),
  },
  {
    action: "plan.edit-block",
    naming: "lead",
    answer: "invalid",
    raw: (ours, { organisations }) => edited(ours, "who", { participation: "none", leadId: organisations.centre }),
  },
  {
    action: "plan.edit-block",
    naming: "partner",
    answer: "invalid",
    raw: (ours, { organisations }) => edited(ours, "who", partners(organisations.centre)),
  },
  {
    action: "plan.edit-block",
    naming: "funder",
    answer: "invalid",
    raw: (ours, { organisations }) => edited(ours, "how", funding(organisations.centre)),
  },
  {
    action: "plan.link-actions",
    naming: "other action",
    answer: "invalid",
    raw: ({ shared }, { coLed }) => ({ actionId: shared, to: coLed, kind: "depends_on" }),
  },
  {
    action: "plan.unlink-actions",
    naming: "other action",
    answer: "missing",
    raw: ({ shared }, { coLed }) => ({ actionId: shared, to: coLed, kind: "relates_to" }),
  },
  {
    action: "plan.entrust-action",
    naming: "person",
    answer: "invalid",
    raw: ({ shared }, { persons }) => ({ actionId: shared, personId: persons.guest }),
  },
  {
    action: "plan.detach-file",
    naming: "file",
    answer: "missing",
    raw: ({ shared }, { fileId }) => ({ actionId: shared, fileId }),
  },
  {
    action: "plan.save-axis",
    naming: "axis",
    answer: "missing",
    raw: ({ conventionId }, { axes }) => ({ conventionId, axisId: axes[0], number: "1", title: "Prise" }),
  },
  {
    action: "plan.save-objective",
    naming: "axis",
    answer: "missing",
    raw: ({ objective }, { axes }) => ({ objectiveId: objective, axisId: axes[0], number: "1.1", title: "Prise" }),
  },
  {
    action: "plan.save-objective",
    naming: "objective",
    answer: "missing",
    raw: ({ axes }, { objective }) => ({ objectiveId: objective, axisId: axes[0], number: "1.1", title: "Prise" }),
  },
  {
    action: "convention.create",
    naming: "predecessor",
    answer: "missing",
    raw: (_, { conventionId }) => ({ title: "Convention suivante", predecessorId: conventionId }),
  },
  {
    action: "convention.add-party",
    naming: "organisation",
    answer: "invalid",
    raw: ({ draft }, { organisations }) => ({ conventionId: draft.conventionId, organisationId: organisations.epci }),
  },
  {
    action: "territory.save-organisation",
    naming: "commune",
    answer: "invalid",
    raw: () => ({ kind: "commune", name: "Mairie d’ailleurs", communeCode: commune }),
  },
  {
    action: "territory.save-mandate",
    naming: "organisation",
    answer: "invalid",
    raw: ({ persons }, { organisations }) => ({
      personId: persons.guest,
      organisationId: organisations.caf,
      function: "Conseillère",
    }),
  },
  {
    action: "territory.save-mandate",
    naming: "mandate",
    answer: "missing",
    raw: ({ persons, organisations }, { mandate }) => ({
      personId: persons.guest,
      id: mandate,
      organisationId: organisations.caf,
      function: "Conseillère",
    }),
  },
  {
    action: "territory.end-mandate",
    naming: "mandate",
    answer: "missing",
    raw: ({ persons }, { mandate }) => ({ personId: persons.guest, id: mandate, to: "2026-10-31" }),
  },
  {
    action: "territory.grant-access",
    naming: "organisation",
    answer: "invalid",
    raw: ({ persons }, { organisations }) => ({ personId: persons.guest, role: "party", organisationId: organisations.caf }),
  },
  {
    action: "territory.grant-access",
    naming: "action",
    answer: "invalid",
    raw: ({ persons }, { shared }) => ({ personId: persons.guest, role: "contributor", actionIds: shared }),
  },
  {
    action: "territory.invite-person",
    naming: "organisation",
    answer: "invalid",
    raw: (_, { organisations }) => ({
      email: "nouvelle@exemple.fr",
      name: "Une nouvelle",
      role: "elected",
      organisationId: organisations.epci,
    }),
  },
];

test.each(slips)("$action that names the $naming of another territory: $answer", async ({ action, answer, raw }) => {
  const { here, elsewhere, runtime } = world;
  const useCase = useCases.find(({ name }) => name === action);
  if (useCase === undefined) throw new Error(`no use case ${action}`);
  for (const who of ["operator", "coordinator"] as const) {
    const asked = { runtime, watch: elsewhere.territory, useCase, actor: here.actors[who], raw: raw(here, elsewhere) };
    const { outcome, rows } = await tryOut(asked);
    expect(outcome.kind, JSON.stringify(outcome)).toBe(answer);
    expect(rows).toBe(0);
  }
});

test("the same forms with names of one's own are done", async () => {
  const { here, runtime } = world;
  const shown: Record<string, string> = {};
  for (const { action, naming, raw } of slips) {
    const useCase = useCases.find(({ name }) => name === action);
    const asked = { runtime, watch: world.elsewhere.territory, actor: here.actors.operator, raw: raw(here, here) };
    if (useCase !== undefined) shown[`${action} / ${naming}`] = (await tryOut({ ...asked, useCase })).outcome.kind;
  }
  const named = Object.entries(shown).filter(([, kind]) => kind !== "done");
  // The commune is written in these forms: it is of the other territory whoever is asked.
  expect(named).toEqual([
    ["plan.create-action / commune", "invalid"],
    ["territory.save-organisation / commune", "invalid"],
  ]);
});
