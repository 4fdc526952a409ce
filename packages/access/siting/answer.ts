import { Surroundings, type Choice } from "./interchange.ts";
import { objectiveOf, type Rows } from "./rows.ts";

export interface SitingAnswer extends Choice {
  /** What no choice can do better than. */
  readonly bound: number;
  /** From 0: how far the objective is from the bound, as a share of the greater of the two. */
  readonly gap: number;
  /** `optimal`: no choice is better, and the bound proves it. `within-gap`: a better one may exist, by the gap at most. */
  readonly proof: "optimal" | "within-gap";
  /** The best choices that differ by one site, the best first. */
  readonly runnersUp: readonly Choice[];
  /** What the objective would be with one more site, the most useful first. */
  readonly next: readonly { readonly site: number; readonly objective: number }[];
}

/** How far an objective is from its bound, as a share of the greater: 0 where they are equal. */
export const gapBetween = (objective: number, bound: number): number =>
  objective === bound ? 0 : Math.abs(objective - bound) / Math.max(Math.abs(objective), Math.abs(bound));

const SHOWN = 5;

/** What lies one site away from the best choice of a p-median. */
export function nearChoices(rows: Rows, best: Choice, keep: readonly number[]): Pick<SitingAnswer, "runnersUp" | "next"> {
  const near = new Surroundings(rows, best.sites.length);
  near.around(best.sites);
  const mostSaved = <Each extends { readonly saved: number }>(list: readonly Each[]): readonly Each[] =>
    list.toSorted((one, other) => other.saved - one.saved).slice(0, SHOWN);
  const runnersUp = mostSaved(near.exchanges(new Set(keep))).map(({ opened, closed }): Choice => {
    const sites = best.sites.map((site) => (site === closed ? opened : site)).sort((one, other) => one - other);
    return { sites, objective: objectiveOf(rows, sites) };
  });
  const next = mostSaved(near.additions()).map(({ site }) => ({ site, objective: objectiveOf(rows, [...best.sites, site]) }));
  return { runnersUp, next };
}
