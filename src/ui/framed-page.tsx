import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { assets } from "../platform/http/assets.ts";
import type { TerritoryVisit } from "../platform/http/visit.ts";
import { accentCss } from "./tokens.ts";
import { LangContext } from "./words.ts";

interface Props {
  readonly visit: TerritoryVisit;
  readonly title: string;
  readonly children: Child;
}

/**
 * A small page shown in a frame of someone else's: no header, no account, no script, and each link opens beside, so that the page
 * around is not lost. What is drawn on it never acts.
 */
export const FramedPage = ({ visit, title, children }: Props) => (
  <>
    {raw("<!doctype html>")}
    <LangContext.Provider value={visit.lang}>
      <html lang={visit.lang} data-theme="light">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>{title}</title>
          <base target="_blank" />
          {assets().css.map((href) => (
            <link rel="stylesheet" href={href} />
          ))}
          {visit.territory.accentHue !== null && <style>{raw(accentCss(visit.territory.accentHue))}</style>}
        </head>
        <body class="framed">
          <main aria-label={title}>{children}</main>
        </body>
      </html>
    </LangContext.Provider>
  </>
);
