import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import type { Found, Position } from "../model.ts";
import type { SearchIndex } from "../search-index.ts";
import type { DirectoryContext } from "../../card/pages/card-read.ts";
import type { SearchQuery } from "./search-query.ts";

/** All that a page of results shows. */
export interface Searched {
  readonly visit: TerritoryVisit;
  readonly context: DirectoryContext;
  readonly index: SearchIndex;
  readonly query: SearchQuery;
  readonly found: Found;
  readonly from: Position | null;
  /** A place was typed that is not known. */
  readonly isLost: boolean;
}
