import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Runtime } from "../../../platform/use-case.ts";
import { fileById } from "../../../platform/files/store.ts";
import { lastSeq, readEvents } from "../../../platform/history/store.ts";
import type { OrganisationId } from "../../../platform/model.ts";
import { saveAxis } from "../../plan/axes/use-cases/save-axis.ts";
import { addAmendment } from "../amendments/use-cases/add-amendment.ts";
import { addParty } from "../parties/use-cases/add-party.ts";
import { attachDeliberation } from "../parties/use-cases/attach-deliberation.ts";
import { createConvention } from "./use-cases/create-convention.ts";
import { editConvention } from "./use-cases/edit-convention.ts";
import { editParty } from "../parties/use-cases/edit-party.ts";
import { moveConvention } from "./use-cases/move-convention.ts";
import { removeParty } from "../parties/use-cases/remove-party.ts";
import { renewConvention } from "./use-cases/renew-convention.ts";
import { saveFramework } from "../frameworks/use-cases/save-framework.ts";
import { setCompetence } from "../competences/use-cases/set-competence.ts";
import { signAmendment } from "../amendments/use-cases/sign-amendment.ts";
import { signForParty } from "../parties/use-cases/sign-for-party.ts";
import { contentNow, hashOfText } from "../snapshots/use-cases/take-snapshot.ts";
import { withdrawSignature } from "../parties/use-cases/withdraw-signature.ts";
import { SnapshotContent } from "../snapshots/model.ts";
import type { ConventionId } from "./model.ts";
import type { PartyId } from "../parties/model.ts";
import { changesSince, integrityOf } from "../snapshots/rules.ts";
import { conventionById, listConventions } from "./store.ts";
import { listFrameworks } from "../frameworks/store.ts";
import { listSnapshots, snapshotText } from "../snapshots/store.ts";
import { elsewhere, here, neighbour, openTestInstance, partyMember, pdf, type TestInstance } from "./instance.fixture.ts";
import { wings } from "../../../app/wings.ts";
import { frozenKinds } from "../snapshots/frozen-kinds.ts";

const kinds = frozenKinds(wings).map(({ kind }) => kind);

let instance: TestInstance;
let runtime: Runtime;
let caf: OrganisationId;
let epci: OrganisationId;
const ask: TestInstance["ask"] = (...of) => instance.ask(...of);
const done: TestInstance["done"] = (...of) => instance.done(...of);
const read: TestInstance["read"] = (id) => instance.read(id);
const readyToSign: TestInstance["readyToSign"] = () => instance.readyToSign();

beforeAll(async () => {
  instance = await openTestInstance();
  ({ runtime, caf, epci } = instance);
});
afterAll(() => instance.close());

