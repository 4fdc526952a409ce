import { Hono } from "hono";
import type { TerritoryEnv } from "../../../../platform/http/visit.ts";
import { doingPages } from "./fiche-doings.tsx";
import { editPages } from "./fiche-edit.tsx";
import { handPages } from "./fiche-hand.tsx";
import { historyPages } from "./fiche-history.tsx";
import { linkPages } from "./fiche-links.tsx";
import { newPages } from "./fiche-new.tsx";
import { reportPages } from "./fiche-report.tsx";
import { viewPages } from "./fiche-view.tsx";

/** The pages of one action and of what surrounds it: its fiche, its forms, its history, the axes, what was deleted. */
export function fichePages(): Hono<TerritoryEnv> {
  const app = new Hono<TerritoryEnv>();
  // "nouvelle" is tried before any identifier.
  for (const pages of [newPages, viewPages, editPages, reportPages, historyPages, handPages, doingPages, linkPages]) {
    app.route("/", pages());
  }
  return app;
}
