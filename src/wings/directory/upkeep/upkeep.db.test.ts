import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { done, plantTerritory } from "../../plan/action/territory.fixture.ts";
import { perform } from "../../../platform/use-case.ts";
import { readEvents } from "../../../platform/history/store.ts";
import { readOutbox } from "../../../platform/mail/outbox.ts";
import { createService } from "../card/use-cases/create-service.ts";
import { editPart } from "../card/use-cases/edit-part.ts";
import { closeService, publishService } from "../card/use-cases/move-service.ts";
import { savePlace } from "../places/use-cases/save-place.ts";
import type { PlaceId } from "../places/model.ts";
import type { ServiceId } from "../card/model.ts";
import { directoryAt, serviceById } from "../card/store.ts";
import { confirmCard, correctCard } from "./use-cases/answer-by-link.ts";
import { acceptProposal, proposeChange, refuseProposal } from "./use-cases/proposals.ts";
import { askQuestion, closeQuestion } from "./use-cases/questions.ts";
import { endCampaign, remindCampaign, revokeLink } from "./use-cases/run-campaign.ts";
import { startCampaign } from "./use-cases/start-campaign.ts";
import { deliverWaiting } from "../../../platform/mail/delivery.ts";
import type { RoundId } from "../../../platform/rounds/model.ts";
import { standingsOf } from "../../../platform/rounds/rules.ts";
import { listLinks } from "../../../platform/rounds/store.ts";
import { roundWriter } from "../../../platform/rounds/writer.ts";
import { campaignRounds } from "./campaign-kind.ts";
import { keeperAnswers } from "./model.ts";
import { listOpenQuestions, listWaitingProposals, proposalById } from "./store.ts";

let here: Awaited<ReturnType<typeof plantTerritory>>;
let place: PlaceId;
beforeAll(async () => {
  here = await plantTerritory("200068377");
  const fields = { organisationId: here.organisations.centre, name: "Exemple : maison de l’enfance", wheelchair: "unknown" };
  place = done(await here.run(savePlace, here.as.coordinator, fields));
});
afterAll(() => here.close());
beforeEach(() => {
  here.time.now = new Date("2026-11-02T09:00:00Z");
});

let counted = 0;
/** A published card, kept by this address. Addresses differ from one test to the next: mails are found by them. */
async function publish(keeperEmail: string | null, name = "Exemple : crèche"): Promise<ServiceId> {
  const { run, as } = here;
  const serviceId = done(await run(createService, as.coordinator, { placeId: place, offer: { name, kind: "eaje" } }));
  done(await run(publishService, as.coordinator, { serviceId }));
  if (keeperEmail !== null)
    done(await run(editPart, as.coordinator, { serviceId, seen: 1_000_000, part: "internal", value: { keeperEmail } }));
  return serviceId;
}
const address = (): string => `tient-${(counted += 1)}@exemple.fr`;
const start = async (name = "Exemple : rentrée"): Promise<RoundId> =>
  done(await here.run(startCampaign, here.as.coordinator, { name, closesOn: "2026-11-30" }));
const post = () =>
  deliverWaiting({
    owner: here.runtime.database.owner,
    transport: { kind: "folder", send: async () => undefined, close: () => undefined },
    now: () => here.time.now,
    origin: here.runtime.origin,
    writers: [roundWriter([campaignRounds])],
  });
/** What has left for this address. */
const mailsTo = async (to: string) => {
  await post();
  return (await readOutbox(here.runtime.database.owner, 1_000)).filter((mail) => mail.to === to && mail.sentAt !== null);
};
/** The links that this address received, of one card where it is named. */
const secretsTo = async (to: string, name = ""): Promise<readonly string[]> =>
  (await mailsTo(to)).flatMap(({ text }) =>
    [...text.matchAll(/^(.*)\n.*\/annuaire\/cle\/([\w-]{43})$/gm)].flatMap(([, card = "", secret = ""]) =>
      card.startsWith(name) ? [secret] : [],
    ),
  );
const service = async (id: ServiceId) => {
  const found = await here.read((tx) => serviceById(tx, id));
  if (found === undefined) throw new Error("the card is not there");
  return found;
};
const later = (days: number): void => {
  here.time.now = new Date(here.time.now.getTime() + days * 86_400_000);
};
const lineOf = async (campaign: RoundId, id: ServiceId) =>
  standingsOf(await here.read((tx) => listLinks(tx, [campaign])), keeperAnswers).find(({ objectId }) => objectId === id);

