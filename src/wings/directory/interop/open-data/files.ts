import { setImmediate } from "node:timers/promises";
import type { WrittenSheet } from "../../../../platform/spreadsheet/write-spreadsheet.ts";
import type { DataInclusion } from "../data-inclusion/schema.ts";
import { structurePlaces, toServices, toStructure } from "../data-inclusion/to-data-inclusion.ts";
import { capacityColumns, flatRecord, periodColumns, roundColumns, serviceColumns } from "./flat.ts";
import { licence } from "../../../../platform/licence.ts";
import type { OpenData } from "./open-data.ts";
import { toPublicService, type PublicService } from "./public-service.ts";

/** The whole files that everyone may take, and what each is for programs. */
export const files = {
  "annuaire.json": { mediaType: "application/json; charset=utf-8", format: "JSON" },
  "annuaire.csv": { mediaType: "text/csv; charset=utf-8", format: "CSV" },
  "annuaire.xlsx": { mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", format: "XLSX" },
  "annuaire.geojson": { mediaType: "application/geo+json; charset=utf-8", format: "GeoJSON" },
  "data-inclusion.json": { mediaType: "application/json; charset=utf-8", format: "data·inclusion 1.0.8" },
} as const;
export type FileName = keyof typeof files;
export const fileNames = [
  "annuaire.json",
  "annuaire.csv",
  "annuaire.xlsx",
  "annuaire.geojson",
  "data-inclusion.json",
] as const satisfies readonly FileName[];

const servicesOf = (data: OpenData): readonly PublicService[] => data.cards.map((card) => toPublicService(card, data));

interface Columns<Row> {
  readonly name: string;
  readonly kind: WrittenSheet["columns"][number]["kind"];
  readonly of: (row: Row) => string | number | null;
}

function sheet<Row>(name: string, columns: readonly Columns<Row>[], rows: readonly Row[]): WrittenSheet {
  return {
    name,
    columns: columns.map(({ name: title, kind }) => ({ title, kind })),
    rows: rows.map((row) => columns.map(({ of }) => of(row))),
  };
}

const rowsOf = <Row>(services: readonly PublicService[], of: (service: PublicService) => readonly Row[]) =>
  services.flatMap((service) => of(service).map((row) => ({ service, row })));

/** What a workbook says of itself, for whoever finds it on a shared disk in two years. */
function aboutSheet({ publisher, address }: OpenData, services: readonly PublicService[], day: string): WrittenSheet {
  const examples = services.filter(({ provenance }) => provenance === "example").length;
  return {
    name: "lisez-moi",
    columns: [
      { title: "quoi", kind: "text", width: 24 },
      { title: "valeur", kind: "text", width: 90 },
    ],
    rows: [
      ["contenu", `Annuaire des services aux familles : ${publisher.name} (SIREN ${publisher.siren})`],
      ["date", day],
      ["services", String(services.length)],
      ["dont exemples inventés", String(examples)],
      ["licence", `${licence.name} (${licence.address})`],
      ["adresse", `${address}/donnees`],
    ],
  };
}

const sheetsOf = (data: OpenData, day: string): readonly WrittenSheet[] => {
  const services = servicesOf(data);
  return [
    sheet("services", serviceColumns, services),
    sheet(
      "horaires",
      periodColumns,
      rowsOf(services, ({ opening }) => opening.periods),
    ),
    sheet(
      "tournees",
      roundColumns,
      rowsOf(services, ({ where }) => where.rounds),
    ),
    sheet(
      "capacites",
      capacityColumns,
      rowsOf(services, ({ capacities }) => capacities),
    ),
    aboutSheet(data, services, day),
  ];
};

/** Points on the map, one a service; a service whose place is not on the map has no geometry, and is there all the same. */
function featureOf(service: PublicService): object {
  const { latitude, longitude } = service.place;
  return {
    type: "Feature",
    id: service.id,
    geometry: latitude === null || longitude === null ? null : { type: "Point", coordinates: [longitude, latitude] },
    properties: flatRecord(service),
  };
}

const headOfJson = ({ publisher, address }: OpenData, day: string): object => ({
  format: "maillage-annuaire",
  version: 1,
  date: day,
  licence: { name: licence.name, address: licence.address },
  publisher: { name: publisher.name, siren: publisher.siren },
  address,
});

/** What is public, as a file of data·inclusion 1.0.8. */
export const dataInclusionOf = ({ cards, directory, producer }: OpenData): DataInclusion => ({
  structures: structurePlaces(cards, directory, producer, "and_without_services").map((place) => toStructure(place, producer)),
  services: toServices(cards, directory, producer),
});

/** How many services are written in one go: others are answered between two. */
const atOnce = 200;

async function* inTurns<Item>(items: readonly Item[]): AsyncGenerator<readonly Item[]> {
  for (let from = 0; from < items.length; from += atOnce) {
    await setImmediate();
    yield items.slice(from, from + atOnce);
  }
}

/** A JSON object whose last field is a long list, written a part at a time. */
async function* jsonWithList<Item>(
  head: object,
  list: string,
  items: readonly Item[],
  of: (item: Item) => object,
): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},${JSON.stringify(list)}:[`;
  let between = "";
  for await (const some of inTurns(items)) {
    yield between + some.map((item) => JSON.stringify(of(item))).join(",");
    between = ",";
  }
  yield "]}\n";
}

async function* csvOf(data: OpenData): AsyncGenerator<string> {
  const { csvHead, csvRows } = await import("../../../../platform/spreadsheet/write-spreadsheet.ts");
  yield csvHead(sheet("services", serviceColumns, []));
  for await (const some of inTurns(data.cards))
    yield csvRows(
      sheet(
        "services",
        serviceColumns,
        some.map((card) => toPublicService(card, data)),
      ),
    );
}

async function* workbookOf(data: OpenData, day: string): AsyncGenerator<Uint8Array> {
  const { writeWorkbook } = await import("../../../../platform/spreadsheet/write-spreadsheet.ts");
  yield await writeWorkbook(
    {
      title: `Annuaire des services aux familles : ${data.publisher.name}`,
      description: licence.name,
      writtenAt: new Date(`${day}T00:00:00Z`),
      sheets: sheetsOf(data, day),
    },
    "xlsx",
  );
}

/** Writes a whole file, a part at a time: a large directory neither fills the memory nor keeps others waiting. */
export function writeFile(name: FileName, data: OpenData, day: string): AsyncGenerator<string | Uint8Array> {
  switch (name) {
    case "annuaire.json":
      return jsonWithList(headOfJson(data, day), "services", data.cards, (card) => toPublicService(card, data));
    case "annuaire.geojson":
      return jsonWithList({ type: "FeatureCollection" }, "features", data.cards, (card) =>
        featureOf(toPublicService(card, data)),
      );
    case "data-inclusion.json": {
      const { structures, services } = dataInclusionOf(data);
      return jsonWithList({ structures }, "services", services, (service) => service);
    }
    case "annuaire.csv":
      return csvOf(data);
    case "annuaire.xlsx":
      return workbookOf(data, day);
  }
}
