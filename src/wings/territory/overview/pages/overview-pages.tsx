import { Hono } from "hono";
import type { TerritoryEnv } from "../../../../platform/http/visit.ts";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { territoryRights } from "../../territories/rights.ts";
import { listCommunes, listThemes, territoryById } from "../../territories/store.ts";
import { listOrganisations } from "../../organisations/store.ts";
import { listPeople } from "../../people/store.ts";
import { closed } from "../../territories/pages/frame.tsx";
import { OverviewPage } from "./overview-page.tsx";

/** The first page of a territory: what it is made of, and the way to its address book and settings. */
export function overviewPages(): Hono<TerritoryEnv> {
  const app = new Hono<TerritoryEnv>();
  app.get("/territoire", async (c) => {
    const shut = closed(c, territoryRights.read);
    if (shut !== undefined) return shut;
    const { visit } = c.var;
    const page = await visit.read(async (tx) => {
      const territory = await territoryById(tx, visit.territory.id);
      const counts = { organisations: (await listOrganisations(tx)).length, people: (await listPeople(tx)).length };
      return (
        territory && (
          <OverviewPage
            visit={visit}
            territory={territory}
            communes={await listCommunes(tx)}
            themes={await listThemes(tx)}
            counts={counts}
          />
        )
      );
    });
    return page === undefined ? c.html(<MissingPage visit={visit} />, 404) : c.html(page);
  });
  return app;
}
