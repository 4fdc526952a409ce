import { readHours } from "../../../hours/calendar.ts";
import { importWords } from "../words.ts";
import type { FeedRow } from "../model.ts";
import { rawCode, rawText, type RawFields } from "../../../../../platform/import-draft/raw-row.ts";
import { broken, checkedRow, type Reading } from "../reading.ts";

const weekdays = [
  ["Mo", "h_lundi"],
  ["Tu", "h_mardi"],
  ["We", "h_mercredi"],
  ["Th", "h_jeudi"],
  ["Fr", "h_vendredi"],
  ["Sa", "h_samedi"],
] as const;

/**
 * The hours of a week in the syntax of OpenStreetMap; days that follow each other and open alike are said once. `null` where no day
 * has any.
 *
 * | written | read |
 * |---|---|
 * | `09:00 - 16:00`, five days | `Mo-Fr 09:00-16:00` |
 * | Monday `08:30 - 12:00 / 13:30 - 17:00` | `Mo 08:30-12:00,13:30-17:00` |
 */
export function weekOf(fields: RawFields): string | null {
  const groups: { from: string; to: string; spans: string }[] = [];
  let before = "";
  for (const [day, column] of weekdays) {
    const spans = (rawText(fields, column) ?? "").replace(/\s*-\s*/g, "-").replace(/\s*\/\s*/g, ",");
    const last = groups.at(-1);
    if (spans !== "" && spans === before && last !== undefined) last.to = day;
    else if (spans !== "") groups.push({ from: day, to: day, spans });
    before = spans;
  }
  return groups.map(({ from, to, spans }) => `${from === to ? from : `${from}-${to}`} ${spans}`).join("; ") || null;
}

/** A row of the list of France services spaces, as the ANCT publishes it. */
export function franceServicesRow(row: number, fields: RawFields, reading: Reading): FeedRow {
  const say = importWords(reading.lang);
  const id = rawText(fields, "id_fs");
  if (id === null) return broken(row, say("broken.noId", { column: "id_fs" }));
  const communeCode = rawCode(fields, "insee_com", 5);
  const hours = weekOf(fields);
  const themes = reading.kinds.find(({ key }) => key === "france_services")?.themes ?? [];
  const known = new Set(reading.themes.map(({ key }) => key));
  const isOurs = reading.communes.some(({ code }) => code === communeCode);
  const name = rawText(fields, "lib_fs");
  return checkedRow(reading, {
    row,
    source: "france-services",
    communeCode,
    placeRef: id,
    doubts: hours !== null && readHours(hours).kind === "unread" ? [say("doubt.hours", { hours })] : [],
    place: {
      externalId: id,
      link: null,
      updatedOn: null,
      organisation: "Réseau France services (ANCT)",
      raw: {
        name,
        address: rawText(fields, "adresse"),
        communeCode,
        town: isOurs ? null : rawText(fields, "lib_com"),
        postcode: rawCode(fields, "code_postal", 5),
        latitude: rawText(fields, "latitude"),
        longitude: rawText(fields, "longitude"),
        networks: ["france-service"],
      },
    },
    service: {
      externalId: id,
      link: null,
      updatedOn: null,
      raw: {
        "offer.name": name,
        "offer.kind": "france_services",
        "offer.themes": themes.filter((key) => known.has(key)),
        "opening.periods": hours === null ? [] : [{ season: "all_year", hours }],
        "where.modes": rawText(fields, "itinerance") === "Oui" ? ["on_site", "itinerant"] : ["on_site"],
      },
    },
  });
}
