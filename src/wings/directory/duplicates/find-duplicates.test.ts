import { describe, expect, test } from "vitest";
import { v7 } from "../../../platform/id.ts";
import { OrganisationId } from "../../../platform/model.ts";
import { blankCard, blankInternal } from "../card/blank-card.ts";
import { Offer, ServiceId, type Directory, type Service } from "../card/model.ts";
import { PlaceFields, PlaceId, type Place } from "../places/model.ts";
import { duplicatesAmong, findDuplicates, pairKey, pairsToCompare } from "./find-duplicates.ts";
import { comparableAddress, comparablePhone, metresBetween, neighbourhoodsOf } from "../places/near.ts";

const now = new Date("2026-11-02T09:00:00Z");
const organisationId = OrganisationId.parse(v7(now));

interface Told {
  readonly name?: string;
  readonly kind?: string;
  readonly place?: object;
  readonly at?: Place;
  readonly wayIn?: object;
  readonly ages?: readonly [min: number, max: number];
  readonly source?: string;
  readonly state?: Service["state"];
}

const placeOf = (fields: object): Place => ({
  ...PlaceFields.parse({ organisationId, name: "Exemple : un lieu", communeCode: "88498", wheelchair: "unknown", ...fields }),
  id: PlaceId.parse(v7(now)),
  origin: null,
  provenance: { kind: "example" },
  updatedAt: now,
});

function cardOf({ name = "Exemple : crèche des Tilleuls", kind = "eaje", place = {}, at, wayIn, ages, source, state }: Told) {
  const given = at ?? placeOf(place);
  const blank = blankCard(Offer.parse({ name, kind }));
  const service: Service = {
    ...blank,
    wayIn: { ...blank.wayIn, ...wayIn },
    forWhom: { ...blank.forWhom, minMonths: ages?.[0] ?? null, maxMonths: ages?.[1] ?? null },
    id: ServiceId.parse(v7(now)),
    placeId: given.id,
    internal: blankInternal,
    state: state ?? { kind: "published" },
    verifiedOn: null,
    updatedAt: now,
    origin: source === undefined ? null : { source, externalId: v7(now), link: null, updatedOn: null },
    provenance: { kind: "example" },
  };
  return { service, place: given };
}

const directoryOf = (cards: readonly ReturnType<typeof cardOf>[]): Pick<Directory, "services" | "places"> => ({
  services: new Map(cards.map(({ service }) => [service.id, service])),
  places: new Map(cards.map(({ place }) => [place.id, place])),
});
const between = (one: Told, other: Told) => findDuplicates(directoryOf([cardOf(one), cardOf(other)]));

const lane = { address: "6, Place de l’Hôtel de Ville" };
const shared = placeOf({ phone: "03 29 00 00 00" });

describe("two cards are one service", () => {
  test.each<[string, Told, Told, readonly string[]]>([
    ["the same name in one place", { at: shared }, { at: shared }, ["sameName", "place"]],
    [
      "a name alike at an address written otherwise",
      { place: lane },
      { name: "Crèche les Tilleuls (exemple)", place: { address: "6 pl. de l'hotel de ville" } },
      ["address"],
    ],
    [
      "the same name, forty metres away",
      { place: { latitude: 48, longitude: 6.6 } },
      { place: { latitude: 48.0003, longitude: 6.6003 } },
      ["sameName", "metres"],
    ],
    [
      "the same SIRET under a name alike",
      { place: { siret: "12345678901234" } },
      { name: "Exemple : la crèche les Tilleuls", place: { siret: "12345678901234" } },
      ["siret"],
    ],
    [
      "the same name and telephone",
      { wayIn: { phone: "03 29 11 11 11" } },
      { wayIn: { phone: "+33 3 29 11 11 11" } },
      ["sameName", "phone"],
    ],
  ])("%s", (_, one, other, reasons) => {
    const [found] = between(one, other);
    expect(found?.reasons.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...reasons]));
  });
});

