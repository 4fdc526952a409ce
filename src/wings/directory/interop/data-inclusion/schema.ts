import { z } from "zod";
import { Orientation, Publics, ServiceType, Thematique } from "../../card/data-inclusion-model.ts";
import { Network } from "./networks.ts";

// data·inclusion 1.0.8, property for property (GIP Plateforme de l’inclusion, Licence Ouverte 2.0). What is absent is `null`.

/** What is absent is `null`; so is a set that says nothing. */
const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null);
const text = maybe(z.string());
const setOf = <Schema extends z.ZodType<string>>(schema: Schema) =>
  maybe(z.array(schema).refine((values) => new Set(values).size === values.length, { params: { rule: "twice" } }));

export const Frais = z.enum(["gratuit", "payant"]);
export const ModeAccueil = z.enum(["a-distance", "en-presentiel"]);
export const ModeMobilisation = z.enum(["envoyer-un-courriel", "se-presenter", "telephoner", "utiliser-lien-mobilisation"]);

/** A commune (`88498`), a département (`88`, `2A`, `974`), an EPCI (nine digits), a country (`99134`) or `france`. */
export const Zone = z.string().regex(/^(\w{5}|\w{2,3}|\d{9}|99[0-5]\d{2}|france)$/);

const Identifier = z.string().min(1);
const Name = z.string().min(3).max(150);
const Description = z.string().min(5).max(10_000);
/** `YYYY-MM-DD`, a day that exists, since the year 2000. That it has come is checked apart, where today is known. */
const DateMaj = z.iso.date().refine((day) => day >= "2000-01-01", { params: { rule: "tooOld" } });
const link = maybe(z.url({ protocol: /^https?$/ }));

const located = {
  commune: text,
  code_postal: maybe(z.string().regex(/^\d{5}$/)),
  code_insee: maybe(z.string().regex(/^\w{5}$/)),
  adresse: text,
  complement_adresse: text,
  longitude: maybe(z.number().min(-180).max(180)),
  latitude: maybe(z.number().min(-90).max(90)),
} as const;

/** Where families are received, and whoever receives them. */
export const DiStructure = z.object({
  source: Identifier,
  id: Identifier,
  nom: Name,
  date_maj: DateMaj,
  description: maybe(Description),
  lien_source: link,
  siret: maybe(z.string().regex(/^\d{14}$/)),
  ...located,
  telephone: text,
  courriel: maybe(z.email()),
  site_web: link,
  horaires_accueil: text,
  accessibilite_lieu: link,
  reseaux_porteurs: setOf(Network),
});
export type DiStructure = z.infer<typeof DiStructure>;

/** What is offered there. */
export const DiService = z.object({
  source: Identifier,
  structure_id: Identifier,
  id: Identifier,
  nom: Name,
  description: Description,
  date_maj: DateMaj,
  lien_source: link,
  type: maybe(ServiceType),
  thematiques: setOf(Thematique),
  frais: maybe(Frais),
  frais_precisions: text,
  publics: maybe(
    z
      .array(Publics)
      .min(1)
      .refine((values) => new Set(values).size === values.length, { params: { rule: "twice" } })
      .refine((values) => values.length === 1 || !values.includes("tous-publics"), { params: { rule: "alone" } }),
  ),
  publics_precisions: text,
  conditions_acces: text,
  ...located,
  telephone: text,
  courriel: maybe(z.email()),
  modes_accueil: setOf(ModeAccueil),
  zone_eligibilite: maybe(z.array(Zone).min(1)),
  contact_nom_prenom: text,
  lien_mobilisation: link,
  modes_mobilisation: maybe(z.array(ModeMobilisation).min(1)),
  mobilisable_par: maybe(z.array(Orientation).min(1)),
  mobilisation_precisions: text,
  volume_horaire_hebdomadaire: maybe(z.number().min(0)),
  nombre_semaines: maybe(z.number().int().min(1)),
  horaires_accueil: text,
});
export type DiService = z.infer<typeof DiService>;

/** A whole file of exchange. */
export interface DataInclusion {
  readonly structures: readonly DiStructure[];
  readonly services: readonly DiService[];
}

/** Where something is, as both structures and services write it. */
export type Located = Pick<DiService, keyof typeof located>;
const locatedFields = [
  "commune",
  "code_postal",
  "code_insee",
  "adresse",
  "complement_adresse",
  "longitude",
  "latitude",
] as const satisfies readonly (keyof Located)[];

/** Whether nothing is said of where it is. */
export const isNowhere = (where: Located): boolean => locatedFields.every((field) => where[field] === null);

/** Whether two addresses are written the same, to the letter. */
export const isSamePlace = (one: Located, other: Located): boolean => locatedFields.every((field) => one[field] === other[field]);

/** The part of a record that says where it is. */
export const locatedOf = (record: Located): Located => ({
  commune: record.commune,
  code_postal: record.code_postal,
  code_insee: record.code_insee,
  adresse: record.adresse,
  complement_adresse: record.complement_adresse,
  longitude: record.longitude,
  latitude: record.latitude,
});
