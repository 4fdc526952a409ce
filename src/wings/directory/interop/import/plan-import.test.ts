import fc from "fast-check";
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { isHere, reference, unlessHere } from "../../../../../packages/published.fixture.ts";
import { v7 } from "../../../../platform/id.ts";
import { Day, OrganisationId } from "../../../../platform/model.ts";
import { blankCard, blankInternal } from "../../card/blank-card.ts";
import { Offer, ServiceId, type Service } from "../../card/model.ts";
import { PlaceFields, PlaceId, type Place } from "../../places/model.ts";
import { all, feedOf, readingOf } from "./feed.fixture.ts";
import type { Entry, FeedRow, Said } from "./model.ts";
import { openFeed } from "./open-feed.ts";
import { linkKey, planImport, type Link, type PlanRequest, type PlannedRow } from "./plan-import.ts";
import { readListRow } from "./read-list.ts";
import { merge } from "./said.ts";

const now = new Date("2026-11-02T09:00:00Z");
const id = () => v7(now);
const organisationId = OrganisationId.parse(id());

const placeOf = (fields: object): Place => ({
  ...PlaceFields.parse({ organisationId, wheelchair: "unknown", ...fields }),
  id: PlaceId.parse(id()),
  origin: null,
  provenance: { kind: "entered" },
  updatedAt: now,
});
const serviceAt = (place: Place, name: string, kind = "eaje"): Service => ({
  ...blankCard(Offer.parse({ name, kind })),
  id: ServiceId.parse(id()),
  placeId: place.id,
  internal: blankInternal,
  state: { kind: "published" },
  verifiedOn: null,
  updatedAt: now,
  origin: null,
  provenance: { kind: "entered" },
});

/** A directory that keeps what is planned, as the database does. */
class TestInstance {
  readonly places = new Map<PlaceId, Place>();
  readonly services = new Map<ServiceId, Service>();
  readonly organisations: { id: OrganisationId; name: string; shortName: string | null }[] = [];
  readonly links = new Map<string, Link>();

  holds(places: readonly Place[], services: readonly Service[] = []): this {
    for (const each of places) this.places.set(each.id, each);
    for (const each of services) this.services.set(each.id, each);
    return this;
  }

  plan(rows: readonly FeedRow[], more: Partial<PlanRequest> = {}): readonly PlannedRow[] {
    const planned = planImport(
      {
        directory: this,
        organisations: this.organisations,
        within: null,
        state: "published",
        provenance: { kind: "sourced", source: "un fichier d’exemple" },
        take: new Set(),
        now,
        newId: (schema) => schema.parse(id()),
        say: { repeated: (each) => `deux fois ${each}`, noPlace: (each) => `sans lieu ${each}`, noCard: "" },
        ...more,
      },
      rows,
      this.links,
    );
    for (const row of planned) {
      if (row.kind !== "planned") continue;
      if (row.organisation)
        this.organisations.push({ id: row.organisation.id, name: row.organisation.fields.name, shortName: null });
      if (row.place) this.places.set(row.place.after.id, row.place.after);
      if (row.service) this.services.set(row.service.after.id, row.service.after);
      for (const thing of [row.place, row.service]) if (thing?.link) this.links.set(linkKey(thing.link), thing.link);
    }
    return planned;
  }
}

const entry = (externalId: string, place: Said, service: Said, row = 2): FeedRow => {
  const common = { externalId, link: null, updatedOn: null };
  const made: Entry = {
    row,
    source: "exemple",
    communeCode: typeof place["communeCode"] === "string" ? place["communeCode"] : null,
    placeRef: externalId,
    doubts: [],
    place: { ...common, organisation: null, said: { name: "Exemple : un lieu", communeCode: "88498", ...place } },
    service: { ...common, said: { "offer.name": "Exemple : un service", "offer.kind": "eaje", ...service } },
  };
  return { kind: "entry", entry: made };
};

const told = (rows: readonly PlannedRow[]) =>
  rows.map((row) => (row.kind === "planned" ? `${row.place?.kind ?? "-"}/${row.service?.kind ?? "-"}` : row.kind));

