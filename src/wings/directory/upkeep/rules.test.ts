import { parts } from "../card/model.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exampleDirectory } from "../../../demo/services/example-directory.fixture.ts";
import { Day } from "../../../platform/model.ts";
import { qualityOf } from "./quality.ts";
import { askedOf, communesOf, isKeptBy, whoToAsk } from "./rules.ts";

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
        for (const { email, cards: theirs } of keepers)
          expect(theirs.every(({ service }) => isKeptBy(service, email))).toBe(true);
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

  test("a reminder is about what is waited for, and asks nobody about nothing", () => {
    const { keepers } = whoToAsk(directory, { kinds: [], communes: [] });
    fc.assert(
      fc.property(fc.subarray(cards.map(({ id }) => id)), (ids) => {
        const waited = new Set<string>(ids);
        const asked = askedOf(keepers, waited);
        expect(asked.every(({ objectIds }) => objectIds.length > 0)).toBe(true);
        expect(new Set(asked.flatMap(({ objectIds }) => objectIds))).toEqual(
          new Set(keepers.flatMap((keeper) => keeper.cards.map(({ service }) => service.id)).filter((id) => waited.has(id))),
        );
      }),
    );
  });

  test("a round counts in the communes where it stops", () => {
    const round = cards.find(({ where }) => where.rounds.length > 0);
    const place = round && directory.places.get(round.placeId);
    if (round === undefined || place === undefined) throw new Error("no round");
    for (const { communeCode } of round.where.rounds) expect(communesOf({ service: round, place })).toContain(communeCode);
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
    const away = qualityOf({ ...judged, service: { ...service, where, fees: parts.fees.parse({ fee: "free" }) } });
    const keys = away.lacks.map(({ key }) => key);
    expect(keys).toContain("rounds");
    expect(keys).not.toContain("hours");
    expect(keys).not.toContain("wheelchair");
    expect(keys).not.toContain("feeDetails");
    const paid = qualityOf({ ...judged, service: { ...service, fees: parts.fees.parse({ fee: "paid" }) } });
    expect(paid.lacks.map(({ key }) => key)).toContain("feeDetails");
  });
});
