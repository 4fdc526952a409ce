import { importWords } from "../words.ts";
import type { FeedRow } from "../model.ts";
import { rawCode, rawText, type RawFields } from "../../../../../platform/import-draft/raw-row.ts";
import { broken, checkedRow, type Reading } from "../reading.ts";

/** A row of the list of conseillers numériques: a structure, and how many work there. */
export function conseillersRow(row: number, fields: RawFields, reading: Reading): FeedRow {
  const say = importWords(reading.lang);
  const siret = rawCode(fields, "Siret", 14);
  const name = rawText(fields, "structure");
  if (siret === null) return broken(row, say("broken.noId", { column: "Siret" }));
  const count = Number(rawText(fields, "Nb de conseillers recrutés") ?? "0");
  if (!(count > 0)) return broken(row, say("broken.noAdviser", { name: name ?? siret }));
  const communeCode = rawCode(fields, "Code commune Insee", 5);
  const themes = reading.kinds.find(({ key }) => key === "conseiller_numerique")?.themes ?? [];
  const known = new Set(reading.themes.map(({ key }) => key));
  return checkedRow(reading, {
    row,
    source: "conseillers-numeriques",
    communeCode,
    placeRef: siret,
    place: {
      externalId: siret,
      link: null,
      updatedOn: null,
      organisation: name,
      raw: { name: name?.slice(0, 150), siret, communeCode, postcode: rawCode(fields, "Code postal", 5) },
    },
    service: {
      externalId: siret,
      link: null,
      updatedOn: null,
      raw: {
        // What goes on a card is in the language of families.
        "offer.name": importWords("fr")("adviser.name"),
        "offer.kind": "conseiller_numerique",
        "offer.themes": themes.filter((key) => known.has(key)),
        "offer.description": importWords("fr")("adviser.count", { count }),
      },
    },
  });
}
