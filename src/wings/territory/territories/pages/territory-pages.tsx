import { Hono } from "hono";
import type { TerritoryEnv } from "../../../../platform/http/visit.ts";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { territoryRights } from "../rights.ts";
import { listCommunes, listThemes, territoryById } from "../store.ts";
import { listOrganisations } from "../../organisations/store.ts";
import { listPeople } from "../../people/store.ts";
import { closed } from "./frame.tsx";
import { invitationPages } from "../../people/pages/invitation-pages.tsx";
import { organisationPages } from "../../organisations/pages/organisation-pages.tsx";
import { OverviewPage } from "./overview-page.tsx";
import { peoplePages } from "../../people/pages/people-pages.tsx";
import { settingsPages } from "./settings-pages.tsx";

/** The pages of a territory: what it is made of, its address book, who may enter, how it looks. */
export function territoryPages(): Hono<TerritoryEnv> {
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
  for (const pages of [organisationPages, peoplePages, invitationPages, settingsPages]) app.route("/", pages());
  return app;
}