describe("a campaign", () => {
  test("writes one mail to each keeper, with a link for each of their cards, and keeps no link", async () => {
    const [one, two] = [address(), address()];
    await publish(one, "Exemple : crèche du pont");
    await publish(one.toUpperCase(), "Exemple : halte du pont");
    await publish(two, "Exemple : ludothèque");
    await publish(null, "Exemple : sans adresse");
    const campaign = await start();
    expect(await mailsTo(one)).toHaveLength(1);
    expect(await secretsTo(one)).toHaveLength(2);
    expect(await secretsTo(two)).toHaveLength(1);
    const [mail] = await mailsTo(one);
    expect(mail?.text).toContain("Exemple : crèche du pont (Exemple : maison de l’enfance)");
    const kept = JSON.stringify(await here.read((tx) => listLinks(tx, [campaign])));
    for (const secret of await secretsTo(one)) expect(kept).not.toContain(secret);
  });

  test("with nobody to ask, or until a day that is past, says so and writes to nobody", async () => {
    const nobody = { name: "Exemple", closesOn: "2026-11-30", kinds: ["ludotheque"] };
    expect(await here.run(startCampaign, here.as.coordinator, nobody)).toMatchObject({
      kind: "invalid",
      problems: [{ path: "kinds" }],
    });
    expect(await here.run(startCampaign, here.as.coordinator, { name: "Exemple", closesOn: "2026-11-01" })).toMatchObject({
      kind: "invalid",
      problems: [{ path: "closesOn" }],
    });
  });

  test("reminds those who are silent, once a day, of what they did not answer; the link of before still opens", async () => {
    const keeper = address();
    const answered = await publish(keeper, "Exemple : une");
    const silent = await publish(keeper, "Exemple : deux");
    const campaign = await start();
    const [first, second] = [await secretsTo(keeper, "Exemple : une"), await secretsTo(keeper, "Exemple : deux")];
    done(await here.run(confirmCard, here.as.visitor, { secret: first[0] }));
    expect(await here.run(remindCampaign, here.as.coordinator, { campaignId: campaign })).toMatchObject({ kind: "invalid" });
    later(3);
    done(await here.run(remindCampaign, here.as.coordinator, { campaignId: campaign }));
    expect(await secretsTo(keeper, "Exemple : une")).toEqual(first);
    expect(await secretsTo(keeper, "Exemple : deux")).toHaveLength(2);
    expect(await lineOf(campaign, silent)).toMatchObject({ state: "silent", remindedAt: here.time.now });
    done(await here.run(confirmCard, here.as.visitor, { secret: second[0] }));
    expect(await lineOf(campaign, silent)).toMatchObject({ state: "confirmed" });
    expect(await lineOf(campaign, answered)).toMatchObject({ state: "confirmed", remindedAt: null });
  });

  test("says what is so when its mails leave: what was closed, taken back or given to another meanwhile is not asked", async () => {
    const [gone, stays, kept] = [address(), address(), address()];
    const [closed, revoked, moved] = await Promise.all([
      publish(gone, "Exemple : a"),
      publish(gone, "Exemple : b"),
      publish(gone, "Exemple : c"),
    ]);
    await publish(stays, "Exemple : d");
    const held = { ...here.runtime, undoMinutes: 30 };
    const fields = { name: "Exemple : à temps", closesOn: "2026-11-30" };
    const campaign = done(await perform(held, startCampaign, here.as.coordinator, fields));
    expect(await mailsTo(stays)).toEqual([]);
    done(await here.run(closeService, here.as.coordinator, { serviceId: closed, on: "2026-11-02" }));
    done(await here.run(revokeLink, here.as.coordinator, { linkId: (await lineOf(campaign, revoked))?.latest.id }));
    const internal = { serviceId: moved, seen: 1_000_000, part: "internal", value: { keeperEmail: kept } };
    done(await here.run(editPart, here.as.coordinator, internal));
    later(31 / 1_440);
    expect(await secretsTo(stays)).toHaveLength(1);
    expect(await mailsTo(gone)).toEqual([]);
    later(1);
    done(await here.run(remindCampaign, here.as.coordinator, { campaignId: campaign }));
    later(31 / 1_440);
    expect(await secretsTo(kept)).toHaveLength(1);
    expect(await mailsTo(gone)).toEqual([]);
  });

  test("that is ended in time sends nothing", async () => {
    const keeper = address();
    await publish(keeper);
    const fields = { name: "Exemple : par erreur", closesOn: "2026-11-30" };
    const campaign = done(await perform({ ...here.runtime, undoMinutes: 30 }, startCampaign, here.as.coordinator, fields));
    later(5 / 1_440);
    done(await here.run(endCampaign, here.as.coordinator, { campaignId: campaign }));
    later(1);
    expect(await mailsTo(keeper)).toEqual([]);
  });

  test("once ended opens nothing more, and reminds nobody", async () => {
    const keeper = address();
    await publish(keeper);
    const campaign = await start();
    const [secret] = await secretsTo(keeper);
    done(await here.run(endCampaign, here.as.coordinator, { campaignId: campaign }));
    expect(await here.run(confirmCard, here.as.visitor, { secret })).toMatchObject({ kind: "refused" });
    later(2);
    expect(await here.run(remindCampaign, here.as.coordinator, { campaignId: campaign })).toMatchObject({ kind: "invalid" });
  });
});