describe("a file that comes again", () => {
  test("changes nothing the second time", () => {
    const instance = new TestInstance();
    const rows = [entry("1", {}, { "fees.fee": "free" }), entry("2", { name: "Exemple : un autre lieu" }, {}, 3)];
    expect(told(instance.plan(rows))).toEqual(["create/create", "create/create"]);
    const again = instance.plan(rows);
    expect(told(again)).toEqual(["same/same", "same/same"]);
    expect(again.every((row) => row.kind === "planned" && row.place?.link === null && row.service?.link === null)).toBe(true);
    expect(instance.services.size).toBe(2);
  });

  test("brings what it corrected, keeps what was corrected here, and says where both moved", () => {
    const instance = new TestInstance();
    instance.plan([entry("1", { phone: "03 29 00 00 00", address: "1 rue Basse" }, { "fees.fee": "free" })]);
    const [place] = [...instance.places.values()];
    if (place === undefined) throw new Error("no place");
    instance.places.set(place.id, { ...place, phone: "03 29 11 11 11", address: "2 rue Haute" });

    const quiet = instance.plan([entry("1", { phone: "03 29 00 00 00", address: "1 rue Basse" }, { "fees.fee": "free" })]);
    expect(told(quiet)).toEqual(["same/same"]);

    const rows = [entry("1", { phone: "03 29 22 22 22", address: "1 rue Basse" }, { "fees.fee": "paid" })];
    const [first] = instance.plan(rows);
    if (first?.kind !== "planned") throw new Error("not planned");
    expect(first.place).toMatchObject({
      kind: "same",
      kept: [{ path: "phone", here: "03 29 11 11 11", file: "03 29 22 22 22" }],
    });
    expect(first.service).toMatchObject({ kind: "update", changes: [{ path: "fees.fee", here: "free", file: "paid" }] });
    expect(instance.places.get(place.id)).toMatchObject({ phone: "03 29 11 11 11", address: "2 rue Haute" });
    // Said once: the same file again has nothing more to say.
    expect(instance.plan(rows)).toMatchObject([{ place: { kind: "same", kept: [] }, service: { kind: "same" } }]);
  });

  test("takes the value of the file over the one of here when someone says so", () => {
    const instance = new TestInstance();
    instance.plan([entry("1", { phone: "03 29 00 00 00" }, {})]);
    const [place] = [...instance.places.values()];
    if (place === undefined) throw new Error("no place");
    instance.places.set(place.id, { ...place, phone: "03 29 11 11 11" });
    instance.plan([entry("1", { phone: "03 29 22 22 22" }, {})], { take: new Set([`${place.id} phone`]) });
    expect(instance.places.get(place.id)?.phone).toBe("03 29 22 22 22");
  });

  test("says nothing of a card that was merged, and does not open again what was closed here", () => {
    const instance = new TestInstance();
    instance.plan([entry("1", {}, {}), entry("2", { name: "Exemple : ailleurs" }, {}, 3)]);
    const [one, two] = [...instance.services.values()];
    if (one === undefined || two === undefined) throw new Error("no service");
    instance.services.set(one.id, { ...one, state: { kind: "merged", into: two.id } });
    instance.services.set(two.id, { ...two, state: { kind: "closed", on: Day.parse("2026-10-01"), reason: null } });
    const rows = instance.plan([
      entry("1", {}, { "fees.fee": "free" }),
      entry("2", { name: "Exemple : ailleurs" }, { "fees.fee": "free" }, 3),
    ]);
    expect(told(rows)).toEqual(["same/same", "same/update"]);
    expect(instance.services.get(two.id)?.state.kind).toBe("closed");
  });
});

