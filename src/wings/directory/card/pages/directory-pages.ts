import { Hono } from "hono";
import type { TerritoryEnv } from "../../../../platform/http/visit.ts";
import { cardEditPages } from "./card-edit.tsx";
import { cardListPages } from "./card-list.tsx";
import { cardNewPages } from "./card-new.tsx";
import { cardWorkPages } from "./card-work.tsx";
import { coveragePages } from "../../coverage/pages/coverage-pages.tsx";
import { doublesPages } from "../../duplicates/pages/duplicates-pages.tsx";
import { importColumnsPages } from "../../interop/pages/import-columns.tsx";
import { directoryImportPages } from "../../interop/pages/import-pages.tsx";
import { placePages } from "../../places/pages/place-pages.tsx";
import { planLinkPages } from "../../plan-links/pages/plan-link-pages.tsx";
import { bookletPages } from "../../booklets/pages/booklet-pages.tsx";
import { dataDownloads } from "../../interop/pages/data-downloads.ts";
import { dataPages } from "../../interop/pages/data-page.tsx";
import { upkeepPages } from "../../upkeep/pages/upkeep-pages.ts";
import { proposePages } from "../../upkeep/pages/propose-pages.tsx";
import { questionPages } from "../../upkeep/pages/question-page.tsx";
import { searchPages } from "../../search/pages/search-page.tsx";
import { servicePages } from "./service-page.tsx";
import { widgetPages } from "../../widget/pages/widget.tsx";
import { settingsPages } from "./settings-pages.tsx";

/** The pages of the directory: the search and the services that families read, then the cards, places and lists of those who keep it. */
export function directoryPages(): Hono<TerritoryEnv> {
  const app = new Hono<TerritoryEnv>();
  // "nouveau" and "nouvelle" are tried before any identifier.
  for (const pages of [
    searchPages,
    dataPages,
    dataDownloads,
    cardListPages,
    cardNewPages,
    servicePages,
    cardWorkPages,
    cardEditPages,
    placePages,
    settingsPages,
    directoryImportPages,
    importColumnsPages,
    doublesPages,
    coveragePages,
    planLinkPages,
    upkeepPages,
    proposePages,
    questionPages,
    widgetPages,
    bookletPages,
  ])
    app.route("/", pages());
  return app;
}
