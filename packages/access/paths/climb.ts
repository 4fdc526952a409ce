import { checkedAccess, type Access } from "./dijkstra.ts";
import type { Hierarchy } from "./hierarchy.ts";

/** Searches upwards, one after the other, in arrays that serve again. */
export class Climb {
  /** What each place costs, after `from`; `Infinity` elsewhere. */
  readonly cost: Float64Array;
  readonly #hierarchy: Hierarchy;
  readonly #seen: Uint32Array;
  #count = 0;

  constructor(hierarchy: Hierarchy) {
    this.#hierarchy = hierarchy;
    this.cost = new Float64Array(hierarchy.nodes).fill(Infinity);
    this.#seen = new Uint32Array(hierarchy.nodes);
  }

  /**
   * The places above a point, lowest first, whose `cost` is then that of the best way that only climbs.
   *
   * @throws RangeError as `checkedAccess`.
   */
  from(access: readonly Access[]): Uint32Array {
    const { nodes, placeOf, up } = this.#hierarchy;
    const { cost } = this;
    const seen = this.#seen;
    checkedAccess(nodes, access);
    for (let each = 0; each < this.#count; each++) cost[seen[each] ?? 0] = Infinity;
    this.#count = 0;
    for (const start of access) this.#offer(placeOf[start.node] ?? 0, start.cost);
    // First who is above, at any cost, then the best costs in the order of places: every arc climbs, so that no queue is needed.
    for (let each = 0; each < this.#count; each++) {
      const place = seen[each] ?? 0;
      const paid = cost[place] ?? 0;
      const end = up.starts[place + 1] ?? 0;
      for (let arc = up.starts[place] ?? 0; arc < end; arc++) this.#offer(up.above[arc] ?? 0, paid + (up.cost[arc] ?? 0));
    }
    const places = seen.subarray(0, this.#count).sort().reverse();
    for (const place of places) {
      const paid = cost[place] ?? 0;
      const end = up.starts[place + 1] ?? 0;
      for (let arc = up.starts[place] ?? 0; arc < end; arc++) this.#offer(up.above[arc] ?? 0, paid + (up.cost[arc] ?? 0));
    }
    return places;
  }

  #offer(place: number, paid: number): void {
    const known = this.cost[place] ?? 0;
    if (paid >= known) return;
    if (known === Infinity) this.#seen[this.#count++] = place;
    this.cost[place] = paid;
  }
}
