import { Hono } from "hono";
import type { TerritoryEnv } from "../../platform/http/visit.ts";
import { cardEditPages } from "./card-edit.tsx";
import { cardListPages } from "./card-list.tsx";
import { cardNewPages } from "./card-new.tsx";
import { cardWorkPages } from "./card-work.tsx";
import { placePages } from "./place-pages.tsx";
import { settingsPages } from "./settings-pages.tsx";

/** The pages of those who keep the directory: its cards, its places, its lists. */
export function directoryPages(): Hono<TerritoryEnv> {
  const app = new Hono<TerritoryEnv>();
  // "nouveau" is tried before any identifier.
  for (const pages of [cardListPages, cardNewPages, cardWorkPages, cardEditPages, placePages, settingsPages])
    app.route("/", pages());
  return app;
}
