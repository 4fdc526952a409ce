import { greedy, interchange, Surroundings, type Choice } from "./interchange.ts";
import { OPEN } from "./narrowed.ts";
import { randomFrom } from "./random.ts";
import { Relaxation } from "./relaxation.ts";
import type { Rows } from "./rows.ts";
import { Search } from "./search.ts";

export interface Branching {
  readonly rows: Rows;
  readonly p: number;
  readonly keep: readonly number[];
  readonly seed: number;
  /** Steps of the first bound, at most. */
  readonly steps: number;
  /** Branches looked at, at most. */
  readonly branches: number;
  /** What a choice must cost at most to be looked for, once one of that objective is known. */
  readonly limitOf: (objective: number) => number;
  readonly stop: () => boolean;
}

export interface Branched {
  readonly best: Choice;
  /** No choice costs less than this, nor less than the limit of the best: `Infinity` where all are seen. */
  readonly bound: number;
}

const ROUNDS_WITHOUT_GAIN = 20;

/**
 * The `p` sites for which the rows pay least: exchanges (Teitz and Bart 1968) from the choices that a Lagrangian bound proposes, then a
 * tree of sites opened or ruled out (Narula, Ogbu and Samuelsson 1977; Beasley 1985), many of which their reduced costs decide.
 */
export function branch({ rows, p, keep, seed, steps, branches, limitOf, stop }: Branching): Branched {
  const kept = new Set(keep);
  const near = new Surroundings(rows, p);
  const tried = new Set<string>();
  const improve = (proposed: readonly number[]): Choice | undefined => {
    const key = proposed.toSorted((one, other) => one - other).join();
    if (tried.has(key)) return undefined;
    tried.add(key);
    return interchange(rows, near, proposed, kept);
  };
  const first = interchange(rows, near, greedy(rows, p, keep), kept);
  const search = new Search({ first, improve, limitOf, stop });
  const state = new Uint8Array(rows.columns);
  for (const site of keep) state[site] = OPEN;
  const price = betweenNearest(rows, first.sites);
  const root = new Relaxation({ rows, opening: { kind: "count", p }, state, price, bound: -Infinity });
  if (search.tighten(root, steps) === "none left") return { best: search.best, bound: Infinity };
  const random = randomFrom(seed);
  for (let round = 0; round < ROUNDS_WITHOUT_GAIN && !stop(); round++) {
    const before = search.best.objective;
    search.attempt(shaken(search.best.sites, rows.columns, kept, random));
    if (search.best.objective < before) round = -1;
  }
  const bound = search.explore(root, branches);
  return { best: search.best, bound };
}

/** Half-way between what each row pays and what it would pay if its site closed: where prices are often best. */
function betweenNearest({ columns, from, site, paid, cap }: Rows, open: readonly number[]): Float64Array {
  const isOpen = new Uint8Array(columns);
  for (const each of open) isOpen[each] = 1;
  return cap.map((most, row) => {
    const near: number[] = [];
    for (let at = from[row] ?? 0; at < (from[row + 1] ?? 0) && near.length < 2; at++)
      if (isOpen[site[at] ?? 0] === 1) near.push(paid[at] ?? 0);
    const [first = most, second = most] = near;
    return (first + second) / 2;
  });
}

/** Some sites of a choice, exchanged at random: a new place to begin from, not far. */
function shaken(sites: readonly number[], columns: number, kept: ReadonlySet<number>, random: () => number): readonly number[] {
  const others = Array.from({ length: columns }, (_, site) => site).filter((site) => !sites.includes(site));
  const next = [...sites];
  const times = Math.max(2, Math.round(sites.length / 5));
  for (let time = 0; time < times && others.length > 0; time++) {
    const at = Math.floor(random() * next.length);
    const from = Math.floor(random() * others.length);
    const [leaving = 0, coming = 0] = [next[at], others[from]];
    if (kept.has(leaving)) continue;
    next[at] = coming;
    others[from] = leaving;
  }
  return next;
}