describe("what is already there", () => {
  const crèche = { name: "Exemple : crèche des Tilleuls", communeCode: "88498", address: "6, Place de l’Hôtel de Ville" };

  test.each([
    ["its SIRET", { siret: "12345678901234" }, { siret: "12345678901234", name: "AUTRE NOM", communeCode: null }],
    ["its name and address", {}, { name: "EXEMPLE CRECHE LES TILLEULS", address: "6 pl. de l'Hotel de ville" }],
    ["its name and distance", { latitude: 48, longitude: 6.6, address: null }, { latitude: 48.0004, longitude: 6.6003 }],
  ])("is known by %s", (_, here, file) => {
    const place = placeOf({ ...crèche, ...here });
    const service = serviceAt(place, "Exemple : crèche des Tilleuls");
    const instance = new TestInstance().holds([place], [service]);
    const rows = instance.plan([
      entry("1", { name: crèche.name, ...file }, { "offer.name": "Crèche les Tilleuls (exemple)", "fees.fee": "free" }),
    ]);
    expect(rows).toMatchObject([{ place: { after: { id: place.id } }, service: { kind: "update", after: { id: service.id } } }]);
    expect(instance.services.get(service.id)).toMatchObject({
      fees: { fee: "free" },
      offer: { name: "Exemple : crèche des Tilleuls" },
    });
  });

  test.each([
    ["the same name elsewhere", { address: "12 route de Remiremont" }],
    ["another SIRET", { siret: "99999999999999", address: "6 place de l’Hôtel de Ville" }],
    ["the same name in another commune", { communeCode: "88383" }],
    ["the same name, a kilometre away", { latitude: 48.01, longitude: 6.6 }],
    ["another name at the same address", { name: "Exemple : mairie annexe", address: "6 place de l’Hôtel de Ville" }],
  ])("is not taken for another: %s", (_, file) => {
    const place = placeOf({ ...crèche, siret: "12345678901234", latitude: 48, longitude: 6.6 });
    const instance = new TestInstance().holds([place], [serviceAt(place, crèche.name)]);
    const rows = instance.plan([entry("1", { name: crèche.name, address: null, ...file }, {})]);
    expect(told(rows)).toEqual(["create/create"]);
  });

  test("two rows are never one service", () => {
    const place = placeOf(crèche);
    const instance = new TestInstance().holds([place], [serviceAt(place, "Exemple : accueil")]);
    const rows = instance.plan([
      entry("1", crèche, { "offer.name": "Exemple : accueil" }),
      entry("2", crèche, { "offer.name": "Exemple : accueil" }, 3),
    ]);
    expect(told(rows)).toEqual(["same/same", "same/create"]);
  });

  test("the same identifier twice in a file, a service without its place, a row of elsewhere", () => {
    const lost = entry("9", {}, {}, 4);
    if (lost.kind !== "entry") throw new Error("not an entry");
    const orphan: FeedRow = { kind: "entry", entry: { ...lost.entry, place: null, placeRef: "inconnu" } };
    const rows = new TestInstance().plan(
      [entry("1", {}, {}), entry("1", {}, {}, 3), orphan, entry("5", { communeCode: "75056" }, {}, 5)],
      {
        within: new Set(["88498"]),
      },
    );
    expect(told(rows)).toEqual(["create/create", "broken", "broken", "outside"]);
    expect(rows[1]).toMatchObject({ row: 3, problems: ["deux fois 1"] });
  });

  test("an organisation is known by its name, made once where it is not", () => {
    const instance = new TestInstance();
    instance.organisations.push({ id: organisationId, name: "Commune de Vecoux", shortName: null });
    const rows = instance.plan([
      entry("1", { name: "MAIRIE DE VECOUX" }, {}),
      entry("2", { name: "Association Les Lutins (exemple)" }, {}, 3),
      entry("3", { name: "Asso Les Lutins (exemple)", address: "2 rue Basse" }, {}, 4),
    ]);
    expect(rows.map((row) => row.kind === "planned" && row.organisation?.fields)).toEqual([
      undefined,
      expect.objectContaining({ kind: "association" }),
      undefined,
    ]);
  });
});

describe("three versions of a field", () => {
  const value = fc.constantFrom(null, "a", "b", "c");
  test("what one side changed is taken or kept; only where both did is it told", () => {
    fc.assert(
      fc.property(value, value, value, (here, file, last) => {
        const { changes, kept } = merge({ x: here }, { x: file }, { x: last });
        const after = changes.length > 0 ? file : here;
        if (here === last) expect(after).toBe(file);
        else if (file === last || file === here) expect([after, kept.length]).toEqual([here, 0]);
        else expect([after, kept.length]).toEqual([here, 1]);
      }),
    );
  });
  test("without the last one, blanks are filled, and the same address written otherwise is the same", () => {
    expect(
      merge(
        { x: null, y: "6 place de l’Église", z: "a", u: "unknown" },
        { x: "a", y: "6, Place de l'Eglise", z: "b", u: "yes" },
        null,
      ),
    ).toEqual({
      changes: [
        { path: "x", here: null, file: "a" },
        { path: "u", here: "unknown", file: "yes" },
      ],
      kept: [{ path: "z", here: "a", file: "b" }],
    });
    expect(merge({ x: "a" }, { x: null }, null)).toEqual({ changes: [], kept: [] });
  });
});

describe.skipIf(!isHere)(`the published files twice, ${unlessHere}`, () => {
  test.each([
    ["france-services-88-sans-contact.csv", 33],
    ["conseillers-numeriques-88.json", 14],
  ])("%s: %i cards, then 0 changes", async (name, count) => {
    const text = new TextDecoder().decode(await readFile(reference("places", name)));
    const opened = await openFeed(feedOf(name, text, 5_000));
    if (opened.kind !== "list") throw new Error(opened.kind);
    const reading = readingOf({ communes: [] });
    const rows = (await all(opened.rows)).map((row) => readListRow(opened.format, row, reading));
    const instance = new TestInstance();
    expect(told(instance.plan(rows))).toEqual(Array.from({ length: count }, () => "create/create"));
    expect(told(instance.plan(rows))).toEqual(Array.from({ length: count }, () => "same/same"));
    expect(instance.services.size).toBe(count);
  });
});
