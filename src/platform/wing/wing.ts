import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Hono } from "hono";
import type { Child } from "hono/jsx";
import type { ArchiveEntry } from "../archive/archive.ts";
import type { Command } from "../command.ts";
import type { InstanceEnv, TerritoryEnv, TerritoryVisit } from "../http/visit.ts";
import type { Job } from "../jobs/jobs.ts";
import type { ListedUseCase, Runtime } from "../use-case.ts";
import type { Contributions } from "./contributions.ts";

interface Said {
  readonly fr: string;
  readonly en: string;
}

/** An entry of the main navigation: `path` is an address of the territory, `rank` its place among those of all wings. */
export interface NavigationEntry {
  readonly path: string;
  readonly label: Said;
  readonly seenBy: "everyone" | "signed-in" | "visitors";
  readonly rank: number;
}

/** What a wing says to a person on their home page. */
export interface HomePart {
  /** How many things wait for this person. */
  readonly waiting: number;
  /** Where things stand, in a sentence. */
  readonly intro: string | null;
  readonly banner: Child;
  /** The button that leads to all of it. */
  readonly entry: { readonly href: string; readonly label: string } | null;
  readonly todo: Child;
  readonly news: readonly { readonly at: Date; readonly who: string; readonly what: Child }[];
  readonly coming: readonly { readonly day: string; readonly title: Child; readonly text?: Child }[];
  readonly allComing: { readonly href: string; readonly label: string } | null;
}

/** What a wing shows everyone on the first page of a territory. */
export interface PublicPart {
  /** The head of the page, from the wing that has one; the last one that is given counts. */
  readonly head?: { readonly above: string; readonly title: string; readonly intro: string; readonly description?: string };
  readonly entries: readonly { readonly rank: number; readonly href: string; readonly label: string; readonly icon?: "search" }[];
  readonly sections: readonly { readonly rank: number; readonly body: Child }[];
}

/** A wing of the instance: all that it gives. `src/app/wings.ts` lists them; nothing else of a wing is known to the assembly. */
export interface Wing extends Contributions {
  readonly useCases: readonly ListedUseCase[];
  /** Its pages inside a territory, in the order in which addresses are tried. */
  readonly pages?: readonly (() => Hono<TerritoryEnv>)[];
  readonly instancePages?: () => Hono<InstanceEnv>;
  readonly navigation?: readonly NavigationEntry[];
  /** `null` where it has nothing to say to this person. `since`: when they last came. */
  readonly home?: (visit: TerritoryVisit, since: Date) => Promise<HomePart | null>;
  readonly publicPart?: (visit: TerritoryVisit) => Promise<PublicPart>;
  /** Public facts for programs, under `/api/v1`. */
  readonly api?: (runtime: Runtime) => OpenAPIHono;
  /** Everything that the territory has entered in this wing, in open formats. */
  readonly archive?: (visit: TerritoryVisit) => AsyncIterable<ArchiveEntry>;
  readonly jobs?: (runtime: Runtime) => readonly Job[];
  readonly commands?: readonly Command[];
}