describe("from the preparation to the signature", () => {
  it("opens in preparation, and refuses to validate what is not ready, saying why", async () => {
    const id = await done(createConvention, { title: "CTG", periodStart: "2023-01-01", periodEnd: "31/12/2027" });
    expect(await read(id)).toMatchObject({
      state: "preparation",
      periodEnd: "2027-12-31",
      themes: [],
      provenance: { kind: "entered" },
    });
    expect(await ask(moveConvention, { conventionId: id, move: "validate_plan" })).toMatchObject({
      kind: "invalid",
      problems: [{ path: "move", message: "Aucun signataire n’est encore inscrit." }],
    });
    expect(await ask(moveConvention, { conventionId: id, move: "renew" })).toMatchObject({
      kind: "invalid",
      problems: [{ path: "move" }],
    });
  });

  it("refuses an end before the start, a theme of nowhere, a second time the same party", async () => {
    expect(await ask(createConvention, { title: "CTG", periodStart: "2027", periodEnd: "2023" })).toMatchObject({
      kind: "invalid",
      problems: [{ path: "periodEnd" }],
    });
    expect(await ask(createConvention, { title: "CTG", themes: ["astronomie"] })).toMatchObject({
      kind: "invalid",
      problems: [{ path: "themes" }],
    });
    const { id } = await readyToSign();
    expect(await ask(addParty, { conventionId: id, organisationId: caf })).toMatchObject({
      kind: "invalid",
      problems: [{ path: "organisationId" }],
    });
  });

  it("counts the signatures, and freezes the convention and its plan with the last one", async () => {
    const { id, parties } = await readyToSign();
    expect(await done(signForParty, { partyId: parties[0], signedOn: "28/11/2023" })).toEqual({ state: "partially_signed" });
    expect(await runtime.database.inTerritory(here, (tx) => listSnapshots(tx, id))).toEqual([]);
    expect(await ask(removeParty, { partyId: parties[1] })).toMatchObject({ kind: "invalid" });
    const member = partyMember(caf);
    expect(await done(signForParty, { partyId: parties[1], signedOn: "2023-12-04" }, member)).toEqual({ state: "in_force" });

    await runtime.database.inTerritory(here, async (tx) => {
      const [snapshot, ...others] = await listSnapshots(tx, id);
      if (snapshot === undefined) throw new Error("a snapshot");
      expect(others).toEqual([]);
      expect(snapshot.reason).toBe("signature");
      const content = (await snapshotText(tx, snapshot.id)) ?? "";
      expect(integrityOf({ content, hash: snapshot.hash }, hashOfText)).toBe("intact");
      const frozen = SnapshotContent.parse(JSON.parse(content));
      expect(frozen.objects.map(({ kind }) => kind)).toEqual(["convention", "party", "party", "axis"]);
      expect(changesSince(frozen, await contentNow(tx, await read(id), wings), kinds)).toEqual([]);
      const [moved] = await readEvents(tx, { kind: "convention", id, block: "state" });
      expect(moved).toMatchObject({
        verb: "moved",
        before: { state: "partially_signed" },
        after: { state: "in_force", hash: snapshot.hash },
      });
    });
  });

  it("counts two last signatures at once as two: one snapshot, in force", async () => {
    const { id, parties } = await readyToSign();
    const ends = await Promise.all(parties.map((partyId) => done(signForParty, { partyId, signedOn: "2023-11-28" })));
    expect(ends.map(({ state }) => state).toSorted()).toEqual(["in_force", "partially_signed"]);
    expect((await read(id)).state).toBe("in_force");
    expect(await runtime.database.inTerritory(here, (tx) => listSnapshots(tx, id))).toHaveLength(1);
  });

  it("refuses a signature of tomorrow, one too many, one too early, and that of another organisation", async () => {
    const { parties } = await readyToSign();
    expect(await ask(signForParty, { partyId: parties[0], signedOn: "2026-11-24" })).toMatchObject({
      kind: "invalid",
      problems: [{ path: "signedOn" }],
    });
    expect(await ask(signForParty, { partyId: parties[0], signedOn: "2026-11-23" }, partyMember(caf))).toMatchObject({
      kind: "refused",
    });
    await done(signForParty, { partyId: parties[0], signedOn: "2026-11-23" });
    expect(await ask(signForParty, { partyId: parties[0], signedOn: "2026-11-23" })).toMatchObject({
      kind: "invalid",
      problems: [{ message: "Communauté de communes a déjà signé." }],
    });
    const early = await done(createConvention, { title: "CTG" });
    const party = await done(addParty, { conventionId: early, organisationId: caf });
    expect(await ask(signForParty, { partyId: party, signedOn: "2023-11-28" })).toMatchObject({
      kind: "invalid",
      problems: [{ path: "signedOn" }],
    });
  });

  it("lets a mistaken signature be withdrawn until the convention is in force", async () => {
    const { id, parties } = await readyToSign();
    await done(signForParty, { partyId: parties[0], signedOn: "2023-11-28" });
    expect(await ask(withdrawSignature, { partyId: parties[0] }, partyMember(epci))).toMatchObject({ kind: "refused" });
    await done(withdrawSignature, { partyId: parties[0] });
    expect(await read(id)).toMatchObject({ state: "plan_validated", parties: [{ signedOn: null }, { signedOn: null }] });
    for (const partyId of parties) await done(signForParty, { partyId, signedOn: "2023-11-28" });
    expect(await ask(withdrawSignature, { partyId: parties[0] })).toMatchObject({ kind: "invalid" });
  });
});

