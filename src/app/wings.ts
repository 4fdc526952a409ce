import type { Hono } from "hono";
import { conventionPages } from "../wings/convention/conventions/pages/convention-pages.tsx";
import { exampleFiles } from "../demo/example-files.ts";
import { directoryPages } from "../wings/directory/card/pages/directory-pages.ts";
import { exportPages } from "../wings/plan/reports/pages/export.tsx";
import { fichePages } from "../wings/plan/action/pages/fiche.tsx";
import { homePages } from "../wings/plan/home/pages/home.tsx";
import { importPages } from "../wings/plan/import/pages/import-pages.tsx";
import { planViewPages } from "../wings/plan/views/pages/views.tsx";
import type { InstanceEnv, TerritoryEnv } from "../platform/http/visit.ts";
import { instancePages } from "../wings/territory/territories/pages/instance-pages.tsx";
import { territoryPages } from "../wings/territory/territories/pages/territory-pages.tsx";

/** The pages of each wing, in the order in which addresses are tried. */
export const wings: {
  readonly instancePages: readonly (() => Hono<InstanceEnv>)[];
  readonly territoryPages: readonly (() => Hono<TerritoryEnv>)[];
} = {
  instancePages: [instancePages],
  territoryPages: [
    homePages,
    exportPages,
    () => importPages(exampleFiles),
    planViewPages,
    fichePages,
    directoryPages,
    conventionPages,
    territoryPages,
  ],
};
