import { conseillersRow } from "./formats/conseillers-numeriques.ts";
import { dataInclusionRow } from "./formats/data-inclusion.ts";
import { franceServicesRow } from "./formats/france-services.ts";
import { tableRow } from "./formats/table.ts";
import { importWords } from "./words.ts";
import type { FeedFormat, FeedRow } from "./model.ts";
import type { RawFields, RawRow } from "../../../../platform/import-draft/raw-row.ts";
import { broken, type Reading } from "./reading.ts";

type ReadFields = (row: number, fields: RawFields, reading: Reading) => FeedRow;

const readers: Readonly<Record<FeedFormat, ReadFields>> = {
  "france-services": franceServicesRow,
  "conseillers-numeriques": conseillersRow,
  "data-inclusion": dataInclusionRow,
  table: tableRow,
};

/** Understands a row of a published list, or of a table whose columns were said. One that can't be read is said. */
export const readListRow = (format: FeedFormat, row: RawRow, reading: Reading): FeedRow =>
  row.kind === "row"
    ? readers[format](row.row, row.fields, reading)
    : broken(row.row, importWords(reading.lang)("broken.unreadable"));