describe("after the signature", () => {
  it("tells what changed, and freezes again with an amendment", async () => {
    const { id, parties } = await readyToSign();
    for (const partyId of parties) await done(signForParty, { partyId, signedOn: "2023-11-28" });
    await done(editConvention, { conventionId: id, part: "texts", seen: 0, value: { purpose: "Servir les familles" } });
    await done(setCompetence, { conventionId: id, theme: "enfance", holder: "epci", mark: "exercised" });
    const amendmentId = await done(addAmendment, { conventionId: id, number: "1", title: "Objet précisé" });
    expect(await ask(addAmendment, { conventionId: id, number: "1", title: "Encore" })).toMatchObject({
      kind: "invalid",
      problems: [{ path: "number" }],
    });
    expect(await ask(signAmendment, { amendmentId, signedOn: "2023-01-01" })).toMatchObject({
      kind: "invalid",
      problems: [{ path: "signedOn" }],
    });
    await done(signAmendment, { amendmentId, signedOn: "2024-06-03" });
    expect(await ask(signAmendment, { amendmentId, signedOn: "2024-06-03" })).toMatchObject({ kind: "invalid" });
    await runtime.database.inTerritory(here, async (tx) => {
      const [signature, amendment] = await listSnapshots(tx, id);
      if (signature === undefined || amendment === undefined) throw new Error("two snapshots");
      expect((await read(id)).amendments).toMatchObject([{ signedOn: "2024-06-03", snapshotId: amendment.id }]);
      const [then, now] = [await snapshotText(tx, signature.id), await snapshotText(tx, amendment.id)].map((text) =>
        SnapshotContent.parse(JSON.parse(text ?? "")),
      );
      if (then === undefined || now === undefined) throw new Error("two texts");
      expect(changesSince(then, now, kinds)).toMatchObject([
        { kind: "changed", object: "convention", block: "texts", fields: [{ field: "purpose", after: "Servir les familles" }] },
        { kind: "added", object: "competence" },
      ]);
    });
  });

  it("can't be rewritten from inside, and shows when it was from outside", async () => {
    const { id, parties } = await readyToSign();
    for (const partyId of parties) await done(signForParty, { partyId, signedOn: "2023-11-28" });
    const tampering = sql`update snapshot set content = replace(content, 'CTG', 'XTG') where convention_id = ${id}`;
    const inside = await runtime.database.inTerritory(here, (tx) => tx.execute(tampering));
    expect(inside.rowCount).toBe(0);
    await runtime.database.owner.execute(tampering);
    await runtime.database.inTerritory(here, async (tx) => {
      const [snapshot] = await listSnapshots(tx, id);
      if (snapshot === undefined) throw new Error("a snapshot");
      const content = (await snapshotText(tx, snapshot.id)) ?? "";
      expect(integrityOf({ content, hash: snapshot.hash }, hashOfText)).toBe("damaged");
    });
  });

  it("is evaluated, then renewed by a convention that carries its parties and themes", async () => {
    const { id, parties } = await readyToSign();
    expect(await ask(renewConvention, { conventionId: id, title: "Suite" })).toMatchObject({ kind: "invalid" });
    for (const partyId of parties) await done(signForParty, { partyId, signedOn: "2023-11-28" });
    await done(moveConvention, { conventionId: id, move: "start_evaluation" });
    await done(editConvention, { conventionId: id, part: "review", seen: 0, value: { reviewedOn: "novembre 2026" } });
    const next = await done(renewConvention, {
      conventionId: id,
      title: "CTG 2028-2032",
      periodStart: "2028",
      periodEnd: "2032",
    });
    expect(await ask(renewConvention, { conventionId: id, title: "Encore" })).toMatchObject({ kind: "invalid" });
    expect(await ask(moveConvention, { conventionId: id, move: "renew" })).toMatchObject({
      kind: "invalid",
      problems: [{ path: "move" }],
    });
    const renewed = await read(next);
    expect(renewed).toMatchObject({
      state: "preparation",
      predecessorId: id,
      themes: ["enfance"],
      parties: [{ signedOn: null }, { signedOn: null }],
    });
    await done(editConvention, {
      conventionId: next,
      part: "dates",
      seen: 0,
      value: { periodStart: "2026", periodEnd: "2030", planValidatedOn: "2026-10" },
    });
    await done(moveConvention, { conventionId: next, move: "validate_plan" });
    for (const party of renewed.parties) await done(signForParty, { partyId: party.id, signedOn: "2026-11-20" });
    expect(await done(moveConvention, { conventionId: id, move: "renew" })).toBe("renewed");
  });
});

