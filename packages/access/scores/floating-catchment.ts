import { weightUnder, type Decay } from "./decay.ts";
import { pairBetween, type Reach } from "./reach.ts";

export interface CatchmentQuestion {
  readonly reach: Reach;
  /** Those who need the service, one number a demand, 0 or more. */
  readonly demand: ArrayLike<number>;
  /** What is offered (places, full-time equivalents), one number a supply, 0 or more. */
  readonly supply: ArrayLike<number>;
  readonly decay: Decay;
}

export interface CatchmentScores {
  /**
   * What each demand can count on, in units of supply for one unit of demand. Supply is conserved: the sum of score × demand is the
   * supply that someone reaches. 0 where there is nothing within reach.
   */
  readonly scores: Float64Array;
  /** Supply for one unit of the demand that weighs on it; 0 where nobody comes. */
  readonly ratios: Float64Array;
  /** Supplies that nobody reaches, by their index: what they offer is in no score. */
  readonly unreached: readonly number[];
}

/**
 * Two-step floating catchment area. With the decay `within`, the method of Luo and Wang (2003); with `steps`, the enhanced one of Luo
 * and Qi (2009); with a `gaussian`, that of Dai (2010).
 *
 * @throws RangeError when a demand or a supply is negative, not a number, or missing.
 */
export function twoStep(question: CatchmentQuestion): CatchmentScores {
  return share(question, weightsOf(question));
}

/**
 * `twoStep` once one supply has moved, opened, closed or offers something else, from the scores before: to the last bit the same, for no
 * more work than those concerned. The others keep their score.
 *
 * @param question with the reach that `reachOnceMoved` gives; all else as before, but what this supply offers.
 * @throws RangeError as `twoStep`.
 */
export function twoStepOnceMoved(
  { reach, demand, supply, decay }: CatchmentQuestion,
  moved: number,
  before: { readonly reach: Reach; readonly scores: CatchmentScores },
): CatchmentScores {
  const wanted = amounts(demand, reach.demands, "demand");
  const offered = amounts(supply, reach.supplies, "supply");
  const weigh = weightUnder(decay);
  const concerned: number[] = [];
  let pressed = 0;
  for (let row = 0; row < reach.demands; row++) {
    const pair = pairBetween(reach, row, moved);
    if (pair >= 0) pressed += (wanted[row] ?? 0) * weigh(reach.cost[pair] ?? 0);
    if (pair >= 0 || pairBetween(before.reach, row, moved) >= 0) concerned.push(row);
  }
  const ratios = before.scores.ratios.slice();
  const scores = before.scores.scores.slice();
  const ratio = ratioOf(offered[moved], pressed);
  ratios[moved] = ratio ?? 0;
  for (const row of concerned) {
    let sum = 0;
    const to = reach.starts[row + 1] ?? 0;
    for (let pair = reach.starts[row] ?? 0; pair < to; pair++)
      sum += weigh(reach.cost[pair] ?? 0) * (ratios[reach.supplyOf[pair] ?? 0] ?? 0);
    scores[row] = sum;
  }
  const others = before.scores.unreached.filter((each) => each !== moved);
  const unreached = ratio === undefined ? [...others, moved].sort((one, other) => one - other) : others;
  return { scores, ratios, unreached };
}

/**
 * Three-step floating catchment area (Wan, Zou and Sternberg 2012): people choose among the services that compete for them, so that
 * each weighs on a service by the share of their choice. It does not overstate the demand where services are many.
 *
 * @throws RangeError as `twoStep`.
 */
export function threeStep(question: CatchmentQuestion): CatchmentScores {
  const { demands, starts } = question.reach;
  const weights = weightsOf(question);
  for (let row = 0; row < demands; row++) {
    const [from, to] = [starts[row] ?? 0, starts[row + 1] ?? 0];
    let sum = 0;
    for (let pair = from; pair < to; pair++) sum += weights[pair] ?? 0;
    if (sum === 0) continue;
    for (let pair = from; pair < to; pair++) weights[pair] = (weights[pair] ?? 0) ** 2 / sum;
  }
  return share(question, weights);
}

