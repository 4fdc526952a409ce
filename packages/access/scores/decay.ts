/** How much less a service counts as it gets farther, as data: costs in the unit of the reach, weights from 0 to 1. */
export type Decay =
  /** All or nothing: the catchment of the two-step method (Luo and Wang 2003). */
  | { readonly kind: "within"; readonly catchment: number }
  /** By rings, the near first: the enhanced method (Luo and Qi 2009), and that of the APL. */
  | { readonly kind: "steps"; readonly steps: readonly Step[] }
  /** `exp(−cost² / 2 sigma²)`, and nothing beyond the catchment. */
  | { readonly kind: "gaussian"; readonly catchment: number; readonly sigma: number }
  /** The bell brought down to reach 0 at the edge of the catchment (Dai 2010). */
  | { readonly kind: "gaussian-to-edge"; readonly catchment: number };

/** A ring: its weight holds up to this cost, that bound included. */
export interface Step {
  readonly until: number;
  readonly weight: number;
}

/**
 * The rings of the APL of general practitioners, in minutes by car.
 *
 * Source: DREES, Vergier and Chaput 2017, "Déserts médicaux : comment les définir ? Comment les mesurer ?".
 */
export const aplSteps: Decay = {
  kind: "steps",
  steps: [
    { until: 10, weight: 1 },
    { until: 15, weight: 2 / 3 },
    { until: 20, weight: 1 / 3 },
  ],
};

/**
 * The weight of a cost under a decay, as a function of the cost.
 *
 * @throws RangeError when the decay does not decay: bounds that do not grow, weights that grow or leave 0 to 1, no catchment.
 */
export function weightUnder(decay: Decay): (cost: number) => number {
  switch (decay.kind) {
    case "within": {
      const catchment = positive(decay.catchment, "catchment");
      return (cost) => (cost <= catchment ? 1 : 0);
    }
    case "steps": {
      const steps = checkedSteps(decay.steps);
      return (cost) => {
        for (const { until, weight } of steps) if (cost <= until) return weight;
        return 0;
      };
    }
    case "gaussian": {
      const catchment = positive(decay.catchment, "catchment");
      const spread = 2 * positive(decay.sigma, "sigma") ** 2;
      return (cost) => (cost <= catchment ? Math.exp(-(cost * cost) / spread) : 0);
    }
    case "gaussian-to-edge": {
      const catchment = positive(decay.catchment, "catchment");
      const edge = Math.exp(-0.5);
      return (cost) => (cost <= catchment ? (Math.exp(-0.5 * (cost / catchment) ** 2) - edge) / (1 - edge) : 0);
    }
  }
}

function checkedSteps(steps: readonly Step[]): readonly Step[] {
  if (steps.length === 0) throw new RangeError("A decay by steps needs a step.");
  let before: Step = { until: 0, weight: 1 };
  for (const step of steps) {
    if (!(positive(step.until, "step") > before.until))
      throw new RangeError(`The step until ${step.until} comes after the one until ${before.until}: the near come first.`);
    if (!(step.weight >= 0 && step.weight <= before.weight))
      throw new RangeError(`The step until ${step.until} weighs ${step.weight}: weights go down from 1 to 0.`);
    before = step;
  }
  return steps;
}

function positive(value: number, what: string): number {
  if (value > 0 && value < Infinity) return value;
  throw new RangeError(`A ${what} of ${value} makes no decay: give a positive number.`);
}
