import type { OsmRelation } from "../osm/elements.ts";
import type { Profile } from "./profile.ts";

/** A turn that is forbidden, or the only one allowed: at a crossing, or for who has gone along some ways. */
export interface Restriction {
  readonly rule: "forbidden" | "only";
  readonly from: readonly number[];
  readonly via: Via;
  readonly to: readonly number[];
}

type Via =
  | { readonly kind: "point"; readonly point: number }
  /** One after the other, in any order. */
  | { readonly kind: "ways"; readonly ways: readonly number[] };

/**
 * Reads a turn restriction (https://wiki.openstreetmap.org/wiki/Relation:restriction).
 *
 * @returns "other" when it is none, or not for this traveller, or not at all hours; "unclear" when it lacks a part.
 */
export function restrictionOf(profile: Profile, { tags, members }: OsmRelation): Restriction | "other" | "unclear" {
  if (profile.turns.length === 0 || !(tags.get("type") ?? "").startsWith("restriction")) return "other";
  if ((tags.get("except") ?? "").split(/[;, ]+/).some((vehicle) => profile.turns.includes(vehicle))) return "other";
  // Those of some hours only: most of the day, the turn is allowed.
  if (tags.has("hour_on") || tags.has("day_on")) return "other";
  const rule = [...profile.turns.map((vehicle) => tags.get(`restriction:${vehicle}`)), tags.get("restriction")].find(
    (each) => each !== undefined,
  );
  const sense = rule === undefined ? undefined : /^(no|only)_/.exec(rule)?.[1];
  if (sense === undefined) return "other";
  const ids = (role: string, kind: "node" | "way"): readonly number[] =>
    members.filter((member) => member.role === role && member.kind === kind).map(({ id }) => id);
  const [from, points, ways, to] = [ids("from", "way"), ids("via", "node"), ids("via", "way"), ids("to", "way")];
  const via = viaOf(points, ways);
  if (from.length === 0 || to.length === 0 || via === undefined) return "unclear";
  return { rule: sense === "no" ? "forbidden" : "only", from, via, to };
}

function viaOf(points: readonly number[], ways: readonly number[]): Via | undefined {
  const [point] = points;
  if (point === undefined) return ways.length > 0 ? { kind: "ways", ways } : undefined;
  return points.length === 1 && ways.length === 0 ? { kind: "point", point } : undefined;
}
