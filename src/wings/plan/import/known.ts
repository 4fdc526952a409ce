/** What the territory has already, that names in a file are matched with. */
export interface KnownThing {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
}
export interface KnownAxis extends KnownThing {
  readonly number: number | null;
}
export interface KnownObjective extends KnownThing {
  readonly axisId: string | null;
  readonly number: string | null;
}
export interface KnownPlan {
  readonly organisations: readonly KnownThing[];
  readonly communes: readonly KnownThing[];
  readonly axes: readonly KnownAxis[];
  readonly objectives: readonly KnownObjective[];
  readonly themes: readonly KnownThing[];
}

export const nothingKnown: KnownPlan = { organisations: [], communes: [], axes: [], objectives: [], themes: [] };
