import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { decide, may, type Right } from "../../../../platform/rights.ts";
import type { Crumb } from "../../../../ui/breadcrumb.tsx";
import { TabsNav } from "../../../../ui/nav.tsx";
import { RefusedPage } from "../../../../ui/refused-page.tsx";
import { Screen } from "../../../../ui/screen.tsx";
import { territoryRights } from "../rights.ts";
import { words } from "../words.ts";

/** The page of the closed door, or `undefined` when it is open to this visit. */
export const closed = (c: Context<TerritoryEnv>, right: Right<object>): Response | Promise<Response> | undefined => {
  const { visit } = c.var;
  const decision = decide(right, visit.actor, {});
  return decision.kind === "refused" ? c.html(<RefusedPage visit={visit} door={decision.door} />, 403) : undefined;
};

const parts = [
  { path: "/territoire", word: "nav.territory", right: territoryRights.read },
  { path: "/territoire/organisations", word: "nav.organisations", right: territoryRights.read },
  { path: "/territoire/personnes", word: "nav.people", right: territoryRights.read },
  { path: "/territoire/invitations", word: "nav.invitations", right: territoryRights.grantAccess },
  { path: "/territoire/reglages", word: "nav.settings", right: territoryRights.configure },
] as const;

interface PartProps {
  readonly visit: TerritoryVisit;
  /** Whose tab is current. */
  readonly part: (typeof parts)[number]["path"];
  /** Without it, the name of the tab. */
  readonly title?: string | undefined;
  readonly crumbs?: readonly Crumb[] | undefined;
  readonly width?: "text" | "normal" | "wide" | undefined;
  readonly children: Child;
}

/** A page of the territory, under the tabs that this visit may open. */
export const TerritoryScreen = ({ visit, title, part, crumbs, width, children }: PartProps) => {
  const say = words(visit.lang);
  const items = parts
    .filter(({ right }) => may(right, visit.actor, {}))
    .map(({ path, word }) => ({
      href: visit.at(path),
      label: say(word),
      current: path === part ? ("page" as const) : undefined,
    }));
  return (
    <Screen visit={visit} title={title ?? items.find(({ current }) => current)?.label ?? ""} crumbs={crumbs} width={width}>
      <TabsNav label={say("nav.label")} items={items} />
      <div class="stack">{children}</div>
    </Screen>
  );
};
