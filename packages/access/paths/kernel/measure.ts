import { tenthsOf } from "../graph.ts";

export type Numbers = Float64Array | Uint32Array | Uint16Array;

/** What sweeps add up, and how: whatever it is, the lanes of one place take 64 bytes. */
export interface Measure {
  readonly name: "costs" | "times" | "shortTimes";
  /** How many sources go side by side. */
  readonly lanes: number;
  /** What a lane says of a place that nothing reached: sums stay there, or come down to it. */
  readonly none: number;
  /** The highest limit there is: every way is within it. */
  readonly most: number;
  readonly numbers: (buffer: ArrayBufferLike, offset: number, length: number) => Numbers;
  /** A cost of the graph in this measure, `none` at most. */
  readonly of: (cost: number) => number;
  /** The tenths of a second of a lane that something reached. */
  readonly tenths: (value: number) => number;
}

/** Costs of the graph, as `costOf` says: a time and a length. */
export const costs: Measure = {
  name: "costs",
  lanes: 8,
  none: Infinity,
  most: Number.MAX_VALUE,
  numbers: (buffer, offset, length) => new Float64Array(buffer, offset, length),
  of: (cost) => cost,
  tenths: tenthsOf,
};

/** Tenths of a second alone, up to `highest`. */
const timesUpTo = (name: Measure["name"], lanes: number, highest: number, numbers: Measure["numbers"]): Measure => ({
  name,
  lanes,
  none: highest,
  most: highest - 1,
  numbers,
  of: (cost) => Math.min(tenthsOf(cost), highest),
  tenths: (value) => value,
});

/** Times up to 3.4 years. */
export const times = timesUpTo("times", 16, 2 ** 30, (buffer, offset, length) => new Uint32Array(buffer, offset, length));

/** Times up to 109 minutes; beyond, nothing is reached. */
export const shortTimes = timesUpTo(
  "shortTimes",
  32,
  2 ** 16 - 1,
  (buffer, offset, length) => new Uint16Array(buffer, offset, length),
);