describe("two people", () => {
  it("on two blocks do not meet; on one block the second is told, field by field", async () => {
    const { id } = await readyToSign();
    const seen = await runtime.database.inTerritory(here, (tx) => lastSeq(tx, { kind: "convention", id, block: "texts" }));
    await done(editConvention, { conventionId: id, part: "texts", seen, value: { purpose: "Premier", preamble: "Commun" } });
    await done(editConvention, { conventionId: id, part: "review", seen: 0, value: { reviewSummary: "Bon" } });
    const second = await ask(editConvention, {
      conventionId: id,
      part: "texts",
      seen,
      value: { purpose: "Second", preamble: "Commun" },
    });
    expect(second).toMatchObject({
      kind: "conflict",
      conflict: { by: "Camille", changes: [{ field: "purpose", before: null, after: "Premier", mine: "Second" }] },
    });
    if (second.kind !== "conflict") return;
    await done(editConvention, {
      conventionId: id,
      part: "texts",
      seen: second.conflict.seen,
      value: { purpose: "Second", preamble: "Commun" },
    });
    expect(await read(id)).toMatchObject({ purpose: "Second", preamble: "Commun", reviewSummary: "Bon" });
  });

  it("of a party edits its own part, and nobody else’s", async () => {
    const { id, parties } = await readyToSign();
    const own = { partyId: parties[1], seen: await seenOf(id, parties[1]), representative: "Direction", commitments: "Financer" };
    await done(editParty, own, partyMember(caf));
    expect((await read(id)).parties.find((party) => party.id === parties[1])).toMatchObject({
      representative: "Direction",
      commitments: "Financer",
      organisationId: caf,
    });
    expect(await ask(editParty, { partyId: parties[0], seen: 0 }, partyMember(caf))).toMatchObject({ kind: "refused" });
    expect(
      await ask(editConvention, { conventionId: id, part: "texts", seen: 0, value: { purpose: "À nous" } }, partyMember(caf)),
    ).toMatchObject({ kind: "refused" });
  });

  const seenOf = (id: ConventionId, party: PartyId): Promise<number> =>
    runtime.database.inTerritory(here, (tx) => lastSeq(tx, { kind: "convention", id, block: `party:${party}` }));
});

describe("the deliberation", () => {
  it("is kept as a PDF, whatever the file is called", async () => {
    const { id, parties } = await readyToSign();
    const fileId = await done(attachDeliberation, { partyId: parties[1], file: pdf() }, partyMember(caf));
    expect((await read(id)).parties.find((party) => party.id === parties[1])?.deliberationFileId).toBe(fileId);
    const stored = await runtime.database.inTerritory(here, (tx) => fileById(tx, fileId));
    expect(stored).toMatchObject({ name: "délibération n° 12.pdf", mediaType: "application/pdf", addedBy: "Alex" });
    expect(Buffer.from((await runtime.files.get(here, stored?.hash ?? "")) ?? []).toString()).toBe("%PDF-1.7 …");
  });

  it("is refused when it is no PDF, empty, or too heavy", async () => {
    const { parties } = await readyToSign();
    for (const file of [pdf("MZ un programme"), pdf(""), pdf(`%PDF-${"x".repeat(10 * 1024 * 1024)}`)]) {
      expect(await ask(attachDeliberation, { partyId: parties[1], file })).toMatchObject({
        kind: "invalid",
        problems: [{ path: "file" }],
      });
    }
    expect(await ask(attachDeliberation, { partyId: parties[1], file: "pas un fichier" })).toMatchObject({ kind: "invalid" });
  });
});

