import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { languages, type Lang } from "../platform/words.ts";
import { classes, withParam } from "./attributes.ts";
import { Breadcrumb, type Crumb } from "./breadcrumb.tsx";
import { Icon } from "./icon.tsx";
import { Menu, NavList, type NavItem } from "./nav.tsx";
import { accentCss } from "./tokens.ts";
import { LangContext, useSay } from "./words.ts";

export type Theme = "auto" | "light" | "dark";

export type Site = {
  /** The territory's name, whole. */
  readonly name: string;
  /** Under the name: « Convention territoriale globale 2023-2027 ». */
  readonly tagline?: string | undefined;
  readonly href: string;
  /** The hue of the territory's own colour, 0 to 359; pine by default. */
  readonly accentHue?: number | undefined;
  readonly logo?: { readonly src: string; readonly alt: string } | undefined;
};

export type Visitor = {
  readonly name: string;
  /** « Coordinatrice, CCPVM » */
  readonly role?: string | undefined;
  readonly links: readonly NavItem[];
  readonly signOut: { readonly action: string; readonly label: string };
};

/** What every page of a site shares: built once a request. */
export type Frame = {
  readonly lang: Lang;
  readonly site: Site;
  readonly nav: readonly NavItem[];
  /** The address of this page with its query: the links that change language or theme come back here. */
  readonly here: string;
  readonly theme?: Theme | undefined;
  readonly visitor?: Visitor | undefined;
  /** Where a visitor without an account goes in. */
  readonly signIn?: NavItem | undefined;
  readonly search?:
    { readonly action: string; readonly name?: string; readonly label: string; readonly value?: string | undefined } | undefined;
  /** Over the whole page, under the header: the demonstration's banner. */
  readonly banner?: Child;
  readonly footerLinks?: readonly NavItem[] | undefined;
  readonly footerText?: Child;
  readonly assets: { readonly css: readonly string[]; readonly scripts: readonly string[]; readonly icon?: string | undefined };
};

type PageProps = {
  readonly frame: Frame;
  /** Of this page alone; the site's name follows it. */
  readonly title: string;
  readonly description?: string | undefined;
  readonly crumbs?: readonly Crumb[] | undefined;
  /** text: a column to read · normal · wide: tables, boards, matrices */
  readonly width?: "text" | "normal" | "wide" | undefined;
  /** Drawn edge to edge before the content: a public page's hero. It then carries the h1. */
  readonly hero?: Child;
  /** Kept out of search engines. Signed-in pages always are. */
  readonly noIndex?: boolean | undefined;
  readonly children: Child;
};

const languageNames: Record<Lang, string> = { fr: "Français", en: "English" };
const themes: readonly Theme[] = ["auto", "light", "dark"];

