import type { Cover } from "./cover-reduction.ts";
import type { BoundedPlan } from "./plan-bound.ts";

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

/** The sites of least price that meet every list; `undefined` where the solver has no proof. */
export function cheapestExactly(exact: ExactSolver, { lists, prices }: Cover): readonly number[] | undefined {
  const answer = exact({
    sense: "least",
    worth: [...prices],
    whole: prices.length,
    rows: lists.map((sites) => atLeastOne(sites)),
  });
  const sites = opened(answer, prices.length);
  // A solver has tolerances: what it says is looked at again.
  const isCover = sites !== undefined && lists.every((list) => list.some((site) => sites.includes(site)));
  return isCover ? sites : undefined;
}

/** Above as many choices of who goes where, a whole-number solver takes longer than anyone waits. */
const MOST_ASSIGNMENTS = 20_000;

/**
 * The sites open in the best plan: the one for which people pay least within the budget, or the one that spends least and serves
 * everyone where it costs nothing to be served; `undefined` where the model is too large, or the solver has no proof.
 */
export function planExactly(
  exact: ExactSolver,
  { paid, weight, columns, terms, budget, turnedAway }: BoundedPlan,
  aim: "people pay least" | "least is spent",
): readonly number[] | undefined {
  const demands = weight.length;
  if (demands * columns > MOST_ASSIGNMENTS) return undefined;
  const all = terms.map((each, site) => ({ ...each, site }));
  const candidates = all.filter((each) => each.kind === "candidate");
  const movables = all.filter((each) => each.kind === "movable");
  const moves = movables.flatMap((from) => candidates.map((to) => ({ from, to })));
  const moveAt = columns;
  const serveAt = moveAt + moves.length;
  const awayAt = serveAt + demands * columns;
  const rows: LinearRow[] = [];
  const atMost = (terms: LinearRow["terms"], most: number): unknown => rows.push({ terms, least: -Infinity, most });
  const movesOf = (isOf: (move: (typeof moves)[number]) => boolean): LinearRow["terms"] =>
    moves.flatMap((move, at) => (isOf(move) ? [[moveAt + at, 1] as const] : []));
  for (let row = 0; row < demands; row++) {
    const serving = aim === "people pay least" ? all : all.filter(({ site }) => paid[row * columns + site] === 0);
    const shares = serving.map(({ site }) => [serveAt + row * columns + site, 1] as const);
    const away = aim === "people pay least" ? [[awayAt + row, 1] as const] : [];
    rows.push({ terms: [...shares, ...away], least: 1, most: 1 });
    for (const { site } of serving)
      atMost(
        [
          [serveAt + row * columns + site, 1],
          [site, -1],
        ],
        0,
      );
  }
  for (const { site, kind, capacity = Infinity } of all) {
    if (kind === "kept") rows.push(atLeastOne([site]));
    if (capacity === Infinity) continue;
    const load = Array.from(weight, (each, row) => [serveAt + row * columns + site, each] as const);
    atMost([...load.filter(([, each]) => each > 0), [site, -capacity]], 0);
  }
  // A site that moves goes to one place; a place is moved to by one site, and is then open.
  for (const { site } of movables)
    rows.push({ terms: [...movesOf(({ from }) => from.site === site), [site, 1]], least: 1, most: 1 });
  if (movables.length > 0) for (const { site } of candidates) atMost([...movesOf(({ to }) => to.site === site), [site, -1]], 0);
  const closing = all.flatMap((each) => (each.kind === "closable" ? [[each.site, -each.cost] as const] : []));
  const spent = [
    ...candidates.map(({ site, cost }) => [site, cost] as const),
    ...moves.map(({ from, to }, at) => [moveAt + at, from.cost - to.cost] as const),
    ...closing,
  ];
  if (budget < Infinity)
    atMost(
      spent,
      closing.reduce((sum, [, back]) => sum + back, budget),
    );
  const spending = new Map(spent);
  const worth =
    aim === "people pay least"
      ? [...Array.from({ length: serveAt }, () => 0), ...paid, ...Array.from(weight, (each) => each * turnedAway)]
      : Array.from({ length: awayAt + demands }, (_, column) => spending.get(column) ?? 0);
  const answer = exact({ sense: "least", worth, whole: serveAt, rows: rows.filter((row) => row.terms.length > 0) });
  return opened(answer, columns);
}

const atLeastOne = (sites: readonly number[]): LinearRow => ({
  terms: sites.map((site) => [site, 1] as const),
  least: 1,
  most: Infinity,
});

const opened = (answer: ReturnType<ExactSolver>, columns: number): readonly number[] | undefined =>
  answer.kind === "unsolved" ? undefined : answer.values.slice(0, columns).flatMap((value, site) => (value > 0.5 ? [site] : []));
