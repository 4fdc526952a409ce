import { z } from "zod";
import { emptyMemory, rememberedHeading, type MappingMemory } from "../../../../../platform/import-draft/memory.ts";
import type { DraftMapping } from "../../../../../platform/import-draft/model.ts";
import { comparable, nearest, type Named } from "../../../../../platform/french/near.ts";
import { folded } from "../../../../../platform/french/plain.ts";
import { cellText, type Sheet } from "../../../../../platform/spreadsheet/sheet.ts";
import { readHours } from "../../../hours/calendar.ts";
import { importWords } from "../words.ts";
import type { FeedRow } from "../model.ts";
import { rawText, type RawFields, type RawRow } from "../../../../../platform/import-draft/raw-row.ts";
import { broken, checkedRow, type Reading } from "../reading.ts";

/** What a column of someone's own table may hold, with the headings that people give it. */
const headings = {
  name: ["nom du service", "service", "nom", "intitulé", "structure", "libellé"],
  kind: ["genre", "type", "type de service", "type de structure", "catégorie", "nature"],
  themes: ["thèmes", "thématique", "domaine"],
  description: ["description", "présentation", "activités", "objet"],
  place: ["lieu", "nom du lieu", "site", "établissement", "équipement"],
  organisation: ["organisme", "organisation", "gestionnaire", "porteur"],
  address: ["adresse", "rue", "numéro et rue"],
  complement: ["complément d’adresse", "complément"],
  postcode: ["code postal", "cp"],
  commune: ["commune", "ville", "localité", "code insee", "code commune"],
  latitude: ["latitude", "lat"],
  longitude: ["longitude", "lon", "lng"],
  siret: ["siret", "numéro siret"],
  phone: ["téléphone", "tél", "numéro de téléphone"],
  email: ["courriel", "mail", "e-mail", "email", "adresse électronique"],
  website: ["site internet", "site web", "lien"],
  minAge: ["âge minimum", "à partir de", "âge min", "dès"],
  maxAge: ["âge maximum", "jusqu’à", "âge max"],
  hours: ["horaires", "horaires d’ouverture", "jours et heures", "ouverture"],
  register: ["inscription", "modalités", "comment s’inscrire", "modalités d’accès"],
  fee: ["tarif", "tarifs", "coût", "prix", "gratuit"],
  capacity: ["places", "nombre de places", "capacité", "agrément"],
  id: ["identifiant", "id", "référence", "numéro"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type TableField = keyof typeof headings;
export const isTableField = (name: unknown): name is TableField => typeof name === "string" && Object.hasOwn(headings, name);
export const TableField = z.custom<TableField>(isTableField);
export const tableFields: readonly TableField[] = Object.keys(headings).filter(isTableField);

interface NamedField extends Named {
  readonly field: TableField;
}
const named: readonly NamedField[] = tableFields.map((field) => ({
  field,
  name: headings[field][0],
  aliases: headings[field].slice(1),
}));

/** A column under a heading, with the field that its heading seems to name. */
export interface TableColumn {
  readonly index: number;
  readonly heading: string;
  readonly target: TableField | null;
  readonly sure: "remembered" | "left" | "high" | "medium" | "none";
}

/** Below this, a heading says nothing of its column. */
const nearEnough = 0.75;
const rowsLookedAt = 20;

/** The columns under the headings of this row, counted from 1; each field is named by one column. */
export function columnsUnder(
  { rows }: Sheet,
  header: number,
  memory: MappingMemory<TableField> = emptyMemory,
): readonly TableColumn[] {
  const taken = new Set<TableField>();
  const width = rows.slice(header - 1, header + 40).reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, index): TableColumn => {
    const heading = cellText(rows[header - 1]?.[index])
      .replace(/\s+/g, " ")
      .trim();
    const remembered = rememberedHeading(memory, heading);
    if (remembered === null) return { index, heading, target: null, sure: "left" };
    if (remembered !== undefined && !taken.has(remembered)) {
      taken.add(remembered);
      return { index, heading, target: remembered, sure: "remembered" };
    }
    const found = heading === "" || heading.length > 80 ? null : nearest(heading, named, nearEnough);
    if (found === null || found.match === "none" || taken.has(found.candidate.field))
      return { index, heading, target: null, sure: "none" };
    taken.add(found.candidate.field);
    return { index, heading, target: found.candidate.field, sure: found.match === "exact" ? "high" : "medium" };
  });
}

/** The row of a sheet that names most fields, counted from 1. */
export function headerOf(sheet: Sheet, memory: MappingMemory<TableField> = emptyMemory): number {
  const named = (header: number): number => columnsUnder(sheet, header, memory).filter(({ target }) => target !== null).length;
  const candidates = Array.from({ length: Math.min(rowsLookedAt, sheet.rows.length) }, (_, at) => at + 1);
  return candidates.reduce((best, header) => (named(header) > named(best) ? header : best), 1);
}