export interface NeedByAge {
  /** People of one age group, one number a demand. */
  readonly people: ArrayLike<number>;
  /** What one of them consumes, in any unit: only the ratio between groups counts. */
  readonly need: number;
}

/**
 * The demand of the French APL (accessibilité potentielle localisée): people counted by what their age consumes, scaled so that the
 * whole demand is the whole population. Give it to `twoStep` with `aplSteps` for the APL itself.
 *
 * Source: DREES, Barlet, Coldefy, Collin and Lucas-Gabrielli 2012, "L'accessibilité potentielle localisée".
 *
 * @throws RangeError when the groups do not have as many demands, or a number is negative or missing.
 */
export function standardisedDemand(groups: readonly NeedByAge[]): Float64Array {
  const size = groups[0]?.people.length ?? 0;
  const demand = new Float64Array(size);
  let [people, needed] = [0, 0];
  for (const group of groups) {
    const counted = amounts(group.people, size, "people of an age");
    const [need = 0] = amounts([group.need], 1, "need");
    for (let row = 0; row < size; row++) {
      const here = counted[row] ?? 0;
      people += here;
      needed += here * need;
      demand[row] = (demand[row] ?? 0) + here * need;
    }
  }
  if (needed > 0) for (let row = 0; row < size; row++) demand[row] = ((demand[row] ?? 0) * people) / needed;
  return demand;
}

function weightsOf({ reach, decay }: CatchmentQuestion): Float64Array {
  const weigh = weightUnder(decay);
  return reach.cost.map(weigh);
}

/** Each supply is shared among those who come, by weight; each demand adds up what it gets. */
function share({ reach, demand, supply }: CatchmentQuestion, weights: Float64Array): CatchmentScores {
  const { demands, supplies, starts, supplyOf } = reach;
  const wanted = amounts(demand, demands, "demand");
  const offered = amounts(supply, supplies, "supply");
  const pressed = new Float64Array(supplies);
  for (let row = 0; row < demands; row++) {
    const here = wanted[row] ?? 0;
    const to = starts[row + 1] ?? 0;
    for (let pair = starts[row] ?? 0; pair < to; pair++) {
      const column = supplyOf[pair] ?? 0;
      pressed[column] = (pressed[column] ?? 0) + here * (weights[pair] ?? 0);
    }
  }
  const unreached: number[] = [];
  const ratios = new Float64Array(supplies);
  for (let column = 0; column < supplies; column++) {
    const ratio = ratioOf(offered[column], pressed[column]);
    if (ratio === undefined) unreached.push(column);
    else ratios[column] = ratio;
  }
  const scores = new Float64Array(demands);
  for (let row = 0; row < demands; row++) {
    let sum = 0;
    const to = starts[row + 1] ?? 0;
    for (let pair = starts[row] ?? 0; pair < to; pair++) sum += (weights[pair] ?? 0) * (ratios[supplyOf[pair] ?? 0] ?? 0);
    scores[row] = sum;
  }
  return { scores, ratios, unreached };
}

/** `undefined` where nobody comes, or a crowd so far away that its weight is below what a number can hold. */
function ratioOf(offered = 0, pressed = 0): number | undefined {
  const ratio = offered / pressed;
  return Number.isFinite(ratio) ? ratio : undefined;
}

function amounts(list: ArrayLike<number>, size: number, what: string): Float64Array {
  if (list.length !== size) throw new RangeError(`There are ${list.length} numbers of ${what} for ${size} places.`);
  const checked = Float64Array.from(list);
  const wrong = checked.findIndex((amount) => !(amount >= 0 && amount < Infinity));
  if (wrong >= 0) throw new RangeError(`The ${what} at ${wrong} is ${list[wrong]}: it must be 0 or more.`);
  return checked;
}
