import { componentsOf, type Components } from "../components/components.ts";
import { placesOf } from "../components/places.ts";
import { countedPeople } from "../groups/counted.ts";
import { groupings, type Groups } from "../groups/groups.ts";
import { careful, type Rules } from "../groups/rules.ts";
import { someDraws, stabilityOf, type Draws } from "../groups/stability.ts";
import { consensus, type Consensus } from "../statements/consensus.ts";
import { countsByGroup, countsOf, type Counts } from "../statements/counts.ts";
import { divisions, type Division } from "../statements/division.ts";
import { representative, type Representative } from "../statements/representative.ts";
import type { VoteMatrix } from "../votes/matrix.ts";
import { hullOf } from "./hull.ts";

/** A group, as a map shows it. */
export interface Group {
  readonly size: number;
  /** Where its name goes: the mean place of its people. */
  readonly label: readonly [number, number];
  readonly hull: readonly (readonly [number, number])[];
  /** How well a bootstrap finds it again, from 0 to 1; nothing when it was not asked. */
  readonly stability: number | null;
  readonly representative: readonly Representative[];
}

/** Why there are no groups: too few people count; no way without a group too small; none that a bootstrap finds again. */
export type NoGroups = "few-people" | "all-alike" | "unstable";

/** What people agree on, what divides them and between whom. */
export interface OpinionMap {
  readonly matrix: VoteMatrix;
  readonly components: Components;
  /** Where each person stands: `x` at `2 * person`, `y` after it. */
  readonly places: Float64Array;
  /** The people who count in groups, by their places in the matrix, growing. */
  readonly counted: Int32Array;
  /** The group of each person, −1 for those who have none. */
  readonly groupOf: Int32Array;
  readonly groups: readonly Group[];
  /** `null` when there are groups. */
  readonly noGroups: NoGroups | null;
  /** From −1 to 1; `null` without groups. */
  readonly silhouette: number | null;
  readonly all: Counts;
  readonly byGroup: readonly Counts[];
  readonly consensus: readonly Consensus[];
  readonly divisions: readonly Division[];
}

export interface MapOptions {
  readonly rules?: Rules;
  /** How stability is drawn; `null` to leave it out: then groups are told whether they are stable or not. */
  readonly draws?: Draws | null;
  /** The former group of people, by their names: groups start from it and keep its numbers. */
  readonly former?: ReadonlyMap<string, number>;
  /** The components, when they are known: those of the same votes. */
  readonly components?: Components;
}

/** The map of opinions of some votes. The same votes give the same map. */
export function opinionMap(matrix: VoteMatrix, options: MapOptions = {}): OpinionMap {
  const { rules = careful, draws = someDraws, components = componentsOf(matrix) } = options;
  const places = placesOf(matrix, components);
  const counted = countedPeople(matrix, rules);
  const { chosen, stability, noGroups } = choose(matrix, counted, placesOfSome(places, counted), rules, draws, options.former);
  const groupOf = new Int32Array(matrix.people.length).fill(-1);
  for (const [at, person] of counted.entries()) groupOf[person] = chosen?.of[at] ?? -1;
  const all = countsOf(matrix);
  const byGroup = countsByGroup(matrix, groupOf, chosen?.sizes.length ?? 0);
  const members = Map.groupBy(counted, (person) => groupOf[person] ?? -1);
  const groups = (chosen?.sizes ?? []).map((size, group): Group => ({
    size,
    label: [chosen?.centres[2 * group] ?? 0, chosen?.centres[2 * group + 1] ?? 0],
    hull: hullOf(places, members.get(group) ?? []),
    stability: stability?.[group] ?? null,
    representative: representative(byGroup, group),
  }));
  return {
    matrix,
    components,
    places,
    counted,
    groupOf,
    groups,
    noGroups,
    silhouette: chosen?.silhouette ?? null,
    all,
    byGroup,
    consensus: consensus(all, byGroup),
    divisions: divisions(all, byGroup),
  };
}

/** The group of each person who has one, by name: what the next map starts from. */
export function groupsByName({ matrix, groupOf }: OpinionMap): ReadonlyMap<string, number> {
  return new Map(matrix.people.map((name, person) => [name, groupOf[person] ?? -1] as const).filter(([, group]) => group >= 0));
}

interface Choice {
  readonly chosen?: Groups;
  readonly stability?: readonly number[] | undefined;
  readonly noGroups: NoGroups | null;
}

function choose(
  matrix: VoteMatrix,
  counted: Int32Array,
  places: Float64Array,
  rules: Rules,
  draws: Draws | null,
  formerByName: ReadonlyMap<string, number> | undefined,
): Choice {
  if (counted.length < rules.fewestPeople) return { noGroups: "few-people" };
  const former = formerByName && counted.map((person) => formerByName.get(matrix.people[person] ?? "") ?? -1);
  const found = groupings(places, rules, former?.some((group) => group >= 0) === true ? former : undefined);
  if (found[0] === undefined) return { noGroups: "all-alike" };
  if (draws === null) return { chosen: found[0], noGroups: null };
  const stability = stabilityOf(matrix, counted, found, rules, draws);
  const which = stability.findIndex((own) => Math.min(...own) >= rules.leastStability);
  const chosen = found[which];
  return chosen === undefined ? { noGroups: "unstable" } : { chosen, stability: stability[which], noGroups: null };
}

function placesOfSome(places: Float64Array, people: Int32Array): Float64Array {
  const out = new Float64Array(2 * people.length);
  for (const [at, person] of people.entries()) out.set(places.subarray(2 * person, 2 * person + 2), 2 * at);
  return out;
}