/** The rows of a table under the columns that a person agreed to, each by its fields. */
export async function* tableRows(
  sheets: readonly Sheet[],
  { sheet, headerTo, columns }: DraftMapping<TableField>,
): AsyncGenerator<RawRow> {
  for (const [at, cells] of (sheets[sheet]?.rows ?? []).slice(headerTo).entries()) {
    const fields = Object.fromEntries(
      columns.flatMap(({ index, target }) => (target === null ? [] : [[target, cellText(cells[index])] as const])),
    );
    if (Object.values(fields).some((text) => text.trim() !== "")) yield { kind: "row", row: headerTo + at + 1, fields };
  }
}

interface Found<Value> {
  readonly value: Value;
  readonly doubt: string | null;
}

/** Above this, a word that is nearly one of a list is taken for it, and said. */
const almostSame = 0.85;

/** What a cell means in a list: itself, what it nearly is, or nothing with what it may have meant. */
function oneOf<Item extends Named>(reading: Reading, written: string, items: readonly Item[]): Found<Item | null> {
  const say = importWords(reading.lang);
  const found = nearest(written, items, 0.6);
  if (found.match === "exact") return { value: found.candidate, doubt: null };
  if (found.match === "none") return { value: null, doubt: say("table.notOfList", { written }) };
  const near = say("near", { name: found.candidate.name });
  return found.score >= almostSame
    ? { value: found.candidate, doubt: say("table.takenFor", { written, name: found.candidate.name }) }
    : { value: null, doubt: `${say("table.notOfList", { written })} ${near}` };
}

const feeOf = (text: string): string => {
  const said = folded(text);
  if (/\bgratuit|^non$|^0( ?€)?$/.test(said)) return "free";
  if (/quotient|\bqf\b/.test(said)) return "family_quotient";
  return /payant|^oui$|\d|€/.test(said) ? "paid" : "unknown";
};

/** A row of someone's own table, by the fields that its columns were said to hold. */
export function tableRow(row: number, fields: RawFields, reading: Reading): FeedRow {
  const say = importWords(reading.lang);
  const text = (field: TableField): string | null => rawText(fields, field);
  const name = text("name");
  if (name === null) return broken(row, say("table.noName"));
  const doubts: string[] = [];
  const told = <Value>({ value, doubt }: Found<Value>): Value => {
    if (doubt !== null) doubts.push(doubt);
    return value;
  };
  const kinds = reading.kinds.map(({ key, name: of, plain: words }) => ({ key, name: of.fr, aliases: [words.fr, of.en, key] }));
  const kind = text("kind");
  const kindFound = kind === null ? null : oneOf(reading, kind, kinds);
  // A kind that is not of the list is not guessed: the row waits for it.
  if (kindFound?.value === null) return broken(row, kindFound.doubt ?? "");
  const kindKey = kindFound === null ? "autre" : told({ value: kindFound.value.key, doubt: kindFound.doubt });
  const themes = (text("themes") ?? "")
    .split(/[,;/\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== "")
    .flatMap((each) => told(oneOf(reading, each, reading.themes))?.key ?? []);
  const written = text("commune");
  const isCode = written !== null && /^\w{5}$/.test(written) && reading.communes.some(({ code }) => code === written);
  const commune = written === null || isCode ? null : nearest(written, reading.communes, almostSame);
  const communeCode = isCode ? written : commune !== null && commune.match !== "none" ? commune.candidate.code : null;
  const hours = text("hours");
  if (hours !== null && readHours(hours).kind === "unread") doubts.push(say("doubt.hours", { hours }));
  const placeName = text("place") ?? name;
  const keyOf = (...parts: readonly (string | null)[]): string =>
    parts
      .map((part) => comparable(part ?? ""))
      .join("--")
      .slice(0, 200);
  const placeRef = keyOf(placeName, written, text("address"));
  const fee = text("fee");
  return checkedRow(reading, {
    row,
    source: "tableau",
    communeCode,
    placeRef,
    doubts,
    place: {
      externalId: placeRef,
      link: null,
      updatedOn: null,
      organisation: text("organisation"),
      raw: {
        name: placeName,
        address: text("address"),
        complement: text("complement"),
        communeCode,
        town: communeCode === null ? written : null,
        postcode: text("postcode"),
        latitude: text("latitude"),
        longitude: text("longitude"),
        siret: text("siret"),
        phone: text("phone"),
        email: text("email"),
      },
    },
    service: {
      externalId: text("id") ?? keyOf(name, placeName, written),
      link: null,
      updatedOn: null,
      raw: {
        "offer.name": name,
        "offer.kind": kindKey,
        "offer.themes": themes,
        "offer.description": text("description"),
        "offer.website": text("website"),
        "forWhom.minMonths": text("minAge"),
        "forWhom.maxMonths": text("maxAge"),
        "opening.periods": hours === null ? [] : [{ season: "all_year", hours }],
        "wayIn.details": text("register"),
        "wayIn.phone": text("phone"),
        "wayIn.email": text("email"),
        "fees.fee": fee === null ? "unknown" : feeOf(fee),
        "fees.details": fee !== null && folded(fee) !== "gratuit" ? fee : null,
        "capacity.capacities": text("capacity") === null ? [] : [{ unit: "places", maximum: text("capacity") }],
      },
    },
  });
}
