/// <reference types="vite/types/importMeta.d.ts" />
import type { Corner, Who } from "./world.ts";

/** What a person sends, with the identifiers of the corner where things are. */
export type Sample = (corner: Corner, who: Who) => unknown;

/** What each wing says in its `rights.fixture.ts`. */
export interface RightsOfWing {
  /** Who may do what, as `test/who-may.ts` reads it: at least one line for each use case. */
  readonly lines: string;
  /** What is sent for each line, under its name. */
  readonly samples: Readonly<Record<string, Sample>>;
  /** Rows of its tables, in each of the two territories: the tests of the wall between them read every table. */
  readonly plant?: (corner: Corner) => Promise<unknown>;
}

/** Those of every wing, by the path of their file. */
export const fixtures = import.meta.glob<RightsOfWing>("../src/**/rights.fixture.ts", { eager: true, import: "rights" });
