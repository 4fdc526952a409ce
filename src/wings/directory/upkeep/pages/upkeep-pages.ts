import { Hono } from "hono";
import type { TerritoryEnv } from "../../../../platform/http/visit.ts";
import { campaignNewPages } from "./campaign-new.tsx";
import { campaignPages } from "./campaign-pages.tsx";
import { examplesPages } from "./examples-pages.tsx";
import { historyPages } from "./history-page.tsx";
import { keeperPages } from "./keeper-pages.tsx";
import { proposalPages } from "./proposal-pages.tsx";
import { workPages } from "./work-page.tsx";

/** The pages that keep the directory true: what is to do, campaigns, proposals, the history of a card, and the keepers' own. */
export function upkeepPages(): Hono<TerritoryEnv> {
  const app = new Hono<TerritoryEnv>();
  for (const pages of [workPages, examplesPages, campaignNewPages, campaignPages, proposalPages, historyPages, keeperPages])
    app.route("/", pages());
  return app;
}
