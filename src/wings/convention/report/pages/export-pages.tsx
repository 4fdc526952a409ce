import { Hono } from "hono";
import { isFormat } from "../../../../platform/document/formats.ts";
import type { TerritoryEnv } from "../../../../platform/http/visit.ts";
import { documentAnswer } from "../../../../ui/document-answer.tsx";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { conventionReport } from "../convention-report.ts";
import { conventionRights } from "../../conventions/rights.ts";
import { partiesLine } from "../../conventions/rules.ts";
import { showConvention } from "../../conventions/pages/show.tsx";

/** The convention as a document, for everyone who may read it. */
export const exportPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>().get("/convention/:id/:file{convention\\.[a-z]+}", async (c) => {
    const { visit } = c.var;
    const format = c.req.param("file").replace("convention.", "");
    if (!isFormat(format)) return c.html(<MissingPage visit={visit} />, 404);
    return showConvention(c, conventionRights.readPublic, (opened) => {
      const themes = new Map<string, string>(opened.themes.map(({ key, name }) => [key, name[visit.lang]]));
      return documentAnswer(
        c,
        conventionReport({
          lang: visit.lang,
          today: opened.today,
          origin: visit.runtime.origin,
          territory: visit.territory.name,
          convention: opened.convention,
          framework: opened.framework ?? null,
          axes: opened.axes,
          parties: opened.parties,
          header: partiesLine(opened.convention.parties, opened.organisations),
          themeName: (key) => themes.get(key) ?? key,
          snapshot: opened.snapshots[0] ?? null,
        }),
        format,
      );
    });
  });
