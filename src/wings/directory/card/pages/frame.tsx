import type { Child } from "hono/jsx";
import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { may } from "../../../../platform/rights.ts";
import type { Crumb } from "../../../../ui/breadcrumb.tsx";
import { TabsNav } from "../../../../ui/nav.tsx";
import { Screen } from "../../../../ui/screen.tsx";
import { directoryRights } from "../rights.ts";
import { cardWords } from "../words.ts";
import type { OpenCard } from "./card-read.ts";

const tabs = [
  { path: "/annuaire", word: "tab.search", right: directoryRights.work },
  { path: "/annuaire/couverture", word: "tab.coverage", right: directoryRights.work },
  { path: "/annuaire/gestion", word: "tab.work", right: directoryRights.work },
  { path: "/annuaire/services", word: "tab.services", right: directoryRights.work },
  { path: "/annuaire/lieux", word: "tab.places", right: directoryRights.work },
  { path: "/annuaire/donnees", word: "tab.data", right: directoryRights.work },
  { path: "/annuaire/reglages", word: "tab.settings", right: directoryRights.configure },
] as const;

interface Props {
  readonly visit: TerritoryVisit;
  readonly title: string;
  /** Whose tab is current. */
  readonly tab: (typeof tabs)[number]["path"];
  readonly description?: string | undefined;
  readonly crumbs?: readonly Crumb[] | undefined;
  readonly width?: "text" | "normal" | "wide" | undefined;
  readonly children: Child;
}

/** A page of the directory; those who keep it have its parts in tabs, families have the page alone. */
export const DirectoryScreen = ({ visit, tab, children, ...page }: Props) => {
  const say = cardWords(visit.lang);
  const items = tabs
    .filter(({ right }) => may(right, visit.actor, {}))
    .map(({ path, word }) => ({
      href: visit.at(path),
      label: say(word),
      current: path === tab ? ("page" as const) : undefined,
    }));
  return (
    <Screen visit={visit} {...page}>
      {items.length > 0 && <TabsNav label={say("tabs")} items={items} />}
      {children}
    </Screen>
  );
};

/** The way back from what is done to a card. */
export const cardCrumbs = (visit: TerritoryVisit, { service }: Pick<OpenCard, "service">) => [
  { label: cardWords(visit.lang)("card.crumb"), href: visit.at("/annuaire/services") },
  { label: service.offer.name, href: visit.at(`/annuaire/services/${service.id}/modifier`) },
];
