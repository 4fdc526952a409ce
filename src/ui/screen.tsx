import type { Child } from "hono/jsx";
import { isInTerritory, type Visit } from "../platform/http/visit.ts";
import { assets } from "../platform/http/assets.ts";
import { commonWords } from "../platform/common-words.ts";
import type { Crumb } from "./breadcrumb.tsx";
import { Notice } from "./notice.tsx";
import { Page, type Frame } from "./page.tsx";

type ScreenProps = {
  readonly visit: Visit;
  readonly title: string;
  readonly description?: string | undefined;
  readonly crumbs?: readonly Crumb[] | undefined;
  readonly width?: "text" | "normal" | "wide" | undefined;
  readonly hero?: Child;
  readonly banner?: Child;
  readonly children: Child;
};

/** A page of Maillage for this visit: frame, navigation, what the last action said. */
export const Screen = ({ visit, banner, ...page }: ScreenProps) => (
  <Page {...page} frame={{ ...frameOf(visit), banner }}>
    {visit.flash !== null && (
      <Notice kind="success" live>
        {visit.flash}
      </Notice>
    )}
    {page.children}
  </Page>
);

function frameOf(visit: Visit): Frame {
  const say = commonWords(visit.lang);
  const inside = isInTerritory(visit) ? visit : null;
  const signIn = { label: say("signIn"), href: `/connexion?retour=${encodeURIComponent(visit.address)}` };
  return {
    lang: visit.lang,
    theme: visit.theme,
    here: visit.address,
    assets: assets(),
    site: {
      name: inside?.territory.name ?? "Maillage",
      tagline: inside === null ? say("tagline") : say("product"),
      href: inside === null ? "/" : inside.at(inside.actor.role === "public" ? "" : "/accueil"),
      accentHue: inside?.territory.accentHue ?? undefined,
    },
    nav:
      inside === null
        ? []
        : inside.nav.map(({ href, label }) => ({
            href,
            label,
            current: isCurrent(visit.address, href, inside.at("")) ? ("page" as const) : undefined,
          })),
    visitor:
      visit.account === null
        ? undefined
        : {
            name: inside !== null && inside.actor.role !== "public" ? inside.actor.name : visit.account.name,
            role: inside === null ? undefined : say(`role.${inside.actor.role}`),
            links: [{ label: say("myAccount"), href: "/compte" }],
            signOut: { action: "/deconnexion", label: say("signOut") },
          },
    signIn: visit.account === null ? signIn : undefined,
    footerLinks: visit.demo
      ? [
          { label: say("demoDoor"), href: "/demonstration" },
          { label: say("outbox"), href: "/courriels" },
        ]
      : [],
  };
}

/** A part of the instance is current on all its pages; its front door only on itself. */
const isCurrent = (address: string, href: string, door: string): boolean => {
  const path = address.split("?", 1)[0] ?? "";
  return href === door ? path === door || path === "/" : path === href || path.startsWith(`${href}/`);
};
