import type { Tx } from "../../../platform/database/database.ts";
import type { TerritoryId } from "../../../platform/model.ts";
import type { Directory } from "../card/model.ts";
import type { Lists } from "../card/names.ts";
import { directoryAt } from "../card/store.ts";
import { buildIndex, type Named, type SearchIndex } from "./search-index.ts";

interface Remembered {
  readonly directory: Directory;
  readonly key: string;
  readonly named: Named;
  readonly index: SearchIndex;
}

const remembered = new Map<TerritoryId, Remembered>();
const rememberedAtMost = 50;

/** The index of a territory as of the last event of its directory, built anew when something changed. */
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
  const known = remembered.get(territoryId);
  if (known?.directory === directory && known.key === key) return known.index;
  const named = known?.key === key ? known.named : { communes, themes };
  const index = buildIndex(directory, named);
  remembered.delete(territoryId);
  remembered.set(territoryId, { directory, key, named, index });
  const oldest = remembered.keys().next();
  if (remembered.size > rememberedAtMost && !oldest.done) remembered.delete(oldest.value);
  return index;
}
