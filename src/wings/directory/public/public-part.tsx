import type { TerritoryVisit } from "../../../platform/http/visit.ts";
import type { PublicPart } from "../../../platform/wing/wing.ts";
import { directoryAt } from "../card/store.ts";
import { FindService } from "./find-service.tsx";
import { publicWords } from "./words.ts";

/** What everyone sees first of the directory: where to search, once there is something to find. */
export async function directoryPublicPart(visit: TerritoryVisit): Promise<PublicPart> {
  const { directory } = await visit.read((tx) => directoryAt(tx, visit.territory.id));
  const count = [...directory.services.values()].filter(({ state }) => state.kind === "published").length;
  if (count === 0) return { entries: [], sections: [] };
  return {
    entries: [{ rank: 10, href: visit.at("/annuaire"), label: publicWords(visit.lang)("findService"), icon: "search" }],
    sections: [{ rank: 10, body: <FindService visit={visit} count={count} /> }],
  };
}
