import type { WrittenSheet } from "../../../platform/spreadsheet/write-spreadsheet.ts";
import type { DataInclusion } from "../data-inclusion/schema.ts";
import { structurePlaces, toServices, toStructure } from "../data-inclusion/to-data-inclusion.ts";
import { capacityColumns, flatRecord, periodColumns, roundColumns, serviceColumns } from "./flat.ts";
import { licence, type OpenData } from "./open-data.ts";
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

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value)}\n`);

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
const geoJson = (data: OpenData) => ({
  type: "FeatureCollection",
  features: servicesOf(data).map((service) => {
    const { latitude, longitude } = service.place;
    return {
      type: "Feature",
      id: service.id,
      geometry: latitude === null || longitude === null ? null : { type: "Point", coordinates: [longitude, latitude] },
      properties: flatRecord(service),
    };
  }),
});

const wholeJson = (data: OpenData, day: string) => ({
  format: "maillage-annuaire",
  version: 1,
  date: day,
  licence: { name: licence.name, address: licence.address },
  publisher: { name: data.publisher.name, siren: data.publisher.siren },
  address: data.address,
  services: servicesOf(data),
});

/** What is public, as a file of data·inclusion 1.0.8. */
export const dataInclusionOf = ({ cards, directory, producer }: OpenData): DataInclusion => ({
  structures: structurePlaces(cards, directory, producer, "and_without_services").map((place) => toStructure(place, producer)),
  services: toServices(cards, directory, producer),
});

/** Writes a whole file. The same data on the same day gives the same bytes. */
export async function writeFile(name: FileName, data: OpenData, day: string): Promise<Uint8Array> {
  switch (name) {
    case "annuaire.json":
      return encode(wholeJson(data, day));
    case "annuaire.geojson":
      return encode(geoJson(data));
    case "data-inclusion.json":
      return encode(dataInclusionOf(data));
    case "annuaire.csv": {
      const { writeCsv } = await import("../../../platform/spreadsheet/write-spreadsheet.ts");
      return writeCsv(sheet("services", serviceColumns, servicesOf(data)));
    }
    case "annuaire.xlsx": {
      const { writeWorkbook } = await import("../../../platform/spreadsheet/write-spreadsheet.ts");
      return writeWorkbook(
        {
          title: `Annuaire des services aux familles : ${data.publisher.name}`,
          description: licence.name,
          writtenAt: new Date(`${day}T00:00:00Z`),
          sheets: sheetsOf(data, day),
        },
        "xlsx",
      );
    }
  }
}
