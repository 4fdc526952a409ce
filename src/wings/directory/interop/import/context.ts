import type { Tx } from "../../../../platform/database/database.ts";
import type { Day, TerritoryId } from "../../../../platform/model.ts";
import { lastSeq } from "../../../../platform/history/store.ts";
import type { Lang } from "../../../../platform/words.ts";
import type { Organisation } from "../../../territory/organisations/model.ts";
import { listCommunes, listThemes } from "../../../territory/territories/store.ts";
import { listOrganisations } from "../../../territory/organisations/store.ts";
import type { Directory } from "../../card/model.ts";
import { directoryAt } from "../../card/store.ts";
import type { Reading } from "./reading.ts";

/** What a file is compared with: the directory, and the lists of the territory. */
export interface ImportContext {
  readonly directory: Directory;
  readonly organisations: readonly Organisation[];
  readonly lists: Pick<Reading, "lang" | "kinds" | "themes" | "communes" | "today">;
  /** Number of the last event of what an import is compared with. */
  readonly seq: number;
}

/** What an import is compared with, as events name it. */
export const comparedKinds = ["service", "place", "service_kind", "organisation"] as const;

export async function readImportContext(tx: Tx, territoryId: TerritoryId, lang: Lang, today: Day): Promise<ImportContext> {
  const seq = await lastSeq(tx, { kinds: comparedKinds });
  const { directory } = await directoryAt(tx, territoryId);
  const themes = await listThemes(tx);
  const communes = await listCommunes(tx);
  return {
    directory,
    organisations: await listOrganisations(tx),
    lists: {
      lang,
      today,
      kinds: directory.kinds,
      themes: themes.map(({ key, name }) => ({ key, name: name.fr })),
      communes: communes.map(({ code, name }) => ({ code, name })),
    },
    seq,
  };
}
