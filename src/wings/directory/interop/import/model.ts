import { z } from "zod";
import type { Plain } from "../../../../platform/history/model.ts";
import type { Day } from "../../../../platform/model.ts";

/** The published lists that are read without asking anything. Another table says its columns first. */
export const FeedFormat = z.enum(["france-services", "conseillers-numeriques", "data-inclusion", "table"]);
export type FeedFormat = z.infer<typeof FeedFormat>;

/**
 * What a file says of a thing, by the path of each field: `address` of a place, `fees.fee` of a service. What the file does not speak
 * of has no path; what it leaves blank is `null`.
 */
export type Said = Readonly<Record<string, Plain>>;

interface SaidThing {
  /** As the producer names it, within its source. */
  readonly externalId: string;
  readonly link: string | null;
  readonly updatedOn: Day | null;
  readonly said: Said;
}

export interface SaidPlace extends SaidThing {
  /** Who holds it, as the file writes it; `null`: it goes by the name of the place. */
  readonly organisation: string | null;
}

/** One row of a file, read: a place, a service, or both. */
export interface Entry {
  /** As whoever opens the file counts rows: from 1, headings included. */
  readonly row: number;
  /** Slug of the producer. */
  readonly source: string;
  readonly place: SaidPlace | null;
  readonly service: SaidThing | null;
  /** The place of the service, by the name that the producer gives it. */
  readonly placeRef: string;
  /** Where it is, when the row says so: rows of elsewhere may be left aside. */
  readonly communeCode: string | null;
  /** What was left aside of the row, and why: the row is imported all the same. */
  readonly doubts: readonly string[];
}

export type FeedRow =
  | { readonly kind: "entry"; readonly entry: Entry }
  /** Not imported; the others are. */
  | { readonly kind: "broken"; readonly row: number; readonly problems: readonly string[] };
