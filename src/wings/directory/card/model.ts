import { z } from "zod";
import { parseAge } from "../../../platform/french/age.ts";
import {
  type Day,
  email,
  line,
  optional,
  OrganisationId,
  prose,
  rowsOf,
  setOf,
  writtenDay,
  writtenNumber,
} from "../../../platform/model.ts";
import { marks } from "../../../platform/record/fields.ts";
import { partNamesOf } from "../../../platform/record/parts.ts";
import { CommuneCode, type Provenance, ThemeKey } from "../../territory/territories/model.ts";
import { Orientation, Publics, ServiceType, Thematique } from "./data-inclusion-model.ts";
import { type Ages, type ServiceKind, ServiceKindKey } from "../kinds/model.ts";
import { Opening } from "../hours/model.ts";
import { type Origin, type Place, type PlaceId, webAddress } from "../places/model.ts";
import type { Synonym } from "../synonyms/model.ts";

export const ServiceId = z.uuid().brand<"ServiceId">();
export type ServiceId = z.infer<typeof ServiceId>;
/** An age in months, as people write it: "18 mois", "3 ans". */
const months = marks(
  { kind: "months" },
  z.preprocess(
    (value) => {
      if (typeof value !== "string") return value;
      const read = parseAge(value);
      return read.kind === "age" ? read.months : value;
    },
    z
      .unknown()
      .refine((value): value is number => typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 1_440, {
        params: {
          said: {
            fr: "Cet âge n’est pas compris. Écrivez-le comme ceci : 18 mois, 3 ans.",
            en: "This age is not understood. Write it like this: 18 mois, 3 ans.",
          },
        },
      }),
  ),
);
const agesInOrder = {
  path: ["maxMonths"],
  params: {
    said: {
      fr: "L’âge maximum est plus petit que l’âge minimum : inversez-les.",
      en: "The maximum age is less than the minimum: swap them.",
    },
  },
};
const inOrder = ({ minMonths, maxMonths }: Ages): boolean => minMonths === null || maxMonths === null || minMonths <= maxMonths;

export const Offer = z.object({
  name: line(150),
  kind: ServiceKindKey,
  themes: setOf(ThemeKey),
  description: optional(prose(10_000)),
  website: optional(webAddress),
  /** ISO 639, beside French. */
  languages: setOf(z.string().regex(/^[a-z]{2,3}$/)),
});

export const DisabilityWelcome = z.enum(["unknown", "welcomed", "with_preparation", "not_possible"]);
export const ForWhom = z
  .object({
    minMonths: optional(months),
    maxMonths: optional(months),
    publics: setOf(Publics),
    publicsDetails: optional(prose(2_000)),
    conditions: optional(prose(2_000)),
    disability: DisabilityWelcome,
  })
  .refine(inOrder, agesInOrder);

export const ServiceMode = z.enum(["on_site", "remote", "itinerant"]);
export const Weekday = z.enum(["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]);
export type Weekday = z.infer<typeof Weekday>;
export const RoundRhythm = z.enum(["weekly", "even_weeks", "odd_weeks", "first_of_month", "third_of_month"]);
/** One stop of those who come to people: which commune, which day. */
/** A time of day, `HH:MM`, as people write it: "9h", "14 h 30", "9:00". */
const timeOfDay = z
  .string()
  .overwrite((text) =>
    text
      .trim()
      .replace(
        /^(\d{1,2})\s*[h:]\s*(\d{2})?$/i,
        (_, hour: string, minute = "00") => `${hour.padStart(2, "0")}:${String(minute)}`,
      ),
  )
  .refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), {
    params: {
      said: {
        fr: "Cette heure n’est pas comprise. Écrivez-la comme ceci : 9h, 14h30.",
        en: "This time is not understood. Write it like this: 9:00, 14:30.",
      },
    },
  });
export const Round = z.object({
  communeCode: CommuneCode,
  spot: optional(line(200)),
  weekday: Weekday,
  rhythm: RoundRhythm,
  from: timeOfDay,
  to: timeOfDay,
});
export type Round = z.infer<typeof Round>;
/** Whom it serves: nobody said, no limit, or those of these places (commune, département, EPCI, country). */
export const Area = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("unknown") }),
  z.object({ kind: z.literal("everywhere") }),
  z.object({ kind: z.literal("codes"), codes: setOf(z.string().regex(/^\w{2,9}$/)).pipe(z.array(z.string()).min(1)) }),
]);
export const Where = z.object({ modes: setOf(ServiceMode), rounds: rowsOf(Round), area: Area });

