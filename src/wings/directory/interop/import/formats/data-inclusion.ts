import { nearest } from "../../../../../platform/french/near.ts";
import { Day, OrganisationId } from "../../../../../platform/model.ts";
import type { Lang } from "../../../../../platform/words.ts";
import type { Fault } from "../../data-inclusion/faults.ts";
import { readService, readStructure } from "../../data-inclusion/faults.ts";
import { placeFrom, serviceFrom, type IncomingPlace, type NotKept } from "../../data-inclusion/from-data-inclusion.ts";
import { locatedOf, type DiService, type DiStructure } from "../../data-inclusion/schema.ts";
import { importWords } from "../words.ts";
import type { FeedRow, Said, SaidPlace } from "../model.ts";
import type { RawFields } from "../../../../../platform/import-draft/raw-row.ts";
import { broken, type Reading } from "../reading.ts";
import { saidOf } from "../said.ts";

const lists = new Set([
  "reseaux_porteurs",
  "thematiques",
  "publics",
  "modes_accueil",
  "zone_eligibilite",
  "modes_mobilisation",
  "mobilisable_par",
]);
const numbers = new Set(["longitude", "latitude", "volume_horaire_hebdomadaire", "nombre_semaines"]);
const required = new Set(["source", "id", "nom", "date_maj", "structure_id", "description"]);

/** A cell as the format has it in JSON: CSV writes lists and numbers as text, and nothing as a blank. */
function valueOf(name: string, value: unknown): unknown {
  const text = typeof value === "string" ? value.trim() : null;
  if (text === "") return null;
  if (lists.has(name)) {
    const list = text === null ? value : listOf(text);
    return Array.isArray(list) ? ([...new Set(list)].length === 0 ? null : [...new Set(list)]) : list;
  }
  if (text !== null && numbers.has(name))
    return Number.isNaN(Number(text.replace(",", "."))) ? text : Number(text.replace(",", "."));
  return text ?? value;
}

/** `["a","b"]`, `{a,b}`, `a,b`: the ways in which tables write a list. */
function listOf(text: string): unknown {
  if (text.startsWith("[")) {
    try {
      const read: unknown = JSON.parse(text.replaceAll("'", '"'));
      return read;
    } catch {
      // Read below, as the others are.
    }
  }
  return text
    .replace(/^[[{]|[\]}]$/g, "")
    .split(/[,;|]/)
    .map((each) => each.trim().replace(/^["']|["']$/g, ""))
    .filter((each) => each !== "");
}

interface ReadRecord<Value> {
  readonly value: Value | null;
  readonly problems: readonly string[];
}

type Reader<Value> = (
  record: unknown,
  today: Day,
) =>
  | { readonly kind: "read"; readonly value: Value; readonly faults: readonly Fault[] }
  | { readonly kind: "refused"; readonly faults: readonly Fault[] };

/** A record by the rules of the format; what breaks them and may be absent is left aside, and said. */
function read<Value>(reader: Reader<Value>, fields: RawFields, { lang, today }: Reading): ReadRecord<Value> {
  const record = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, valueOf(name, value)]));
  const first = reader(record, today);
  if (first.kind === "read") return { value: first.value, problems: [] };
  const problems = first.faults.map((fault) => sayFault(lang, fault, record[fault.field]));
  if (first.faults.some(({ field }) => required.has(field))) return { value: null, problems };
  const mended: Record<string, unknown> = { ...record };
  for (const { field, choices } of first.faults) {
    const value = mended[field];
    const good = Array.isArray(value) ? value.filter((each) => typeof each === "string" && choices.includes(each)) : [];
    mended[field] = good.length > 0 ? good : null;
  }
  const second = reader(mended, today);
  return { value: second.kind === "read" ? second.value : null, problems };
}

function sayFault(lang: Lang, { field, rule, choices }: Fault, written: unknown): string {
  const say = importWords(lang);
  const unknown = (Array.isArray(written) ? written : [written]).filter(
    (each): each is string => typeof each === "string" && !choices.includes(each),
  );
  const text = unknown.join(", ") || (written == null ? "" : JSON.stringify(written));
  const [value] = unknown;
  const near =
    rule === "notOfList" && value !== undefined
      ? nearest(
          value,
          choices.map((name) => ({ name })),
          0.4,
        )
      : null;
  const said = say("di.fault", { field, written: text.length > 80 ? `${text.slice(0, 79).toWellFormed()}…` : text, rule });
  return near === null || near.match === "none" ? said : `${said} ${say("near", { name: near.candidate.name })}`;
}

