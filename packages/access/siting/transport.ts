/** Who is served where, under capacities. */
export interface Served {
  /** The sum of what all pay, and of what is paid for those turned away. */
  readonly objective: number;
  /** How much weight each of the open sites serves, in their order. */
  readonly load: readonly number[];
  /** The weight that no site serves. */
  readonly turnedAway: number;
}

/** One demand after the other, what it costs a unit of its weight to go to each open site, and how much it weighs. */
export interface Transport {
  readonly cost: readonly (readonly number[])[];
  readonly weight: readonly number[];
  /** One an open site, `Infinity` for any weight. */
  readonly capacity: readonly number[];
  /** What it costs a unit of weight to be turned away. */
  readonly turnedAway: number;
}

/**
 * The least that demands pay to be served by open sites of limited capacity: a demand may be shared between sites, or turned away.
 *
 * Transportation problem (Hitchcock 1941), by successive cheapest paths (Busacker and Gowen 1960): one demand after the other takes
 * its cheapest place, which may push others from site to site up to a place that is free. Turning away is a site of any capacity.
 */
export function transport({ cost, weight, capacity, turnedAway }: Transport): Served {
  const places = capacity.length + 1;
  const away = capacity.length;
  const free = [...capacity, Infinity];
  const price = cost.map((row) => [...row, turnedAway]);
  const served = weight.map(() => new Float64Array(places));
  const priceOf = (demand: number, place: number): number => price[demand]?.[place] ?? Infinity;
  /** From site to site, the demand whose leaving costs least: kept up while flows change. */
  const push = (from: number, to: number): { readonly demand: number; readonly cost: number } => {
    let best = { demand: -1, cost: Infinity };
    for (let demand = 0; demand < served.length; demand++) {
      if ((served[demand]?.[from] ?? 0) <= 0) continue;
      const more = priceOf(demand, to) - priceOf(demand, from);
      if (more < best.cost) best = { demand, cost: more };
    }
    return best;
  };
  const pushes = Array.from({ length: places }, () => Array.from({ length: places }, () => ({ demand: -1, cost: Infinity })));
  const refresh = (from: number): void => {
    for (let to = 0; to < places; to++) if (to !== from) setAt(pushes, from, to, push(from, to));
  };
  for (const [demand, whole] of weight.entries()) {
    for (let left = whole; left > 0;) {
      const { path } = cheapest(
        price[demand] ?? [],
        (from, to) => pushes[from]?.[to]?.cost ?? Infinity,
        (place) => (free[place] ?? 0) > 0,
      );
      const last = path.at(-1) ?? away;
      const moved = path
        .slice(1)
        .map((to, at) => ({ from: path[at] ?? away, to, who: pushes[path[at] ?? away]?.[to]?.demand ?? -1 }));
      const amount = Math.min(left, free[last] ?? 0, ...moved.map(({ from, who }) => served[who]?.[from] ?? 0));
      add(served[demand], path[0] ?? away, amount);
      for (const { from, to, who } of moved) {
        add(served[who], from, -amount);
        add(served[who], to, amount);
      }
      free[last] = (free[last] ?? 0) - amount;
      left -= amount;
      for (const place of path) refresh(place);
    }
  }
  const sum = (place: number): number => served.reduce((total, row) => total + (row[place] ?? 0), 0);
  return {
    objective: served.reduce(
      (total, row, demand) => total + row.reduce((paid, each, place) => paid + each * priceOf(demand, place), 0),
      0,
    ),
    load: capacity.map((_, place) => sum(place)),
    turnedAway: sum(away),
  };
}

/** Everyone at their cheapest place, where no place is too small for it: `undefined` where one is. */
export function uncrowded({ cost, weight, capacity, turnedAway }: Transport): Served | undefined {
  const load = new Float64Array(capacity.length);
  let [objective, away] = [0, 0];
  for (const [demand, row] of cost.entries()) {
    const own = weight[demand] ?? 0;
    let [nearest, least] = [-1, turnedAway];
    for (const [place, each] of row.entries()) if (each < least) [nearest, least] = [place, each];
    objective += own * least;
    if (nearest < 0) away += own;
    else load[nearest] = (load[nearest] ?? 0) + own;
  }
  const isCrowded = capacity.some((most, place) => (load[place] ?? 0) > most);
  return isCrowded ? undefined : { objective, load: [...load], turnedAway: away };
}

/** The cheapest way to a place that is free, from outside (Bellman and Ford: pushing may cost less than nothing). */
function cheapest(
  enter: readonly number[],
  push: (from: number, to: number) => number,
  isFree: (place: number) => boolean,
): { readonly path: readonly number[] } {
  const least = [...enter];
  const before = enter.map(() => -1);
  for (let round = 1; round < enter.length; round++) {
    let isChanged: "yes" | "no" = "no";
    for (let from = 0; from < enter.length; from++)
      for (let to = 0; to < enter.length; to++) {
        const reached = (least[from] ?? Infinity) + push(from, to);
        if (from === to || !(reached < (least[to] ?? Infinity) - 1e-9)) continue;
        least[to] = reached;
        before[to] = from;
        isChanged = "yes";
      }
    if (isChanged === "no") break;
  }
  let last = -1;
  for (const [place, cost] of least.entries()) if (isFree(place) && (last < 0 || cost < (least[last] ?? Infinity))) last = place;
  const path: number[] = [];
  for (let place = last; place >= 0 && path.length <= enter.length; place = before[place] ?? -1) path.unshift(place);
  return { path };
}

function add(row: Float64Array | undefined, place: number, amount: number): void {
  if (row !== undefined) row[place] = (row[place] ?? 0) + amount;
}

function setAt<Each>(rows: Each[][], row: number, column: number, value: Each): void {
  const found = rows[row];
  if (found !== undefined) found[column] = value;
}