export const Way = z.enum(["spontaneous", "appointment", "registration", "waiting_list"]);
export const WayIn = z.object({
  ways: setOf(Way),
  /** The day on which the waiting list was looked at, and how many then waited. */
  waitingListOn: optional(writtenDay),
  waiting: optional(writtenNumber.pipe(z.number().int().min(0))),
  details: optional(prose(2_000)),
  contactName: optional(line(120)),
  phone: optional(line(40)),
  email: optional(email),
  link: optional(webAddress),
  /** How data·inclusion says it is reached: by letter, on the spot, by telephone, by its link. */
  means: setOf(z.enum(["envoyer-un-courriel", "se-presenter", "telephoner", "utiliser-lien-mobilisation"])),
  orientation: setOf(Orientation),
});

export const Fee = z.enum(["unknown", "free", "paid", "family_quotient"]);
export const Fees = z.object({ fee: Fee, details: optional(prose(2_000)) });

export const CapacityUnit = z.enum(["places", "families", "people", "appointments"]);
/** How many it can take, and how many places were free on a day. Absent is unknown; zero is full. */
export const CapacityRow = z
  .object({
    unit: CapacityUnit,
    maximum: optional(writtenNumber.pipe(z.number().int().min(0))),
    available: optional(writtenNumber.pipe(z.number().int().min(0))),
    on: optional(writtenDay),
    minMonths: optional(months),
    maxMonths: optional(months),
  })
  .refine(inOrder, agesInOrder);
export const Capacity = z.object({ capacities: rowsOf(CapacityRow) });

export const Carried = z.object({
  /** Who runs it (gestionnaire), where it is not the organisation of the place. */
  operatorId: optional(OrganisationId),
  supporterIds: setOf(OrganisationId),
  funding: optional(prose(2_000)),
  weeklyHours: optional(writtenNumber.pipe(z.number().min(0).max(168))),
  weeks: optional(writtenNumber.pipe(z.number().int().min(1).max(53))),
});

/** What data·inclusion says that has no other word here, kept for the way back. */
export const Exchanged = z.object({
  thematiques: setOf(Thematique),
  type: optional(ServiceType),
  /** Whether the service repeats the address of its structure, leaves it out, or has its own: its place is then another one. */
  address: z.preprocess(
    (value) => value ?? { kind: "of_place" },
    z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("of_place") }),
      z.object({ kind: z.literal("unsaid") }),
      z.object({ kind: z.literal("own"), structureId: line(300) }),
    ]),
  ),
});

/** For those who keep the directory: never on a public page, never in an export. */
export const Internal = z.object({
  /** Whom the card is asked from: an address, not an account. */
  keeperEmail: optional(email),
  keeperName: optional(line(120)),
  phone: optional(line(40)),
  note: optional(prose(2_000)),
});

/** The parts of a card: each is compared and told on its own. */
export const parts = {
  offer: Offer,
  forWhom: ForWhom,
  opening: Opening,
  where: Where,
  wayIn: WayIn,
  fees: Fees,
  capacity: Capacity,
  carried: Carried,
  exchanged: Exchanged,
} as const;
export type Part = keyof typeof parts;
export const Card = z.object(parts);
/** All that the public may read of a service. */
export type Card = z.infer<typeof Card>;
export const partNames = partNamesOf(parts);

export type Internal = z.infer<typeof Internal>;

/** The parts of a card with what is kept for those who keep it. */
export const cardParts = { ...parts, internal: Internal } as const;

/** Where a card stands. What is closed or merged is kept, and comes back. */
export const ServiceState = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("draft") }),
  z.object({ kind: z.literal("published") }),
  z.object({ kind: z.literal("closed"), on: writtenDay, reason: optional(line(300)) }),
  z.object({ kind: z.literal("merged"), into: ServiceId }),
]);
export type ServiceState = z.infer<typeof ServiceState>;

/** A service that families can use, whole. */
export type Service = Card & {
  readonly id: ServiceId;
  readonly placeId: PlaceId;
  readonly internal: Internal;
  readonly state: ServiceState;
  /** The last day on which someone who knows said that the card was right. Not when it was changed. */
  readonly verifiedOn: Day | null;
  readonly updatedAt: Date;
  readonly origin: Origin | null;
  readonly provenance: Provenance;
};

/** The directory of a territory, whole. */
export interface Directory {
  readonly kinds: readonly ServiceKind[];
  readonly synonyms: readonly Synonym[];
  readonly places: ReadonlyMap<PlaceId, Place>;
  readonly services: ReadonlyMap<ServiceId, Service>;
}
