import { openFile, type OpenedFile } from "../../../../platform/import-draft/open-file.ts";
import type { RawFields } from "../../../../platform/import-draft/raw-row.ts";
import type { SourceFile } from "../../../../platform/import-draft/source-file.ts";
import type { FeedFormat } from "./model.ts";

export type ListFormat = Exclude<FeedFormat, "table">;

export type OpenFeed =
  | OpenedFile<ListFormat>
  /** Figures by neighbourhood: there is no service in it. */
  | { readonly kind: "statistics" };

const has = (fields: RawFields, ...names: readonly string[]): boolean => names.every((name) => Object.hasOwn(fields, name));

/** Which published list has these columns. */
function formatOf(fields: RawFields): ListFormat | "statistics" | null {
  if (has(fields, "id_fs", "lib_fs", "insee_com")) return "france-services";
  if (has(fields, "structure", "Siret", "Nb de conseillers recrutés")) return "conseillers-numeriques";
  if (has(fields, "source", "id", "nom", "date_maj")) return "data-inclusion";
  return has(fields, "iris_code", "percou") ? "statistics" : null;
}

/** Says which list a file is, or that its columns must be said. */
export async function openFeed(file: SourceFile): Promise<OpenFeed> {
  const opened = await openFile(file, formatOf);
  if (opened.kind !== "list") return opened;
  const { format, rows } = opened;
  if (format !== "statistics") return { kind: "list", format, rows };
  await rows.return(undefined);
  return { kind: "statistics" };
}
