import type { Tx } from "../../../platform/database/database.ts";
import { kept, keptWith } from "../../../platform/kept/kept.ts";
import type { TerritoryId } from "../../../platform/model.ts";
import type { Lists } from "../card/names.ts";
import { directoryAt } from "../card/store.ts";
import { buildIndex, type Named, type SearchIndex } from "./search-index.ts";

/** The same names are the same object: what was read of a card with them is not read again. */
const sameNames = kept<Named>(50);
const indexOf = keptWith<SearchIndex>(1);

/** The index of a territory of its directory as it stands, built anew when something changed. */
export async function searchIndexAt(
  tx: Tx,
  territoryId: TerritoryId,
  { communes, themes }: Pick<Lists, "communes" | "themes">,
): Promise<SearchIndex> {
  const { directory } = await directoryAt(tx, territoryId);
  const key = JSON.stringify([
    communes.map(({ code, name }) => [code, name]),
    themes.map(({ key: theme, name }) => [theme, name]),
  ]);
  const named = sameNames(key, () => ({ communes, themes }));
  return indexOf(directory, key, () => buildIndex(directory, named));
}
