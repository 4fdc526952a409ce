import { gapBetween, type SitingAnswer } from "./answer.ts";
import type { CostTable } from "./costs.ts";
import type { CoverageClass } from "./coverage.ts";

/** Coverage as a question of costs: nothing to be within the radius, `beyond` to be farther (Church and ReVelle 1976). */
export function farTable(classes: readonly CoverageClass[], sites: number, beyond: number): CostTable {
  const cost = new Float64Array(classes.length * sites).fill(beyond);
  for (const [row, each] of classes.entries()) for (const site of each.sites) cost[row * sites + site] = 0;
  return { demands: classes.length, sites, cost, weight: Float64Array.from(classes, ({ weight }) => weight) };
}

/** An answer that counts those left beyond, told by those covered. */
export function covered<Answer extends SitingAnswer>(answer: Answer, classes: readonly CoverageClass[]): Answer {
  const total = classes.reduce((sum, { weight }) => sum + weight, 0);
  const turned = <Each extends { readonly objective: number }>(each: Each): Each => ({
    ...each,
    objective: total - each.objective,
  });
  const bound = total - answer.bound;
  const { objective } = turned(answer);
  return {
    ...turned(answer),
    bound,
    gap: gapBetween(objective, bound),
    runnersUp: answer.runnersUp.map(turned),
    next: answer.next.map(turned),
  };
}
