import { Hono } from "hono";
import type { TerritoryEnv } from "../../platform/http/visit.ts";
import { cardEditPages } from "./card-edit.tsx";
import { cardListPages } from "./card-list.tsx";
import { cardNewPages } from "./card-new.tsx";
import { cardWorkPages } from "./card-work.tsx";
import { coveragePages } from "./coverage-pages.tsx";
import { doublesPages } from "./doubles/doubles-pages.tsx";
import { importColumnsPages } from "./import/import-columns.tsx";
import { directoryImportPages } from "./import/import-pages.tsx";
import { placePages } from "./place-pages.tsx";
import { planLinkPages } from "./plan-link-pages.tsx";
import { bookletPages } from "./public/booklet-pages.tsx";
import { dataDownloads } from "./public/data-downloads.ts";
import { dataPages } from "./public/data-page.tsx";
import { keepingPages } from "./keeping/keeping-pages.ts";
import { proposePages } from "./public/propose-pages.tsx";
import { questionPages } from "./public/question-page.tsx";
import { searchPages } from "./public/search-page.tsx";
import { servicePages } from "./public/service-page.tsx";
import { widgetPages } from "./public/widget.tsx";
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
    keepingPages,
    proposePages,
    questionPages,
    widgetPages,
    bookletPages,
  ])
    app.route("/", pages());
  return app;
}
