import type { SiteTerms } from "./terms.ts";

/** What a plan is bounded with: all that each demand pays at each site, its weight times its cost. */
export interface BoundedPlan {
  readonly paid: Float64Array;
  readonly weight: Float64Array;
  readonly columns: number;
  readonly terms: readonly SiteTerms[];
  readonly budget: number;
  /** What a unit of weight pays to be turned away. */
  readonly turnedAway: number;
}

/**
 * A bound under all plans, raised step after step: the Lagrangian relaxation of "everyone is served" (Beasley 1993), whose sites are
 * then worth what they earn, and are bought within the budget by parts.
 */
export class PlanBound {
  readonly #plan: BoundedPlan;
  readonly #price: Float64Array;
  readonly #limits: Float64Array;
  readonly #costs: readonly number[];
  readonly #purse: number;
  #best = 0;
  #pace = 2;
  #stalls = 0;
  #proposed: readonly number[] = [];

  constructor(plan: BoundedPlan) {
    this.#plan = plan;
    this.#limits = plan.weight.map((each) => each * plan.turnedAway);
    this.#price = this.#limits.map((limit, row) => {
      let least = limit;
      for (let site = 0; site < plan.columns; site++) least = Math.min(least, plan.paid[row * plan.columns + site] ?? Infinity);
      return least;
    });
    const dearest = plan.terms.reduce((most, each) => (each.kind === "candidate" ? Math.max(most, each.cost) : most), 0);
    // What it costs to have a site rather than not: for one that exists, what closing or moving it would have spared, at most.
    this.#costs = plan.terms.map((each) => {
      if (each.kind === "kept") return -Infinity;
      if (each.kind === "candidate") return each.cost;
      return each.kind === "closable" ? -each.cost : dearest - each.cost;
    });
    this.#purse = plan.terms.reduce(
      (sum, each, site) => (each.kind === "closable" || each.kind === "movable" ? sum + (this.#costs[site] ?? 0) : sum),
      plan.budget,
    );
  }

  get bound(): number {
    return this.#best;
  }

  /** The sites that the last step buys, those worth most first. */
  get proposed(): readonly number[] {
    return this.#proposed;
  }

  get isSpent(): boolean {
    return this.#pace < 1e-4;
  }

  /** One step of subgradient (Held and Karp 1971), towards an objective known to be reached. Returns whether the bound rose. */
  step(reached: number): boolean {
    const { weight } = this.#plan;
    const slack = Float64Array.from(weight, () => 1);
    const earned = this.#costs.map((_, site) => this.#earning(site));
    const bought = this.#bought(earned.map(({ worth }) => worth));
    let value = this.#price.reduce((sum, each) => sum + each, 0);
    for (const { site, part } of bought) {
      value -= part * (earned[site]?.worth ?? 0);
      for (const { row, share } of earned[site]?.served ?? []) slack[row] = (slack[row] ?? 0) - part * share;
    }
    this.#proposed = bought.map(({ site }) => site);
    const rose = value > this.#best + 1e-9 * Math.abs(value);
    if (rose) {
      this.#best = value;
      this.#stalls = 0;
    } else if (++this.#stalls >= 20) {
      this.#pace /= 2;
      this.#stalls = 0;
    }
    const length = slack.reduce((sum, each) => sum + each * each, 0);
    if (length === 0) this.#pace = 0;
    const stride = length === 0 ? 0 : (this.#pace * Math.max(reached - value, 1e-9 * Math.abs(reached))) / length;
    for (let row = 0; row < slack.length; row++)
      this.#price[row] = Math.min(this.#limits[row] ?? 0, Math.max(0, (this.#price[row] ?? 0) + stride * (slack[row] ?? 0)));
    return rose;
  }

  /** What a site would earn from the prices, serving within its capacity those who gain most. */
  #earning(site: number): {
    readonly worth: number;
    readonly served: readonly { readonly row: number; readonly share: number }[];
  } {
    const { paid, weight, columns, terms } = this.#plan;
    const gains: { readonly row: number; readonly gain: number; readonly weight: number }[] = [];
    for (let row = 0; row < weight.length; row++) {
      const gain = (this.#price[row] ?? 0) - (paid[row * columns + site] ?? Infinity);
      if (gain > 0) gains.push({ row, gain, weight: weight[row] ?? 0 });
    }
    let left = terms[site]?.capacity ?? Infinity;
    if (gains.reduce((sum, each) => sum + each.weight, 0) > left)
      gains.sort((one, other) => other.gain / other.weight - one.gain / one.weight);
    let worth = 0;
    const served = gains.flatMap(({ row, gain, weight: own }) => {
      const share = Math.min(1, left / own);
      if (share <= 0) return [];
      left -= share * own;
      worth += share * gain;
      return [{ row, share }];
    });
    return { worth, served };
  }

  /** The sites worth most within the purse, the last one by a part (Dantzig 1957). */
  #bought(worth: readonly number[]): readonly { readonly site: number; readonly part: number }[] {
    let purse = this.#purse;
    const owned: { readonly site: number; readonly part: number }[] = [];
    const buyable: number[] = [];
    for (const [site, cost] of this.#costs.entries()) {
      if (cost > 0) buyable.push(site);
      else {
        owned.push({ site, part: 1 });
        if (cost > -Infinity) purse -= cost;
      }
    }
    const rate = (site: number): number => (worth[site] ?? 0) / (this.#costs[site] ?? 1);
    for (const site of buyable.toSorted((one, other) => rate(other) - rate(one) || one - other)) {
      if ((worth[site] ?? 0) <= 0 || purse <= 0) break;
      const part = Math.min(1, purse / (this.#costs[site] ?? 1));
      purse -= part * (this.#costs[site] ?? 0);
      owned.push({ site, part });
    }
    return owned;
  }
}
