import type { Choice } from "./interchange.ts";
import type { Relaxation } from "./relaxation.ts";

export interface SearchStart {
  readonly first: Choice;
  /** The best choice found near a proposal; `undefined` where it was looked at before. */
  readonly improve: (proposed: readonly number[]) => Choice | undefined;
  /** What a choice must cost at most to be looked for, once one of that objective is known. */
  readonly limitOf: (objective: number) => number;
  readonly stop: () => boolean;
}

/** Part of the choices, not looked at yet. */
interface Waiting {
  readonly bound: number;
  readonly node: () => Relaxation;
}

const STEPS_A_TRY = 25;
const STEPS_A_REDUCTION = 10;
const STEPS_A_BRANCH = 300;
const PATIENCE = { root: 20, branch: 30 };

/** The best choice so far, and what is left of the others: branch and bound (Land and Doig 1960). */
export class Search {
  best: Choice;
  readonly #start: SearchStart;

  constructor(start: SearchStart) {
    this.#start = start;
    this.best = start.first;
  }

  attempt(proposed: readonly number[]): void {
    const found = this.#start.improve(proposed);
    if (found !== undefined && found.objective < this.best.objective) this.best = found;
  }

  get limit(): number {
    return this.#start.limitOf(this.best.objective);
  }

  /** Raises the bound of all choices. */
  tighten(root: Relaxation, steps: number): "some left" | "none left" {
    return this.#tighten(root, 2, steps, PATIENCE.root);
  }

  /** Opens a site or rules it out, until no choice is left. Returns what no choice left costs less than: `Infinity` where none is. */
  explore(root: Relaxation, branches: number): number {
    // What is opened last is looked at first: a choice is soon complete, and few nodes wait.
    const waiting: Waiting[] = [{ bound: root.bound, node: () => root }];
    for (let seen = 0; seen < branches && !this.#start.stop();) {
      const next = waiting.pop();
      if (next === undefined) break;
      if (next.bound > this.limit) continue;
      const node = next.node();
      seen += 1;
      if (this.#isClosed(node, root)) continue;
      const site = node.doubtful;
      const { bound } = node;
      if (site === undefined) this.attempt(node.proposed);
      else waiting.push({ bound, node: () => node.without(site) }, { bound, node: () => node.with(site) });
    }
    return waiting.reduce((least, { bound }) => Math.min(least, bound), Infinity);
  }

  #isClosed(node: Relaxation, root: Relaxation): boolean {
    if (node === root) return node.reduce(this.limit);
    return this.#tighten(node, 1, STEPS_A_BRANCH, PATIENCE.branch) === "none left";
  }

  #tighten(node: Relaxation, pace: number, steps: number, patience: number): "some left" | "none left" {
    node.begin(pace);
    for (let step = 1; step <= steps && !node.isSpent && !this.#start.stop(); step++) {
      node.step(this.best.objective, patience);
      if (step % STEPS_A_TRY === 0) this.attempt(node.proposed);
      if (node.bound > this.limit) return "none left";
      if (step % STEPS_A_REDUCTION === 0 && node.reduce(this.limit)) return "none left";
    }
    return node.reduce(this.limit) ? "none left" : "some left";
  }
}
