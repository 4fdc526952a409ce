import { z } from "zod";
import { type Day, email, line, optional, OrganisationId, prose, setOf, writtenNumber } from "../../../platform/model.ts";
import { marks } from "../../../platform/record/fields.ts";
import type { Provenance } from "../../territory/territories/model.ts";
import { hours } from "../hours/model.ts";

export const PlaceId = z.uuid().brand<"PlaceId">();
export type PlaceId = z.infer<typeof PlaceId>;

/** An address on the web that a browser may follow. */
export const webAddress = marks(
  { kind: "webAddress" },
  z
    .string()
    .trim()
    .transform((text) => (/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`))
    .pipe(z.url({ protocol: /^https?$/ }).max(1_000)),
);

export const Wheelchair = z.enum(["unknown", "yes", "partly", "no"]);

/** Where services are given: a building, or the seat of those who come to people. */
export const PlaceFields = z
  .object({
    organisationId: OrganisationId,
    name: line(150),
    siret: optional(
      z
        .string()
        .transform((text) => text.replace(/\s/g, ""))
        .pipe(z.string().regex(/^\d{14}$/)),
    ),
    communeCode: optional(z.string().regex(/^\w{5}$/)),
    /** As the post writes it, where the commune is not one of the territory. */
    town: optional(line(120)),
    postcode: optional(z.string().regex(/^\d{5}$/)),
    address: optional(line(300)),
    complement: optional(line(300)),
    /** Degrees, WGS84. */
    latitude: optional(writtenNumber.pipe(z.number().min(-90).max(90))),
    longitude: optional(writtenNumber.pipe(z.number().min(-180).max(180))),
    wheelchair: Wheelchair,
    /** Its page on Acceslibre. */
    accessLink: optional(webAddress),
    description: optional(prose(10_000)),
    phone: optional(line(40)),
    email: optional(email),
    website: optional(webAddress),
    hours: optional(hours),
    networks: setOf(z.string().regex(/^[a-z0-9-]{1,60}$/)),
  })
  .refine(({ latitude, longitude }) => (latitude === null) === (longitude === null), {
    path: ["longitude"],
    params: {
      said: {
        fr: "Donnez la latitude et la longitude, ou aucune des deux.",
        en: "Give both the latitude and the longitude, or neither.",
      },
    },
  });
export type PlaceFields = z.infer<typeof PlaceFields>;

/** Where a card came from, when it was exchanged: the same identifier finds it again, so that nothing is doubled. */
export interface Origin {
  /** Slug of the producer. */
  readonly source: string;
  /** As the producer writes it, `<source>--<id>` in data·inclusion. */
  readonly externalId: string;
  readonly link: string | null;
  /** When the producer changed it last. */
  readonly updatedOn: Day | null;
}

export type Place = PlaceFields & {
  readonly id: PlaceId;
  readonly origin: Origin | null;
  readonly provenance: Provenance;
  readonly updatedAt: Date;
};
