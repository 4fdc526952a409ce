import { kMeans, oneMore, startsOf } from "./k-means.ts";
import { centresOf, squareBetween, type Points } from "./points.ts";
import type { Rules } from "./rules.ts";
import { silhouette } from "./silhouette.ts";

/** People put in groups: one way to, among those tried. */
export interface Groups {
  /** The group of each person given, by number. */
  readonly of: Int32Array;
  /** How many people each group has, by number. */
  readonly sizes: readonly number[];
  /** The mean place of each group, two numbers each. */
  readonly centres: Float64Array;
  /** From −1 to 1: how much nearer people are to their own group than to the next. */
  readonly silhouette: number;
}

/**
 * The ways to put people in 2 groups, in 3, …, the best first by silhouette. Groups are numbered from the greatest. None when nobody differs,
 * or when there is no way without a group too small: the people of one that is go to the nearest other group.
 *
 * @param places where each person who counts stands, two numbers each.
 * @param former the former group of each, by number, −1 for those without: groups start from where its people stand now, keep its numbers,
 *   and stay as many while `rules.loyalty` allows.
 */
export function groupings(places: Float64Array, rules: Rules, former?: Int32Array): readonly Groups[] {
  const people: Points = { places, people: new Float64Array(places.length / 2).fill(1) };
  const base = kMeans(people, startsOf(people, rules.baseClusters), BASE_ROUNDS);
  const { clusters, rank } = withSomeone(base.centres);
  const starts = former === undefined ? undefined : formerCentres(people, former);
  const most = Math.min(rules.mostGroups, 2 + Math.floor(clusters.people.length / rules.clustersPerGroup));
  const found: Groups[] = [];
  let centres = startsOf(clusters, 1);
  for (let count = 2; count <= most; count++) {
    const grown = oneMore(clusters, centres);
    centres = grown.centres.places;
    const { of: first } = starts?.length === 2 * count ? kMeans(clusters, starts) : grown;
    const settled = settle(clusters, first, rules.smallestGroup);
    if (settled === undefined || found.some(({ sizes }) => sizes.length === settled.count)) continue;
    const weights: Points =
      rules.silhouetteOf === "people" ? clusters : { places: clusters.places, people: clusters.people.map(() => 1) };
    const of = base.of.map((cluster) => settled.of[rank[cluster] ?? 0] ?? 0);
    found.push(numbered(people, of, settled.count, silhouette(weights, settled.of, settled.count), former));
  }
  const merit = (groups: Groups): number => groups.silhouette + (starts?.length === groups.centres.length ? rules.loyalty : 0);
  return found.sort((one, other) => merit(other) - merit(one) || one.sizes.length - other.sizes.length);
}

// Base clusters only gather people who stand together: a few rounds are enough, and what is left moves nothing.
const BASE_ROUNDS = 20;

function withSomeone({ places, people }: Points): { readonly clusters: Points; readonly rank: Int32Array } {
  const kept = [...people.keys()].filter((cluster) => (people[cluster] ?? 0) > 0);
  const rank = new Int32Array(people.length);
  for (const [at, cluster] of kept.entries()) rank[cluster] = at;
  const clusters = {
    places: Float64Array.from(kept.flatMap((cluster) => [places[2 * cluster] ?? 0, places[2 * cluster + 1] ?? 0])),
    people: Float64Array.from(kept, (cluster) => people[cluster] ?? 0),
  };
  return { clusters, rank };
}

function formerCentres(people: Points, former: Int32Array): Float64Array {
  const labels = [...new Set(former)].filter((label) => label >= 0).sort((one, other) => one - other);
  const of = former.map((label) => labels.indexOf(label));
  return centresOf(people, of, new Float64Array(2 * labels.length)).places;
}

/** Groups without one too small: the least goes to the nearest, until each is large enough. Nothing when one alone is left. */
function settle(
  clusters: Points,
  first: Int32Array,
  smallest: number,
): { readonly of: Int32Array; readonly count: number } | undefined {
  let of = first;
  for (;;) {
    const labels = [...new Set(of)].sort((one, other) => one - other);
    of = of.map((label) => labels.indexOf(label));
    if (labels.length < 2) return undefined;
    const centres = centresOf(clusters, of, new Float64Array(2 * labels.length));
    const least = labels.keys().reduce((best, at) => ((centres.people[at] ?? 0) < (centres.people[best] ?? 0) ? at : best));
    if ((centres.people[least] ?? 0) >= smallest) return { of, count: labels.length };
    const others = [...labels.keys()].filter((at) => at !== least);
    const distance = (at: number): number => squareBetween(centres.places, at, centres.places, least);
    const goal = others.reduce((best, at) => (distance(at) < distance(best) ? at : best));
    of = of.map((label) => (label === least ? goal : label));
  }
}

/** Numbers from the greatest group, or those of the former groups that share most people with each. */
function numbered(people: Points, of: Int32Array, count: number, merit: number, former: Int32Array | undefined): Groups {
  const centres = centresOf(people, of, new Float64Array(2 * count));
  const bySize = Array.from({ length: count }, (_, at) => at).sort(
    (one, other) =>
      (centres.people[other] ?? 0) - (centres.people[one] ?? 0) ||
      (centres.places[2 * one] ?? 0) - (centres.places[2 * other] ?? 0) ||
      (centres.places[2 * one + 1] ?? 0) - (centres.places[2 * other + 1] ?? 0),
  );
  const numbers = former === undefined ? new Map(bySize.map((at, number) => [at, number])) : inherited(of, former, bySize);
  const order = [...bySize].sort((one, other) => (numbers.get(one) ?? 0) - (numbers.get(other) ?? 0));
  return {
    of: of.map((group) => numbers.get(group) ?? 0),
    sizes: order.map((group) => centres.people[group] ?? 0),
    centres: Float64Array.from(order.flatMap((group) => [centres.places[2 * group] ?? 0, centres.places[2 * group + 1] ?? 0])),
    silhouette: merit,
  };
}

/** The pairs of a group and a former one that share most people keep the number; what is left takes the numbers that are free. */
function inherited(of: Int32Array, former: Int32Array, groups: readonly number[]): ReadonlyMap<number, number> {
  const shared = new Map<number, Map<number, number>>();
  for (const [at, group] of of.entries()) {
    const label = former[at] ?? -1;
    if (label < 0 || label >= groups.length) continue;
    const own = shared.get(group) ?? new Map<number, number>();
    shared.set(group, own.set(label, (own.get(label) ?? 0) + 1));
  }
  const pairs = groups.flatMap((group) => [...(shared.get(group) ?? [])].map(([label, people]) => ({ group, label, people })));
  pairs.sort((one, other) => other.people - one.people || one.label - other.label);
  const numbers = new Map<number, number>();
  const taken = new Set<number>();
  for (const { group, label } of pairs)
    if (!numbers.has(group) && !taken.has(label)) {
      numbers.set(group, label);
      taken.add(label);
    }
  const free = groups.keys().filter((label) => !taken.has(label));
  for (const group of groups) if (!numbers.has(group)) numbers.set(group, free.next().value ?? 0);
  return numbers;
}
