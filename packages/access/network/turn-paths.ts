/** The roads where turns are restricted. An arc is a segment in a direction. */
export interface RoadsThere {
  readonly arriving: (node: number) => readonly number[];
  readonly leaving: (node: number) => readonly number[];
  readonly wayOf: (arc: number) => number;
  readonly headOf: (arc: number) => number;
}

interface Turn {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Arcs one after the other, after which a turn is restricted. */
type Path = readonly number[];

/**
 * By which arcs one comes to a turn at a node; none where a road of the restriction is not one of this traveller's.
 *
 * @returns "unclear" when a way comes there twice.
 */
export function pathsAt({ arriving, leaving, wayOf }: RoadsThere, { from, to }: Turn, node: number): readonly Path[] | "unclear" {
  const comers = from.map((way) => arriving(node).filter((arc) => wayOf(arc) === way));
  if (comers.every((arcs) => arcs.length === 0) || !leaving(node).some((arc) => to.includes(wayOf(arc)))) return [];
  return comers.some((arcs) => arcs.length > 1) ? "unclear" : comers.flat().map((arc) => [arc]);
}

// Real ones have a few arcs; a map made to trap has ways that cross themselves at every point.
const MOST_STEPS = 1_000;

/**
 * By which arcs one comes to a turn along ways: from a road named, then by all the ways between, without passing a node twice, up to the
 * first node from which the turn can be made.
 *
 * @param nodes those of the ways between.
 * @returns none where the traveller can't come there so; "unclear" when there are several ways to.
 */
export function pathsAlong(
  { arriving, leaving, wayOf, headOf }: RoadsThere,
  { from, via, to }: Turn & { readonly via: readonly number[] },
  nodes: readonly number[],
): readonly Path[] | "unclear" {
  const between = new Set(via);
  const found: Path[] = [];
  let steps = 0;
  const goOn = (path: Path, passed: ReadonlySet<number>): void => {
    const node = headOf(path.at(-1) ?? 0);
    const gone = new Set(path.slice(1).map(wayOf));
    if (gone.size === between.size && leaving(node).some((arc) => to.includes(wayOf(arc)))) {
      found.push(path);
      return;
    }
    for (const arc of leaving(node)) {
      if (!between.has(wayOf(arc)) || passed.has(headOf(arc)) || steps >= MOST_STEPS) continue;
      steps += 1;
      goOn([...path, arc], new Set([...passed, headOf(arc)]));
    }
  };
  for (const node of new Set(nodes))
    for (const arc of arriving(node)) if (from.includes(wayOf(arc))) goOn([arc], new Set([node]));
  const starts = new Set(found.map(([arc = 0]) => wayOf(arc)));
  return steps >= MOST_STEPS || starts.size < found.length ? "unclear" : found;
}

/** Turns that are forbidden after some arcs: the more one knows of where somebody comes from, the more are. */
export class ForbiddenTurns {
  readonly #paths: Path[] = [];
  readonly #places = new Map<string, number>();
  readonly #turns: Set<number>[] = [];

  /** Forbids turns after a path; what leads to it is then told apart too. */
  add(path: Path, turns: readonly number[]): void {
    for (let length = 1; length <= path.length; length++) {
      const start = path.slice(0, length);
      if (this.#places.has(start.join())) continue;
      this.#places.set(start.join(), this.#paths.length);
      this.#paths.push(start);
      this.#turns.push(new Set());
    }
    const known = this.#turns[this.#places.get(path.join()) ?? -1];
    for (const turn of turns) known?.add(turn);
  }

  /** The paths that are told apart. */
  paths(): readonly Path[] {
    return this.#paths;
  }

  /** The place, in `paths`, of what is known of who has gone so: the longest end of it that is told apart. */
  placeAfter(path: Path): number | undefined {
    for (let from = 0; from < path.length; from++) {
      const place = this.#places.get(path.slice(from).join());
      if (place !== undefined) return place;
    }
    return undefined;
  }

  /** What is forbidden to who has gone so. */
  after(path: Path): ReadonlySet<number> {
    const all = new Set<number>();
    for (let from = 0; from < path.length; from++)
      for (const turn of this.#turns[this.#places.get(path.slice(from).join()) ?? -1] ?? []) all.add(turn);
    return all;
  }
}