describe("whoever holds a link", () => {
  test("says that everything is right: the card is verified today, and its history says by whom", async () => {
    const keeper = address();
    const id = await publish(keeper);
    const campaign = await start();
    const before = await service(id);
    const [secret] = await secretsTo(keeper);
    done(await here.run(confirmCard, here.as.visitor, { secret }));
    const after = await service(id);
    expect(after.verifiedOn).toBe("2026-11-02");
    expect(after.updatedAt).toEqual(before.updatedAt);
    expect(await lineOf(campaign, id)).toMatchObject({ state: "confirmed" });
    const [event] = await here.read((tx) => readEvents(tx, { kind: "service", id, limit: 1 }));
    expect(event).toMatchObject({ action: "directory.confirm-card", actor: { role: "public", name: "" } });
  });

  test("corrects that card, and it shows at once", async () => {
    const keeper = address();
    const id = await publish(keeper);
    await start();
    const [secret] = await secretsTo(keeper);
    const value = { fee: "paid", details: "2 € l’heure" };
    const fees = { ...(await service(id)).fees, ...value };
    done(await here.run(correctCard, here.as.visitor, { secret, seen: 1_000_000, part: "fees", value }));
    expect((await service(id)).fees).toEqual(fees);
    const { directory } = await here.look((tx) => directoryAt(tx, here.territory));
    expect(directory.services.get(id)?.fees).toEqual(fees);
  });

  test("reads nothing of, and writes nothing in, what is kept for those who keep the directory", async () => {
    const keeper = address();
    await publish(keeper);
    await start();
    const [secret] = await secretsTo(keeper);
    const internal = { secret, seen: 1_000_000, part: "internal", value: { keeperEmail: "voleur@exemple.fr" } };
    expect(await here.run(correctCard, here.as.visitor, internal)).toMatchObject({ kind: "invalid" });
  });

  test("opens that card alone, until it expires, is taken back, or the service closes", async () => {
    const keeper = address();
    const id = await publish(keeper);
    const campaign = await start();
    const [secret] = await secretsTo(keeper);
    const confirm = (with_: string | undefined) => here.run(confirmCard, here.as.visitor, { secret: with_ });
    expect(await confirm("x".repeat(43))).toEqual({ kind: "missing" });
    expect(await confirm("court")).toMatchObject({ kind: "invalid" });
    later(60);
    expect(await confirm(secret)).toMatchObject({ kind: "refused" });
    later(-60);
    done(await here.run(closeService, here.as.coordinator, { serviceId: id, on: "2026-11-02" }));
    expect(await confirm(secret)).toEqual({ kind: "missing" });
    done(await here.run(publishService, here.as.coordinator, { serviceId: id }));
    const line = await lineOf(campaign, id);
    done(await here.run(revokeLink, here.as.coordinator, { linkId: line?.latest.id }));
    expect(await confirm(secret)).toMatchObject({ kind: "refused" });
  });

  test("two who correct the same part: the second sees what changed", async () => {
    const keeper = address();
    const id = await publish(keeper);
    await start();
    const [secret] = await secretsTo(keeper);
    const [last] = await here.read((tx) => readEvents(tx, { kind: "service", id, limit: 1 }));
    done(await here.run(editPart, here.as.coordinator, { serviceId: id, seen: last?.seq, part: "fees", value: { fee: "free" } }));
    const outcome = await here.run(correctCard, here.as.visitor, {
      secret,
      seen: last?.seq,
      part: "fees",
      value: { fee: "paid" },
    });
    expect(outcome).toMatchObject({ kind: "conflict", conflict: { changes: [{ field: "fee", after: "free", mine: "paid" }] } });
  });
});

