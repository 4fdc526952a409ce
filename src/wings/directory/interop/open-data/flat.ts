import { choiceText } from "../../card/card-text.ts";
import type { ColumnKind } from "../../../../platform/spreadsheet/write-spreadsheet.ts";
import type { PublicService } from "./public-service.ts";

type Value = string | number | null;

/** A column of the flat form: its name does not change from a version to the next, whoever reads it by a program counts on it. */
interface FlatColumn<Row> {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly of: (row: Row) => Value;
}

const word = (field: string, value: string): string => choiceText("fr", field, value);
const words = (field: string, values: readonly string[]): Value =>
  values.length === 0 ? null : values.map((value) => word(field, value)).join(", ");
const listed = (values: readonly string[]): Value => (values.length === 0 ? null : values.join(", "));
const known = (field: string, value: string): Value => (value === "unknown" ? null : word(field, value));

const provenances = { entered: "saisi", sourced: "repris d’une source", example: "exemple inventé" } as const;

const text = <Row>(name: string, of: (row: Row) => Value): FlatColumn<Row> => ({ name, kind: "text", of });
const number = <Row>(name: string, of: (row: Row) => Value): FlatColumn<Row> => ({ name, kind: "number", of });
const day = <Row>(name: string, of: (row: Row) => Value): FlatColumn<Row> => ({ name, kind: "day", of });

/** A line a service: what fits in one cell. Hours, rounds and capacities have tables of their own in the workbook. */
export const serviceColumns: readonly FlatColumn<PublicService>[] = [
  text("id", ({ id }) => id),
  text("nom", ({ name }) => name),
  text("genre", ({ kind }) => kind.key),
  text("genre_nom", ({ kind }) => kind.fr),
  text("exemple", ({ provenance }) => (provenance === "example" ? "oui" : "non")),
  text("description", ({ description }) => description),
  text("themes", ({ themes }) => listed(themes.map(({ fr }) => fr))),
  number("age_min_mois", ({ forWhom }) => forWhom.minMonths),
  number("age_max_mois", ({ forWhom }) => forWhom.maxMonths),
  text("publics", ({ forWhom }) => words("publics", forWhom.publics)),
  text("publics_precisions", ({ forWhom }) => forWhom.publicsDetails),
  text("conditions", ({ forWhom }) => forWhom.conditions),
  text("accueil_handicap", ({ forWhom }) => known("disability", forWhom.disability)),
  text("lieu", ({ place }) => place.name),
  text("organisation", ({ place }) => place.organisation?.name ?? null),
  text("gestionnaire", ({ carried }) => carried.operator?.name ?? null),
  text("soutiens", ({ carried }) => listed(carried.supporters.map(({ name }) => name))),
  text("siret", ({ place }) => place.siret),
  text("adresse", ({ place }) => place.address),
  text("complement_adresse", ({ place }) => place.complement),
  text("code_postal", ({ place }) => place.postcode),
  text("code_insee", ({ place }) => place.commune.code),
  text("commune", ({ place }) => place.commune.name),
  number("latitude", ({ place }) => place.latitude),
  number("longitude", ({ place }) => place.longitude),
  text("acces_fauteuil", ({ place }) => known("wheelchair", place.wheelchair)),
  text("modes", ({ where }) => words("modes", where.modes)),
  text("horaires", ({ opening }) => listed(opening.periods.map(({ season, hours }) => `${word("season", season)} : ${hours}`))),
  text("information_du_moment", ({ opening }) => opening.notice),
  text("pour_venir", ({ wayIn }) => words("ways", wayIn.ways)),
  text("inscription_precisions", ({ wayIn }) => wayIn.details),
  text("contact", ({ wayIn }) => wayIn.contactName),
  text("telephone", ({ wayIn, place }) => wayIn.phone ?? place.phone),
  text("courriel", ({ wayIn, place }) => wayIn.email ?? place.email),
  text("site", ({ website, place }) => website ?? place.website),
  text("lien_inscription", ({ wayIn }) => wayIn.link),
  text("tarif", ({ fees }) => known("fee", fees.fee)),
  text("tarif_precisions", ({ fees }) => fees.details),
  text("langues", ({ languages }) => listed(languages)),
  text("thematiques", ({ exchanged }) => listed(exchanged.thematiques)),
  day("verifie_le", ({ verifiedOn }) => verifiedOn),
  day("modifie_le", ({ updatedOn }) => updatedOn),
  text("provenance", ({ provenance }) => provenances[provenance]),
  text("source", ({ source }) => source),
  text("page", ({ page }) => page),
];

interface Of<Row> {
  readonly service: PublicService;
  readonly row: Row;
}
const named = <Row>(): readonly FlatColumn<Of<Row>>[] => [
  text("id_service", ({ service }) => service.id),
  text("service", ({ service }) => service.name),
];

type PeriodRow = PublicService["opening"]["periods"][number];
export const periodColumns: readonly FlatColumn<Of<PeriodRow>>[] = [
  ...named<PeriodRow>(),
  text("periode", ({ row }) => word("season", row.season)),
  text("horaires", ({ row }) => row.hours),
];

type RoundRow = PublicService["where"]["rounds"][number];
export const roundColumns: readonly FlatColumn<Of<RoundRow>>[] = [
  ...named<RoundRow>(),
  text("code_insee", ({ row }) => row.commune.code),
  text("commune", ({ row }) => row.commune.name),
  text("lieu", ({ row }) => row.spot),
  text("jour", ({ row }) => word("weekday", row.weekday)),
  text("rythme", ({ row }) => word("rhythm", row.rhythm)),
  text("de", ({ row }) => row.from),
  text("a", ({ row }) => row.to),
];

type CapacityOf = PublicService["capacities"][number];
export const capacityColumns: readonly FlatColumn<Of<CapacityOf>>[] = [
  ...named<CapacityOf>(),
  text("unite", ({ row }) => word("unit", row.unit)),
  number("au_plus", ({ row }) => row.maximum),
  number("libres", ({ row }) => row.available),
  day("le", ({ row }) => row.on),
  number("age_min_mois", ({ row }) => row.minMonths),
  number("age_max_mois", ({ row }) => row.maxMonths),
];

/** A row in the flat form, by the names of its columns. */
export const flatRecord = (service: PublicService): Readonly<Record<string, Value>> =>
  Object.fromEntries(serviceColumns.map(({ name, of }) => [name, of(service)]));