const sayNotKept = (lang: Lang, { field, why }: NotKept): string => importWords(lang)("di.notKept", { field, why });

/** Who holds a place is not in the format: it goes by the name of the structure. */
const nobody = OrganisationId.parse("00000000-0000-4000-8000-000000000000");

const without = (said: Said, ...paths: readonly string[]): Said =>
  Object.fromEntries(Object.entries(said).filter(([path]) => !paths.includes(path)));

const saidPlace = ({ fields, origin }: IncomingPlace): SaidPlace => ({
  externalId: origin.externalId,
  link: origin.link,
  updatedOn: origin.updatedOn,
  organisation: fields.name,
  said: without(saidOf("place", fields), "organisationId", "wheelchair"),
});

/** What of a card the format has a word for: the rest is the territory's own. */
const servicePaths = [
  ...["offer.name", "offer.kind", "offer.themes", "offer.description"],
  ...["forWhom.publics", "forWhom.publicsDetails", "forWhom.conditions"],
  ...["opening.periods", "where.modes", "where.area"],
  ...["wayIn.details", "wayIn.contactName", "wayIn.phone", "wayIn.email", "wayIn.link", "wayIn.means", "wayIn.orientation"],
  ...["fees.fee", "fees.details", "carried.weeklyHours", "carried.weeks"],
  ...["exchanged.thematiques", "exchanged.type", "exchanged.address"],
];

/** A record of data·inclusion: a service where it names its structure, else a structure. */
export function dataInclusionRow(row: number, fields: RawFields, reading: Reading): FeedRow {
  const structureId = fields["structure_id"];
  return typeof structureId === "string" && structureId.trim() !== ""
    ? serviceRow(row, fields, reading)
    : structureRow(row, fields, reading);
}

function structureRow(row: number, fields: RawFields, reading: Reading): FeedRow {
  const { value, problems } = read(readStructure, fields, reading);
  if (value === null) return broken(row, ...problems);
  reading.remember(value);
  const place = placeFrom(value, nobody);
  return {
    kind: "entry",
    entry: {
      row,
      source: value.source,
      communeCode: value.code_insee,
      placeRef: value.id,
      place: saidPlace(place),
      service: null,
      doubts: [...problems, ...place.notKept.map((each) => sayNotKept(reading.lang, each))],
    },
  };
}

/** A structure that is not known yet is held to be where its service is: whether it is known is for the plan to say. */
const unknownStructure = (service: DiService): DiStructure => ({
  ...locatedOf(service),
  source: service.source,
  id: service.structure_id,
  nom: service.nom,
  date_maj: service.date_maj,
  description: null,
  lien_source: null,
  siret: null,
  telephone: null,
  courriel: null,
  site_web: null,
  horaires_accueil: null,
  accessibilite_lieu: null,
  reseaux_porteurs: null,
});

function serviceRow(row: number, fields: RawFields, reading: Reading): FeedRow {
  const { value, problems } = read(readService, fields, reading);
  if (value === null) return broken(row, ...problems);
  const structure = reading.structure(value.structure_id);
  const themes = new Set(reading.themes.map(({ key }) => key));
  const { card, at, notKept } = serviceFrom(value, structure ?? unknownStructure(value), {
    kinds: reading.kinds,
    themes,
    organisationId: nobody,
  });
  const said = saidOf("service", card);
  const own = at.kind === "own_place" ? saidPlace(at.place) : null;
  return {
    kind: "entry",
    entry: {
      row,
      source: value.source,
      communeCode: value.code_insee ?? structure?.code_insee ?? null,
      placeRef: own?.externalId ?? value.structure_id,
      place: own,
      service: {
        externalId: value.id,
        link: value.lien_source,
        updatedOn: Day.parse(value.date_maj),
        said: Object.fromEntries(servicePaths.map((path) => [path, said[path] ?? null])),
      },
      doubts: [...problems, ...notKept.map((each) => sayNotKept(reading.lang, each))],
    },
  };
}