describe("a proposal", () => {
  const propose = async (serviceId: ServiceId, more: object) => here.run(proposeChange, here.as.visitor, { serviceId, ...more });
  const fees = (value: object) => ({ change: { part: "fees", value } });

  test("waits, changes nothing until it is taken, then makes the card as it says", async () => {
    const id = await publish(null);
    const proposalId = done(await propose(id, { ...fees({ fee: "free" }), author: { email: "parent@exemple.fr" } }));
    expect((await service(id)).fees.fee).toBe("unknown");
    expect((await here.read(listWaitingProposals)).map((each) => each.id)).toContain(proposalId);
    done(await here.run(acceptProposal, here.as.coordinator, { proposalId, seen: 1_000_000 }));
    expect((await service(id)).fees.fee).toBe("free");
    expect(await here.run(acceptProposal, here.as.coordinator, { proposalId, seen: 1_000_000 })).toMatchObject({
      kind: "invalid",
    });
    const events = await here.read((tx) => readEvents(tx, { limit: 50 }));
    expect(JSON.stringify(events)).not.toContain("parent@exemple.fr");
    expect((await mailsTo("parent@exemple.fr")).map(({ text }) => text)).toEqual([
      expect.stringContaining(`/annuaire/services/${id}\n`),
    ]);
  });

  test("is not taken over what someone wrote since it was read", async () => {
    const id = await publish(null);
    const proposalId = done(await propose(id, fees({ fee: "free" })));
    const [read] = await here.read((tx) => readEvents(tx, { kind: "service", id, limit: 1 }));
    done(await here.run(editPart, here.as.coordinator, { serviceId: id, seen: read?.seq, part: "fees", value: { fee: "paid" } }));
    const outcome = await here.run(acceptProposal, here.as.coordinator, { proposalId, seen: read?.seq });
    expect(outcome).toMatchObject({ kind: "conflict" });
    expect((await here.read((tx) => proposalById(tx, proposalId)))?.state).toEqual({ kind: "waiting" });
  });

  test("says something: neither nothing, nor what the card already says, nor what is not of this territory", async () => {
    const id = await publish(null);
    expect(await propose(id, {})).toMatchObject({ kind: "invalid", problems: [{ path: "message" }] });
    expect(await propose(id, fees({ fee: "unknown" }))).toMatchObject({ kind: "invalid", problems: [{ path: "" }] });
    const away = { communeCode: "75056", weekday: "Mo", rhythm: "weekly", from: "09:00", to: "10:00" };
    const where = { modes: ["itinerant"], rounds: [away], area: { kind: "unknown" } };
    expect(await propose(id, { change: { part: "where", value: where } })).toMatchObject({
      kind: "invalid",
      problems: [{ path: "change.value.rounds[0].communeCode" }],
    });
  });

  test("put aside keeps the reason, and the card as it was", async () => {
    const id = await publish(null);
    const author = { name: "Ada", email: "voisine@exemple.fr" };
    const proposalId = done(await propose(id, { message: "C’est fermé.", author }));
    done(await here.run(refuseProposal, here.as.coordinator, { proposalId, reason: "C’est ouvert, vérifié par téléphone." }));
    expect((await here.read((tx) => proposalById(tx, proposalId)))?.state).toMatchObject({
      kind: "refused",
      reason: "C’est ouvert, vérifié par téléphone.",
    });
    const [mail] = await mailsTo("voisine@exemple.fr");
    expect(mail?.text).toMatch(/Bonjour Ada,[^]*n’a pas changé la fiche[^]*vérifié par téléphone/);
  });
});

test("a question waits for the coordinator, stays out of the history, and is closed once", async () => {
  const questionId = done(await here.run(askQuestion, here.as.visitor, { text: "Une garde le dimanche ?", communeCode: "" }));
  expect((await here.read(listOpenQuestions)).map(({ id }) => id)).toContain(questionId);
  expect(JSON.stringify(await here.read((tx) => readEvents(tx, { kind: "question" })))).not.toContain("dimanche");
  done(await here.run(closeQuestion, here.as.coordinator, { questionId }));
  done(await here.run(closeQuestion, here.as.coordinator, { questionId }));
  expect((await here.read(listOpenQuestions)).map(({ id }) => id)).not.toContain(questionId);
  expect(await here.run(askQuestion, here.as.visitor, { text: "Où ?", communeCode: "75056" })).toMatchObject({
    kind: "invalid",
    problems: [{ path: "communeCode" }],
  });
});
