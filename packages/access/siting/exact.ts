import type { CoverageClass } from "./coverage.ts";

/** A linear model: each column is from 0 to 1, the first ones 0 or 1 and nothing between, under rows of sums. */
export interface LinearModel {
  readonly sense: "least" | "most";
  /** What each column adds to the objective. */
  readonly worth: readonly number[];
  /** How many of the first columns are 0 or 1. */
  readonly whole: number;
  readonly rows: readonly LinearRow[];
}

/** Factors times columns, summed, from `least` to `most`. */
export interface LinearRow {
  readonly terms: readonly (readonly [column: number, factor: number])[];
  readonly least: number;
  readonly most: number;
}

/**
 * Solves a model to the end, or says that it did not: a library such as HiGHS, given by the caller, who also says how long it may take.
 * The values are one a column.
 */
export type ExactSolver = (
  model: LinearModel,
) => { readonly kind: "proven"; readonly values: readonly number[] } | { readonly kind: "unsolved" };

/** The fewest of `columns` sites that meet every list of `covering`; `undefined` where the solver has no proof. */
export function fewestExactly(
  exact: ExactSolver,
  covering: readonly (readonly number[])[],
  columns: number,
  keep: readonly number[],
): readonly number[] | undefined {
  const answer = exact({
    sense: "least",
    worth: Array.from({ length: columns }, () => 1),
    whole: columns,
    rows: [...covering.map((sites) => atLeastOne(sites)), ...keep.map((site) => atLeastOne([site]))],
  });
  const sites = opened(answer, columns);
  // A solver has tolerances: what it says is looked at again.
  const isCover = [...covering, ...keep.map((site) => [site])].every((list) => list.some((site) => sites?.includes(site)));
  return isCover ? sites : undefined;
}

/** The `p` of `columns` sites that cover most weight, those of `keep` among them; `undefined` where the solver has no proof. */
export function mostCoveredExactly(
  exact: ExactSolver,
  classes: readonly CoverageClass[],
  columns: number,
  p: number,
  keep: readonly number[],
): readonly number[] | undefined {
  const covered = classes.filter(({ sites }) => sites.length > 0);
  const answer = exact({
    sense: "most",
    worth: [...Array.from({ length: columns }, () => 0), ...covered.map(({ weight }) => weight)],
    whole: columns,
    rows: [
      { terms: Array.from({ length: columns }, (_, site) => [site, 1] as const), least: p, most: p },
      ...keep.map((site) => atLeastOne([site])),
      // A class is covered where one of its sites is open.
      ...covered.map(({ sites }, at) => ({
        terms: [[columns + at, 1] as const, ...sites.map((site) => [site, -1] as const)],
        least: -Infinity,
        most: 0,
      })),
    ],
  });
  const sites = opened(answer, columns);
  return sites?.length === p && keep.every((site) => sites.includes(site)) ? sites : undefined;
}

const atLeastOne = (sites: readonly number[]): LinearRow => ({
  terms: sites.map((site) => [site, 1] as const),
  least: 1,
  most: Infinity,
});

const opened = (answer: ReturnType<ExactSolver>, columns: number): readonly number[] | undefined =>
  answer.kind === "unsolved" ? undefined : answer.values.slice(0, columns).flatMap((value, site) => (value > 0.5 ? [site] : []));
