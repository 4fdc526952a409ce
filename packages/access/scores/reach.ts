/**
 * Which supplies each demand can reach, and at what cost: compressed rows, one a demand. A pair that is not there is out of reach;
 * no cost stands for it.
 */
export interface Reach {
  readonly demands: number;
  readonly supplies: number;
  /** `starts[i]` to `starts[i + 1]`: the pairs of demand `i`. Length `demands + 1`. */
  readonly starts: Uint32Array;
  /** The supply of each pair, from 0. */
  readonly supplyOf: Uint32Array;
  /** The cost of each pair, in the unit of the caller (minutes, metres), 0 or more. */
  readonly cost: Float64Array;
}

/** Pairs in any order, one place each in three lists of the same length. */
export interface Pairs {
  readonly demand: ArrayLike<number>;
  readonly supply: ArrayLike<number>;
  readonly cost: ArrayLike<number>;
}

/**
 * Puts pairs in rows. Each row is in the order of its supplies, whatever the order of the pairs.
 *
 * @throws RangeError when a pair names a demand or a supply that does not exist, comes twice, or has a cost that is negative or not a
 * number; the message has its place in the lists, from 0.
 */
export function reachOf(demands: number, supplies: number, { demand, supply, cost }: Pairs): Reach {
  const pairs = cost.length;
  if (demand.length !== pairs || supply.length !== pairs)
    throw new RangeError(`The lists of pairs have ${demand.length}, ${supply.length} and ${pairs} places.`);
  const starts = new Uint32Array(demands + 1);
  for (let pair = 0; pair < pairs; pair++) {
    const row = checkedIndex(demand[pair], demands, "demand", pair);
    checkedIndex(supply[pair], supplies, "supply", pair);
    const paid = cost[pair] ?? Number.NaN;
    if (!(paid >= 0 && paid < Infinity)) throw new RangeError(`Pair ${pair} costs ${paid}: a cost is 0 or more.`);
    starts[row + 1] = at(starts, row + 1) + 1;
  }
  for (let row = 0; row < demands; row++) starts[row + 1] = at(starts, row + 1) + at(starts, row);
  // A counting sort by supply, then by demand: both passes keep the order before, so that each row ends in the order of supplies.
  const bySupply = orderBy(supply, supplies, pairs);
  const next = starts.slice(0, demands);
  const supplyOf = new Uint32Array(pairs);
  const costs = new Float64Array(pairs);
  for (const pair of bySupply) {
    const row = demand[pair] ?? 0;
    const place = at(next, row);
    const column = supply[pair] ?? 0;
    if (place > at(starts, row) && at(supplyOf, place - 1) === column)
      throw new RangeError(`Pair ${pair} says again what it costs demand ${row} to reach supply ${column}.`);
    supplyOf[place] = column;
    costs[place] = cost[pair] ?? 0;
    next[row] = place + 1;
  }
  return { demands, supplies, starts, supplyOf, cost: costs };
}

function orderBy(keys: ArrayLike<number>, size: number, count: number): Uint32Array {
  const starts = new Uint32Array(size + 1);
  for (let each = 0; each < count; each++) {
    const key = (keys[each] ?? 0) + 1;
    starts[key] = at(starts, key) + 1;
  }
  for (let key = 0; key < size; key++) starts[key + 1] = at(starts, key + 1) + at(starts, key);
  const order = new Uint32Array(count);
  for (let each = 0; each < count; each++) {
    const key = keys[each] ?? 0;
    const place = at(starts, key);
    order[place] = each;
    starts[key] = place + 1;
  }
  return order;
}

const at = (list: Uint32Array, index: number): number => list[index] ?? 0;

function checkedIndex(index: number | undefined, size: number, what: string, pair: number): number {
  if (index !== undefined && Number.isInteger(index) && index >= 0 && index < size) return index;
  throw new RangeError(`Pair ${pair} names ${what} ${String(index)}: there are ${size}, from 0.`);
}

/** Places on a plane, in one unit (metres of a projection). */
export interface Places {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/**
 * Straight distances up to `within`, that bound included. For studies that have no network: on a road of the Vosges, the straight line
 * misleads.
 *
 * @throws RangeError when a coordinate is not a number, or `within` is not a positive one.
 */
export function straightReach(demand: Places, supply: Places, within: number): Reach {
  if (!(within > 0 && within < Infinity)) throw new RangeError(`A reach of ${within} leads nowhere: give a positive number.`);
  const cells = new Map<string, number[]>();
  const cellOf = (value: number): number => Math.floor(value / within);
  for (let each = 0; each < supply.x.length; each++) {
    const [x, y] = placeAt(supply, each, "Supply");
    const key = `${cellOf(x)} ${cellOf(y)}`;
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [each]);
    else cell.push(each);
  }
  const found: { demand: number[]; supply: number[]; cost: number[] } = { demand: [], supply: [], cost: [] };
  for (let each = 0; each < demand.x.length; each++) {
    const [x, y] = placeAt(demand, each, "Demand");
    for (let column = cellOf(x) - 1; column <= cellOf(x) + 1; column++)
      for (let row = cellOf(y) - 1; row <= cellOf(y) + 1; row++)
        for (const other of cells.get(`${column} ${row}`) ?? []) {
          const distance = Math.hypot((supply.x[other] ?? 0) - x, (supply.y[other] ?? 0) - y);
          if (distance > within) continue;
          found.demand.push(each);
          found.supply.push(other);
          found.cost.push(distance);
        }
  }
  return reachOf(demand.x.length, supply.x.length, found);
}

function placeAt({ x, y }: Places, index: number, what: string): readonly [number, number] {
  const place = [x[index] ?? Number.NaN, y[index] ?? Number.NaN] as const;
  if (!place.every(Number.isFinite)) throw new RangeError(`${what} ${index} has no place: (${place.join(", ")}).`);
  return place;
}
