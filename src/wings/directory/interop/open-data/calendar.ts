import ical from "ical-generator";
import type { Day } from "../../../../platform/model.ts";
import { dataWords } from "../words.ts";
import type { OpenData } from "./open-data.ts";
import { instantInFrance, roundDays } from "./rounds.ts";

/** How far ahead rounds are told. */
const weeksAhead = 26;

const daysAfter = (day: Day, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Communes where some published service stops, in the order of their names. */
export function roundCommunes({
  cards,
  producer,
}: Pick<OpenData, "cards" | "producer">): readonly { readonly code: string; readonly name: string }[] {
  const codes = new Set(cards.flatMap(({ service }) => service.where.rounds.map(({ communeCode }) => communeCode)));
  return [...codes]
    .map((code) => ({ code, name: producer.commune(code) ?? code }))
    .toSorted((a, b) => a.name.localeCompare(b.name, "fr"));
}

/**
 * The stops of itinerant services as a calendar (iCal), in all communes or in one. Each stop is an event of its own: no rule of repetition
 * says "the even weeks" rightly through a year of 53, nor leaves out what is closed.
 */
export function writeCalendar(data: OpenData, today: Day, commune: string | null): string {
  const say = dataWords("fr");
  const { publisher, producer, address } = data;
  const calendar = ical({
    name: say("calendar.name", { territory: publisher.name }),
    prodId: { company: "Maillage", product: "annuaire", language: "FR" },
    url: `${address}/donnees`,
    ttl: 24 * 3_600,
  });
  const within = { from: today, to: daysAfter(today, weeksAhead * 7) };
  for (const { service, place } of data.cards)
    for (const round of service.where.rounds) {
      if (commune !== null && round.communeCode !== commune) continue;
      const { communeCode, spot, from, to } = round;
      const town = producer.commune(communeCode) ?? communeCode;
      const isExample = service.provenance.kind === "example";
      const phone = service.wayIn.phone ?? place.phone;
      for (const day of roundDays(round, service.opening.closures, within))
        calendar.createEvent({
          id: `${service.id}-${communeCode}-${day}-${from.replace(":", "")}@${publisher.siren}.maillage`,
          start: instantInFrance(day, from),
          end: instantInFrance(day, to),
          stamp: service.updatedAt,
          summary: service.offer.name,
          location: spot === null ? town : `${spot}, ${town}`,
          description: [...(isExample ? [say("calendar.example")] : []), service.offer.description, phone]
            .filter((text) => text !== null)
            .join("\n"),
          url: producer.pageOf(service.id),
        });
    }
  return calendar.toString();
}
