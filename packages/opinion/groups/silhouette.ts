import { squareBetween, type Points } from "./points.ts";

/**
 * How much nearer people are to their own cluster than to the next, on average: from −1 to 1 (Rousseeuw 1987). Someone alone counts 0.
 *
 * Exact over points; those who stand on one point are at no distance from each other.
 *
 * @param of the cluster of each point, from 0 to `count − 1`.
 */
export function silhouette({ places, people }: Points, of: Int32Array, count: number): number {
  const sizes = new Float64Array(count);
  for (const [point, cluster] of of.entries()) sizes[cluster] = (sizes[cluster] ?? 0) + (people[point] ?? 0);
  const away = new Float64Array(count);
  let [sum, whole] = [0, 0];
  for (const [point, own] of of.entries()) {
    away.fill(0);
    for (const [other, cluster] of of.entries())
      away[cluster] = (away[cluster] ?? 0) + (people[other] ?? 0) * Math.sqrt(squareBetween(places, point, places, other));
    const weight = people[point] ?? 0;
    const others = (sizes[own] ?? 0) - 1;
    let next = Infinity;
    for (let cluster = 0; cluster < count; cluster++)
      if (cluster !== own && (sizes[cluster] ?? 0) > 0) next = Math.min(next, (away[cluster] ?? 0) / (sizes[cluster] ?? 0));
    const mine = (away[own] ?? 0) / others;
    if (others > 0 && next < Infinity && Math.max(mine, next) > 0) sum += (weight * (next - mine)) / Math.max(mine, next);
    whole += weight;
  }
  return whole > 0 ? sum / whole : 0;
}