describe("another territory", () => {
  it("sees nothing of it and reaches nothing by its ids", async () => {
    const { id, parties } = await readyToSign();
    expect(await runtime.database.inTerritory(elsewhere, listConventions)).toEqual([]);
    expect(await runtime.database.inInstance(listConventions)).toEqual([]);
    for (const outcome of [
      await ask(moveConvention, { conventionId: id, move: "validate_plan" }, neighbour),
      await ask(editConvention, { conventionId: id, part: "texts", seen: 0, value: {} }, neighbour),
      await ask(addParty, { conventionId: id, organisationId: caf }, neighbour),
      await ask(signForParty, { partyId: parties[0], signedOn: "2023-11-28" }, neighbour),
      await ask(withdrawSignature, { partyId: parties[0] }, neighbour),
      await ask(attachDeliberation, { partyId: parties[0], file: pdf() }, neighbour),
      await ask(renewConvention, { conventionId: id, title: "Ailleurs" }, neighbour),
    ]) {
      expect(outcome).toEqual({ kind: "missing" });
    }
  });

  it("shares the scheme, reads its axes, and does not change it", async () => {
    const scheme = { name: "Schéma des Vosges", departementCode: "88", signedIn: "décembre 2021", source: "Département" };
    const axes = [
      { number: "1", title: "Connaître" },
      { number: "2", title: "Répartir" },
    ];
    const frameworkId = await done(saveFramework, { ...scheme, axes });
    const shared = await runtime.database.inTerritory(elsewhere, listFrameworks);
    expect(shared.find(({ id }) => id === frameworkId)).toMatchObject({
      signedIn: "2021-12",
      axes: [{ number: 1, title: "Connaître" }, { number: 2 }],
    });
    const theirs = await done(createConvention, { title: "CTG d’à côté", frameworkId }, neighbour);
    expect(await runtime.database.inTerritory(elsewhere, (tx) => conventionById(tx, theirs))).toMatchObject({ frameworkId });
    expect(await ask(saveFramework, { ...scheme, frameworkId, axes: [] }, neighbour)).toMatchObject({ kind: "refused" });
    const stolen = await runtime.database.inTerritory(elsewhere, (tx) => tx.execute(sql`update framework set name = 'à nous'`));
    expect(stolen.rowCount).toBe(0);
    const known = shared.find(({ id }) => id === frameworkId)?.axes ?? [];
    const turned = known.map(({ id, title, number }) => ({ id, title, number: String(3 - number) }));
    await done(saveFramework, { ...scheme, frameworkId, axes: turned });
    const after = await runtime.database.inTerritory(here, listFrameworks);
    const axesNow = after.find(({ id }) => id === frameworkId)?.axes ?? [];
    expect(axesNow.map(({ title }) => title)).toEqual(["Répartir", "Connaître"]);

    // A plan of the neighbour, that can't be seen from here, follows one of these axes.
    const followed = { conventionId: theirs, number: "1", title: "Répartir", frameworkAxisId: axesNow[0]?.id };
    await done(saveAxis, followed, neighbour);
    expect(await ask(saveFramework, { ...scheme, frameworkId, axes: [] })).toMatchObject({
      kind: "invalid",
      problems: [{ path: "axes" }],
    });
    const kept = axesNow.slice(0, 1).map(({ id, title, number }) => ({ id, title, number: String(number) }));
    await done(saveFramework, { ...scheme, frameworkId, axes: kept });
    expect((await runtime.database.inTerritory(here, listFrameworks)).find(({ id }) => id === frameworkId)?.axes).toHaveLength(1);
  });
});
