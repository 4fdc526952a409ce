import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { installationFolder } from "../platform/root.ts";

const folder = () => join(installationFolder(), "src", "demo", "files");

const exampleFile = (name: string, mediaType: string, fr: string, en: string) => ({
  name,
  mediaType,
  said: { fr, en },
  read: (): Promise<Uint8Array> => readFile(join(folder(), name)),
});

/** Three invented plans that look like real ones, to try an import with. */
export const exampleFiles = [
  exampleFile(
    "exemple-tableau-de-bord-cotech.xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "Un tableau de bord de COTECH",
    "A dashboard of a technical committee",
  ),
  exampleFile(
    "exemple-plan-par-axe.ods",
    "application/vnd.oasis.opendocument.spreadsheet",
    "Un plan rangé par axe, avec ses coûts par année",
    "A plan by axis, with its costs by year",
  ),
  exampleFile("exemple-fiches-actions.csv", "text/csv", "Une liste de fiches actions", "A list of actions"),
] as const;
