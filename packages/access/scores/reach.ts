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
    checkedCost(cost[pair], pair);
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

/** Who reaches one supply, and at what cost, in any order. */
export interface Reached {
  readonly demand: ArrayLike<number>;
  readonly cost: ArrayLike<number>;
}

/**
 * The same reach once one supply is elsewhere: `reached` are those who reach it there. Nobody, and it is closed; a supply that nobody
 * reached opens. For one move after the other: it takes no longer than to copy the pairs.
 *
 * @throws RangeError as `reachOf`, the place of a pair being that in `reached`.
 */
export function reachOnceMoved(reach: Reach, supply: number, reached: Reached): Reach {
  const { demands, supplies, starts, supplyOf, cost } = reach;
  if (reached.demand.length !== reached.cost.length)
    throw new RangeError(`The lists of pairs have ${reached.demand.length} and ${reached.cost.length} places.`);
  checkedIndex(supply, supplies, "supply", 0);
  const there = new Float64Array(demands).fill(Number.NaN);
  for (let pair = 0; pair < reached.cost.length; pair++) {
    const row = checkedIndex(reached.demand[pair], demands, "demand", pair);
    if (!Number.isNaN(there[row]))
      throw new RangeError(`Pair ${pair} says again what it costs demand ${row} to reach supply ${supply}.`);
    there[row] = checkedCost(reached.cost[pair], pair);
  }
  let left = 0;
  for (let row = 0; row < demands; row++) if (pairBetween(reach, row, supply) >= 0) left++;
  const moved = {
    starts: new Uint32Array(demands + 1),
    supplyOf: new Uint32Array(cost.length - left + reached.cost.length),
    cost: new Float64Array(cost.length - left + reached.cost.length),
  };
  let [place, copied] = [0, 0];
  const copyUntil = (pair: number): void => {
    moved.supplyOf.set(supplyOf.subarray(copied, pair), place);
    moved.cost.set(cost.subarray(copied, pair), place);
    place += pair - copied;
    copied = pair;
  };
  for (let row = 0; row < demands; row++) {
    const paid = there[row] ?? Number.NaN;
    const pair = firstFrom(reach, row, supply);
    const to = at(starts, row + 1);
    const isLeft = pair < to && at(supplyOf, pair) === supply;
    if (isLeft || !Number.isNaN(paid)) copyUntil(pair);
    if (isLeft) copied += 1;
    if (!Number.isNaN(paid)) {
      moved.supplyOf[place] = supply;
      moved.cost[place] = paid;
      place += 1;
    }
    moved.starts[row + 1] = place + to - copied;
  }
  copyUntil(cost.length);
  return { demands, supplies, ...moved };
}

/** Where the pair of a demand and a supply is in the lists; -1 when it is out of reach. */
export function pairBetween(reach: Reach, demand: number, supply: number): number {
  const pair = firstFrom(reach, demand, supply);
  return pair < at(reach.starts, demand + 1) && at(reach.supplyOf, pair) === supply ? pair : -1;
}

/** Where a row has its first pair with this supply or one after it; the end of the row when it has none. */
function firstFrom({ starts, supplyOf }: Reach, row: number, supply: number): number {
  let low = at(starts, row);
  let high = at(starts, row + 1);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(supplyOf, middle) < supply) low = middle + 1;
    else high = middle;
  }
  return low;
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

function checkedCost(cost = Number.NaN, pair: number): number {
  if (cost >= 0 && cost < Infinity) return cost;
  throw new RangeError(`Pair ${pair} costs ${cost}: a cost is 0 or more.`);
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
