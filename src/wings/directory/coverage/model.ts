import { z } from "zod";

/** Spans of age that the Caf and the INSEE count children by: before school, nursery school, primary school, then on to majority. */
export const AgeBandKey = z.enum(["0-2", "3-5", "6-10", "11-17"]);
export type AgeBandKey = z.infer<typeof AgeBandKey>;

/** Years, both included. */
export interface AgeBand {
  readonly key: AgeBandKey;
  readonly from: number;
  readonly to: number;
}

/** A number that someone else counted, with who and when: it is shown with both, and never mixed with another year. */
export interface Figure {
  readonly count: number;
  readonly year: number;
  readonly source: string;
}

/** What is known of a commune from elsewhere than the directory. */
export interface ReferenceFigures {
  /** How many children live there; absent is not known, which is not zero. */
  readonly children: (communeCode: string, band: AgeBandKey) => Figure | null;
  /** How many services of a kind someone else counted there; zero where they looked and found none. */
  readonly services: (communeCode: string, kind: string) => Figure | null;
}
