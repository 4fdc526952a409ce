import type { Hono } from "hono";
import { conventionPages } from "./convention/pages/convention-pages.tsx";
import { exampleFiles } from "./demo/example-files.ts";
import { directoryPages } from "./directory/pages/directory-pages.ts";
import { exportPages } from "./plan/pages/export.tsx";
import { fichePages } from "./plan/pages/fiche.tsx";
import { homePages } from "./plan/pages/home.tsx";
import { importPages } from "./plan/pages/import-pages.tsx";
import { planViewPages } from "./plan/pages/views.tsx";
import type { InstanceEnv, TerritoryEnv } from "./platform/http/visit.ts";
import { instancePages } from "./territory/pages/instance-pages.tsx";
import { territoryPages } from "./territory/pages/territory-pages.tsx";

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
