import { unzipSync, strFromU8 } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { OrganisationId, TerritoryId } from "../platform/model.ts";
import { grant, rightsOn } from "../platform/rights.ts";
import { defineUseCase, listed, perform, wholeTerritory } from "../platform/use-case.ts";
import type { Wing } from "../platform/wing/wing.ts";
import { Hono } from "hono";
import type { TerritoryEnv } from "../platform/http/visit.ts";
import { createAction } from "../wings/plan/action/use-cases/create-action.ts";
import { saveAxis } from "../wings/plan/axes/use-cases/save-axis.ts";
import { addParty } from "../wings/convention/parties/use-cases/add-party.ts";
import { signForParty } from "../wings/convention/parties/use-cases/sign-for-party.ts";
import { createConvention } from "../wings/convention/conventions/use-cases/create-convention.ts";
import { moveConvention } from "../wings/convention/conventions/use-cases/move-convention.ts";
import { listSnapshots, snapshotText } from "../wings/convention/snapshots/store.ts";
import { openTestInstance } from "./account/instance.fixture.ts";
import { rightsMatrix } from "./rights-matrix.ts";
import { wings } from "./wings.ts";

// A wing of nothing, that no other file knows: what it declares shows wherever the instance shows what its wings bring.
const right = rightsOn<object>()("nothing", { leave: [grant("coordinator"), grant("party")] });
const leaveNothing = defineUseCase({
  name: "nothing.leave",
  input: z.object({}),
  subject: wholeTerritory,
  allow: right.leave,
  run: async ({ record, actor }) => {
    await record({ verb: "noted", object: { kind: "nothing", id: actor.territory, label: "Rien" } });
  },
});
const nothing: Wing = {
  name: "nothing",
  useCases: [listed(leaveNothing)],
  pages: [() => new Hono<TerritoryEnv>().get("/rien", (c) => c.text("Il n’y a rien ici."))],
  navigation: [{ path: "/rien", label: { fr: "Rien du tout", en: "Nothing at all" }, seenBy: "everyone", rank: 95 }],
  home: () =>
    Promise.resolve({
      waiting: 1,
      intro: "Rien n’est prévu.",
      banner: null,
      entry: null,
      todo: "Ne rien faire, ce jour-là",
      news: [],
      coming: [],
      allComing: null,
    }),
  publicPart: () => Promise.resolve({ entries: [], sections: [{ rank: 95, body: "Rien à déclarer" }] }),
  frozen: {
    kinds: [{ kind: "nothing", name: { fr: "Rien", en: "Nothing" }, followUp: [] }],
    freeze: () => Promise.resolve([{ kind: "nothing", id: "0", label: "Rien", blocks: { nothing: { weight: 0 } } }]),
    mayRead: () => true,
    words: () =>
      Promise.resolve({
        fieldLabel: () => "Poids",
        value: (_kind, _field, value) => JSON.stringify(value),
        standing: () => null,
      }),
  },
  evidence: (_tx, { at }, of) =>
    Promise.resolve([
      {
        side: "outcome",
        relation: "N’a rien changé :",
        to: { kind: "nothing", id: of.id },
        title: "un grand calme",
        href: at("/rien"),
        state: null,
        example: true,
      },
    ]),
  archive: async function* () {
    yield await Promise.resolve({ path: "rien.txt", bytes: new Uint8Array() });
  },
};
const all = [...wings, nothing];

let instance: Awaited<ReturnType<typeof openTestInstance>>;
let territory: Awaited<ReturnType<(typeof instance)["plant"]>>;
let coordinator: Awaited<ReturnType<(typeof instance)["enter"]>>;
let actionId: string;

beforeAll(async () => {
  instance = await openTestInstance({}, all);
  territory = await instance.plant("200068377");
  const person = await territory.person("Camille", "camille@exemple.fr", { role: "coordinator" });
  coordinator = await instance.enter("camille@exemple.fr");
  const actor = { role: "coordinator", territory: TerritoryId.parse(territory.territory), person, name: "Camille" } as const;
  const { runtime } = instance;
  const caf = OrganisationId.parse(await territory.organisation("Caf", "caf"));
  const done = async <Value>(outcome: Promise<{ kind: string; value?: Value }>): Promise<Value> => {
    const { kind, value } = await outcome;
    if (kind !== "done" || value === undefined) throw new Error(`${kind} ${JSON.stringify(await outcome)}`);
    return value;
  };
  const conventionId = await done(
    perform(runtime, createConvention, actor, {
      title: "CTG",
      periodStart: "2023",
      periodEnd: "2027",
      planValidatedOn: "2023-04",
    }),
  );
  const partyId = await done(perform(runtime, addParty, actor, { conventionId, organisationId: caf }));
  const axisId = await done(perform(runtime, saveAxis, actor, { conventionId, number: "1", title: "Mieux connaître" }));
  actionId = await done(
    perform(runtime, createAction, actor, {
      conventionId,
      identity: { number: "1.1", title: "Ouvrir un relais", axisId, confidentiality: "public" },
      who: { participation: "none" },
    }),
  );
  await perform(runtime, moveConvention, actor, { conventionId, move: "validate_plan" });
  const signature = await perform(runtime, signForParty, actor, { partyId, signedOn: "2023-11-28" });
  expect(signature.kind).toBe("done");
});
afterAll(() => instance.close());

const page = async (path: string): Promise<string> => (await coordinator.get(`/${territory.slug}${path}`)).text();

test("a new wing is in the navigation, at its rank, and its pages answer", async () => {
  expect(await page("/territoire")).toContain("Rien du tout");
  expect(await page("/rien")).toBe("Il n’y a rien ici.");
});

test("its use cases are in the matrix of rights", () => {
  expect(rightsMatrix(all).find(({ useCase }) => useCase === "nothing.leave")).toEqual({
    wing: "nothing",
    useCase: "nothing.leave",
    may: { operator: "no", coordinator: "yes", party: "yes", elected: "no", contributor: "no", reader: "no", public: "no" },
  });
});

test("it speaks on the home page of whoever works here, and on the public page", async () => {
  const home = await page("/accueil");
  expect(home).toContain("Rien n’est prévu.");
  expect(home).toContain("Ne rien faire, ce jour-là");
  expect(await (await instance.visitor().get(`/${territory.slug}`)).text()).toContain("Rien à déclarer");
});

test("what it holds is frozen by a signature", async () => {
  const text = await instance.runtime.database.inTerritory(TerritoryId.parse(territory.territory), async (tx) => {
    const conventions = await tx.execute<{ id: string }>("select id from convention");
    const [snapshot] = await listSnapshots(tx, conventions.rows[0]!.id as never);
    return snapshotText(tx, snapshot!.id);
  });
  expect(JSON.parse(text ?? "{}")).toMatchObject({
    objects: expect.arrayContaining([{ kind: "nothing", id: "0", label: "Rien", blocks: { nothing: { weight: 0 } } }]),
  });
});

test("it stands on the thread of evidence, beside the things of the other wings", async () => {
  const fiche = await page(`/plan/actions/${actionId}`);
  expect(fiche).toContain("N’a rien changé :");
  expect(fiche).toContain("un grand calme");
});

test("the archive of the territory holds what it gives, and every table of the territory", async () => {
  const response = await coordinator.get(`/${territory.slug}/archive.zip`);
  expect(response.status).toBe(200);
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(["rien.txt", "annuaire.json", "plan.json", "conventions.json", "donnees/action.jsonl"]),
  );
  expect(strFromU8(files["donnees/action.jsonl"]!)).toContain("Ouvrir un relais");
});