describe("two cards are two services", () => {
  test.each<[string, Told, Told]>([
    ["the same name in two communes", {}, { place: { communeCode: "88383" } }],
    [
      "the same name, a kilometre away",
      { place: { latitude: 48, longitude: 6.6 } },
      { place: { latitude: 48.01, longitude: 6.6 } },
    ],
    [
      "two kinds in one place",
      { at: shared, name: "Exemple : accueil", kind: "alsh" },
      { at: shared, name: "Exemple : permanence", kind: "pmi" },
    ],
    ["two names in one place", { at: shared, name: "Exemple : multi-accueil" }, { at: shared, name: "Exemple : jardin d’éveil" }],
    ["the same name for two ages, in one place", { at: shared, ages: [36, 71] }, { at: shared, ages: [132, 215] }],
    ["one that has closed", { at: shared }, { at: shared, state: { kind: "merged", into: ServiceId.parse(v7(now)) } }],
  ])("%s", (_, one, other) => {
    expect(between(one, other)).toEqual([]);
  });

  test("when someone said so", () => {
    const cards = [cardOf({ at: shared }), cardOf({ at: shared })];
    const [one, other] = cards.map(({ service }) => service.id);
    expect(findDuplicates(directoryOf(cards), new Set([pairKey(other ?? "", one ?? "")]))).toEqual([]);
  });

  test("with less doubt when one producer gives two identifiers", () => {
    const [apart] = between({ at: shared, source: "exemple" }, { at: shared, source: "exemple" });
    const [sure] = between({ at: shared, source: "exemple" }, { at: shared });
    expect(apart?.score ?? 0).toBeLessThan(sure?.score ?? 0);
  });
});

test("fifty thousand cards with five hundred duplicates are compared with few others each, and every double is found", () => {
  const words = [
    "lutins",
    "tilleuls",
    "moulin",
    "vallée",
    "source",
    "cigale",
    "abeille",
    "forêt",
    "cascade",
    "prairie",
    "colline",
  ];
  const [blank, kinds] = [cardOf({}), ["eaje", "alsh", "clas", "rpe"].map((kind) => Offer.parse({ name: "x", kind }))];
  const card = (at: number, name: string, address: string): ReturnType<typeof cardOf> => {
    const place: Place = {
      ...blank.place,
      id: PlaceId.parse(v7(now)),
      communeCode: String(88_001 + (at % 40)),
      address,
      latitude: 47.9 + (at % 997) / 4_000,
      longitude: 6.4 + (at % 991) / 3_000,
      phone: `03 29 ${String(at).padStart(6, "0")}`,
    };
    const offer = { ...(kinds[at % 4] ?? blank.service.offer), name };
    return { place, service: { ...blank.service, id: ServiceId.parse(v7(now)), placeId: place.id, offer } };
  };
  const nameOf = (at: number) => `Exemple : ${words[at % 11] ?? ""} ${words[Math.floor(at / 11) % 11] ?? ""} ${at}`;
  const cards = Array.from({ length: 50_000 }, (_, at) => card(at, nameOf(at), `${at % 300} rue de l’Exemple`));
  const duplicates = Array.from({ length: 500 }, (_, each) =>
    card(each * 100, nameOf(each * 100).replace(" : ", ", "), `${(each * 100) % 300}, rue de l'exemple`),
  );
  const directory = directoryOf([...cards, ...duplicates]);
  const compared = [...pairsToCompare(directory)];
  // A comparison of each card with each other would take 25,000 for each.
  expect(compared.length).toBeLessThan(20 * directory.services.size);
  const found = duplicatesAmong(compared);
  const pairs = new Set(found.map(({ one, other }) => pairKey(one.id, other.id)));
  const planted = duplicates.map(({ service }, each) => pairKey(service.id, cards[each * 100]?.service.id ?? ""));
  expect(planted.filter((pair) => !pairs.has(pair))).toEqual([]);
  expect(found.length).toBeLessThan(600);
});

describe("how things are compared", () => {
  test("addresses and telephones as people write them", () => {
    expect(comparableAddress("6, Pl. de l’Hôtel de Ville")).toBe(comparableAddress("6 place Hotel de ville"));
    expect(comparablePhone("+33 3 29 62 06 34")).toBe(comparablePhone("03.29.62.06.34"));
    expect(comparablePhone("17")).toBeNull();
  });
  test("distances in metres; places within 150 metres share a square", () => {
    const here = { latitude: 48.0, longitude: 6.6 };
    expect(metresBetween(here, { latitude: 48.001, longitude: 6.6 })).toBeCloseTo(111.2, 0);
    expect(metresBetween(here, { latitude: null, longitude: null })).toBeNull();
    for (const [up, right] of [
      [0.0013, 0],
      [0, 0.0019],
      [-0.0009, 0.0014],
      [0.0009, -0.0014],
    ] as const) {
      const there = { latitude: here.latitude + up, longitude: here.longitude + right };
      expect(neighbourhoodsOf(there).some((square) => neighbourhoodsOf(here).includes(square))).toBe(true);
    }
  });
});
