import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exampleDirectory } from "../../../demo/services/example-directory.fixture.ts";
import { Day } from "../../../platform/model.ts";
import { KeeperLinkId, type KeeperAnswer, type KeeperLink } from "./model.ts";
import { qualityOf } from "./quality.ts";
import { answeredOf, communesOf, linkStateOf, progressOf, whoToAsk } from "./rules.ts";

const directory = exampleDirectory();
const cards = [...directory.services.values()];
const anyKinds = fc.subarray(directory.kinds.map(({ key }) => key));
const anyCommunes = fc.subarray([...new Set([...directory.places.values()].flatMap(({ communeCode }) => communeCode ?? []))]);

describe("whom a campaign asks", () => {
  test("every published card of the choice is asked for once, or said to have nobody", () => {
    fc.assert(
      fc.property(anyKinds, anyCommunes, (kinds, communes) => {
        const { keepers, unkept } = whoToAsk(directory, { kinds, communes });
        const asked = [...keepers.flatMap((keeper) => keeper.cards), ...unkept];
        expect(new Set(asked.map(({ service }) => service.id)).size).toBe(asked.length);
        const expected = cards.filter((service) => {
          const place = directory.places.get(service.placeId);
          if (place === undefined || service.state.kind !== "published") return false;
          const there = communesOf({ service, place });
          return (
            (kinds.length === 0 || kinds.includes(service.offer.kind)) &&
            (communes.length === 0 || there.some((code) => communes.includes(code)))
          );
        });
        expect(asked.map(({ service }) => service.id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
      }),
    );
  });

  test("a keeper has one mail, however their address is written", () => {
    const [first, second] = cards.filter(({ state }) => state.kind === "published");
    if (first === undefined || second === undefined) throw new Error("no cards");
    const internal = { ...first.internal, keeperName: "Camille Exemple" };
    const services = new Map([
      [first.id, { ...first, internal: { ...internal, keeperEmail: "Camille@Exemple.fr" } }],
      [second.id, { ...second, internal: { ...internal, keeperName: null, keeperEmail: "camille@exemple.fr" } }],
    ]);
    const { keepers } = whoToAsk({ ...directory, services }, { kinds: [], communes: [] });
    expect(keepers).toMatchObject([{ email: "camille@exemple.fr", name: "Camille Exemple", cards: [{}, {}] }]);
  });

  test("a round counts in the communes where it stops", () => {
    const round = cards.find(({ where }) => where.rounds.length > 0);
    const place = round && directory.places.get(round.placeId);
    if (round === undefined || place === undefined) throw new Error("no round");
    for (const { communeCode } of round.where.rounds) expect(communesOf({ service: round, place })).toContain(communeCode);
  });
});

const at = (day: number): Date => new Date(Date.UTC(2026, 9, day));
const anyLink = fc
  .record({
    service: fc.integer({ min: 0, max: 3 }),
    sent: fc.integer({ min: 1, max: 20 }),
    revoked: fc.boolean(),
    answer: fc.constantFrom<KeeperAnswer | null>("confirmed", "corrected", null),
  })
  .map(({ service, sent, revoked, answer }): KeeperLink => {
    const card = cards[service];
    if (card === undefined) throw new Error("no card");
    return {
      id: KeeperLinkId.parse("01920000-0000-7000-8000-000000000001"),
      serviceId: card.id,
      campaignId: null,
      email: "a@exemple.fr",
      digest: "",
      sentAt: at(sent),
      expiresAt: at(31),
      revokedAt: revoked ? at(25) : null,
      answeredAt: answer === null ? null : at(22),
      answer,
    };
  });

describe("where a campaign stands", () => {
  test("each card counts once, and an answer to any of its mails counts", () => {
    fc.assert(
      fc.property(fc.array(anyLink, { maxLength: 12 }), (links) => {
        const lines = progressOf(links);
        expect(lines.map(({ serviceId }) => serviceId).toSorted()).toEqual(
          [...new Set(links.map(({ serviceId }) => serviceId))].toSorted(),
        );
        for (const line of lines) {
          const theirs = links.filter(({ serviceId }) => serviceId === line.serviceId);
          const answers = theirs.map(({ answer }) => answer);
          if (answers.includes("confirmed")) expect(line.state).toBe("confirmed");
          else if (answers.includes("corrected")) expect(line.state).toBe("corrected");
          else expect(["silent", "revoked"]).toContain(line.state);
          expect(line.remindedAt === null).toBe(theirs.length === 1);
        }
        const { done, total } = answeredOf(lines);
        expect(done).toBeLessThanOrEqual(total);
        expect(total).toBe(lines.filter(({ state }) => state !== "revoked").length);
      }),
    );
  });

  test.each([
    ["open until the instant it expires", null, at(10), at(9), "open"],
    ["expired at that instant", null, at(10), at(10), "expired"],
    ["revoked, whatever the day", at(5), at(10), at(6), "revoked"],
    ["revoked before all", at(5), at(10), at(11), "revoked"],
  ] as const)("a link is %s", (_, revokedAt, expiresAt, now, state) => {
    expect(linkStateOf({ revokedAt, expiresAt }, now)).toBe(state);
  });
});

describe("the quality of a card", () => {
  const today = Day.parse("2026-11-28");
  const judge = (id: number) => {
    const service = cards[id];
    const place = service && directory.places.get(service.placeId);
    if (service === undefined || place === undefined) throw new Error("no card");
    return { service, place, kind: directory.kinds.find(({ key }) => key === service.offer.kind), today };
  };

  test("what it lacks and what it has make all that applies to it, and saying more never lowers it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: cards.length - 1 }), (id) => {
        const judged = judge(id);
        const { met, applicable, lacks } = qualityOf(judged);
        expect(met + lacks.length).toBe(applicable);
        const { service } = judged;
        const better = qualityOf({
          ...judged,
          service: { ...service, offer: { ...service.offer, description: "Un lieu calme." } },
        });
        expect(better.met).toBeGreaterThanOrEqual(met);
        expect(better.applicable).toBe(applicable);
      }),
    );
  });

  test("who only comes to people is not asked for a counter, nor who is free for fees", () => {
    const judged = judge(0);
    const { service } = judged;
    const where = { ...service.where, modes: ["itinerant" as const], rounds: [] };
    const away = qualityOf({ ...judged, service: { ...service, where, fees: { fee: "free", details: null } } });
    const keys = away.lacks.map(({ key }) => key);
    expect(keys).toContain("rounds");
    expect(keys).not.toContain("hours");
    expect(keys).not.toContain("wheelchair");
    expect(keys).not.toContain("feeDetails");
    const paid = qualityOf({ ...judged, service: { ...service, fees: { fee: "paid", details: null } } });
    expect(paid.lacks.map(({ key }) => key)).toContain("feeDetails");
  });
});
