import { greedy, interchange, Surroundings, type Choice } from "./interchange.ts";
import { OPEN } from "./narrowed.ts";
import { randomFrom } from "./random.ts";
import { Relaxation } from "./relaxation.ts";
import type { Rows } from "./rows.ts";

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

/** Part of the choices, not looked at yet. */
interface Waiting {
  readonly bound: number;
  readonly node: () => Relaxation;
}

const ROUNDS_WITHOUT_GAIN = 20;
const STEPS_A_TRY = 25;
const STEPS_A_REDUCTION = 10;
const STEPS_A_BRANCH = 300;

/**
 * The `p` sites for which the rows pay least: exchanges (Teitz and Bart 1968) from the choices that a Lagrangian bound proposes, then a
 * tree of sites opened or ruled out (Narula, Ogbu and Samuelsson 1977; Beasley 1985), many of which their reduced costs decide.
 */
export function branch({ rows, p, keep, seed, steps, branches, limitOf, stop }: Branching): Branched {
  const kept = new Set(keep);
  const near = new Surroundings(rows, p);
  const tried = new Set<string>();
  let best = interchange(rows, near, greedy(rows, p, keep), kept);
  const attempt = (start: readonly number[]): void => {
    const key = start.toSorted((one, other) => one - other).join();
    if (tried.has(key)) return;
    tried.add(key);
    const found = interchange(rows, near, start, kept);
    if (found.objective < best.objective) best = found;
  };
  const limit = (): number => limitOf(best.objective);
  /** Raises a bound. Returns whether no choice is left. */
  const tighten = (node: Relaxation, pace: number, times: number, patience: number): boolean => {
    node.begin(pace);
    for (let step = 1; step <= times && !node.isSpent && !stop(); step++) {
      node.step(best.objective, patience);
      if (step % STEPS_A_TRY === 0) attempt(node.proposed);
      if (node.bound > limit()) return true;
      if (step % STEPS_A_REDUCTION === 0 && node.reduce(limit())) return true;
    }
    return node.reduce(limit());
  };
  const state = new Uint8Array(rows.columns);
  for (const site of keep) state[site] = OPEN;
  const root = new Relaxation({ rows, p, state, price: betweenNearest(rows, best.sites), bound: -Infinity });
  if (tighten(root, 2, steps, 20)) return { best, bound: Infinity };
  const random = randomFrom(seed);
  for (let round = 0; round < ROUNDS_WITHOUT_GAIN && !stop(); round++) {
    const before = best.objective;
    attempt(shaken(best.sites, rows.columns, kept, random));
    if (best.objective < before) round = -1;
  }
  // What is opened last is looked at first: a choice is soon complete, and few nodes wait.
  const waiting: Waiting[] = [{ bound: root.bound, node: () => root }];
  for (let seen = 0; seen < branches && !stop();) {
    const next = waiting.pop();
    if (next === undefined) break;
    if (next.bound > limit()) continue;
    const node = next.node();
    seen += 1;
    if (node === root ? node.reduce(limit()) : tighten(node, 1, STEPS_A_BRANCH, 30)) continue;
    const site = node.doubtful;
    if (site === undefined) {
      attempt(node.proposed);
      continue;
    }
    const { bound } = node;
    waiting.push({ bound, node: () => node.without(site) }, { bound, node: () => node.with(site) });
  }
  return { best, bound: waiting.reduce((least, { bound }) => Math.min(least, bound), Infinity) };
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