const Preferences = ({ frame }: { readonly frame: Frame }) => {
  const say = useSay();
  return (
    <div class="preferences">
      <nav aria-label={say("language")}>
        <ul class="switch">
          {languages.map((lang) => (
            <li>
              <a
                href={withParam(frame.here, "lang", lang)}
                lang={lang}
                hreflang={lang}
                aria-current={lang === frame.lang ? "true" : undefined}
              >
                {languageNames[lang]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <nav aria-label={say("theme")}>
        <ul class="switch">
          {themes.map((theme) => (
            <li>
              <a
                href={withParam(frame.here, "theme", theme)}
                aria-current={theme === (frame.theme ?? "auto") ? "true" : undefined}
              >
                {say(`theme.${theme}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
};

const Account = ({ visitor }: { readonly visitor: Visitor }) => {
  const say = useSay();
  return (
    <Menu label={visitor.name} name={say("account", { name: visitor.name })} icon="user">
      {visitor.role && <p class="menu-note">{visitor.role}</p>}
      <NavList items={visitor.links} />
      <form method="post" action={visitor.signOut.action}>
        <button class="menu-button" type="submit">
          <Icon name="log-out" />
          <span>{visitor.signOut.label}</span>
        </button>
      </form>
    </Menu>
  );
};

const Mark = () => (
  <svg class="site-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
    <path d="M3 24 11 9l5 8 4-6 9 13z" class="mark-back" />
    <path d="M3 24c5-5 9-5 13 0 4-5 8-5 13 0v3H3z" class="mark-front" />
  </svg>
);

const SearchForm = ({ search }: { readonly search: NonNullable<Frame["search"]> }) => {
  const say = useSay();
  return (
    <form class="site-search" role="search" method="get" action={search.action}>
      <label class="sr-only" for="site-search">
        {search.label}
      </label>
      <input
        class="input"
        id="site-search"
        type="search"
        name={search.name ?? "q"}
        value={search.value ?? ""}
        placeholder={search.label}
        aria-keyshortcuts="/"
        autocomplete="off"
        data-search
      />
      <button class="button button-quiet" type="submit">
        <Icon name="search" />
        <span class="sr-only">{say("search")}</span>
      </button>
    </form>
  );
};

const Header = ({ frame }: { readonly frame: Frame }) => {
  const say = useSay();
  const { site, nav, visitor, signIn, search } = frame;
  return (
    <header class="site-header">
      <div class="site-bar">
        <a class="site-name" href={site.href}>
          {site.logo ? <img class="site-logo" src={site.logo.src} alt={site.logo.alt} height="36" /> : <Mark />}
          <span>
            <strong>{site.name}</strong>
            {site.tagline && <span class="site-tagline">{site.tagline}</span>}
          </span>
        </a>
        <div class="site-tools">
          {search && <SearchForm search={search} />}
          {visitor && <Account visitor={visitor} />}
          {!visitor && signIn && (
            <a class="button button-plain" href={signIn.href}>
              <Icon name={signIn.icon ?? "log-in"} />
              <span>{signIn.label}</span>
            </a>
          )}
        </div>
      </div>
      {nav.length > 0 && (
        <>
          <nav class="site-nav" aria-label={say("mainNav")}>
            <NavList items={nav} />
          </nav>
          {/* The same links, folded, on a phone: only one of the two is ever drawn. */}
          <details class="site-nav-folded" data-menu>
            <summary>
              <Icon name="menu" />
              <span>{say("menu")}</span>
            </summary>
            <nav aria-label={say("mainNav")}>
              <NavList items={nav} />
            </nav>
          </details>
        </>
      )}
    </header>
  );
};

const Footer = ({ frame }: { readonly frame: Frame }) => (
  <footer class="site-footer">
    <div class="site-footer-inner">
      <div>
        <p class="footer-name">{frame.site.name}</p>
        {frame.footerText && <div class="footer-text">{frame.footerText}</div>}
        {frame.footerLinks && frame.footerLinks.length > 0 && <NavList items={frame.footerLinks} />}
      </div>
      <Preferences frame={frame} />
    </div>
  </footer>
);

const Document = ({ frame, title, description, crumbs, width = "normal", hero, noIndex, children }: PageProps) => {
  const say = useSay();
  return (
    <html lang={frame.lang} data-theme={frame.theme && frame.theme !== "auto" ? frame.theme : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === frame.site.name ? title : `${title} · ${frame.site.name}`}</title>
        {description && <meta name="description" content={description} />}
        {(noIndex || frame.visitor) && <meta name="robots" content="noindex" />}
        {frame.assets.icon && <link rel="icon" href={frame.assets.icon} type="image/svg+xml" />}
        {frame.assets.css.map((href) => (
          <link rel="stylesheet" href={href} />
        ))}
        {frame.site.accentHue !== undefined && <style>{raw(accentCss(frame.site.accentHue))}</style>}
        {frame.assets.scripts.map((src) => (
          <script type="module" src={src} />
        ))}
      </head>
      <body>
        <a class="skip" href="#main">
          {say("skip")}
        </a>
        <Header frame={frame} />
        {frame.banner && (
          <aside class="site-banner" aria-label={say("banner")}>
            {frame.banner}
          </aside>
        )}
        <main id="main" class={classes("main", `main-${width}`, Boolean(hero) && "main-hero")} tabindex={-1}>
          {hero}
          <div class="main-inner">
            {crumbs && <Breadcrumb crumbs={crumbs} />}
            {children}
          </div>
        </main>
        <Footer frame={frame} />
      </body>
    </html>
  );
};

/** A whole HTML document. Give it to `c.html(<Page …/>)`: the doctype is part of it. */
export const Page = (props: PageProps) => (
  <>
    {raw("<!doctype html>")}
    <LangContext.Provider value={props.frame.lang}>
      <Document {...props} />
    </LangContext.Provider>
  </>
);
