import type { OsmRelation } from "../osm/elements.ts";
import type { Profile } from "./profile.ts";

/** A turn that is forbidden, or the only one allowed, at a crossing. */
export interface Restriction {
  readonly rule: "forbidden" | "only";
  readonly from: readonly number[];
  readonly via: number;
  readonly to: readonly number[];
}

/**
 * Reads a turn restriction (https://wiki.openstreetmap.org/wiki/Relation:restriction).
 *
 * @returns "other" when it is none, or not for this traveller, or not at all hours; "unclear" when it goes by ways instead of a point, or
 * lacks a part.
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
  const [from, via, to] = [ids("from", "way"), ids("via", "node"), ids("to", "way")];
  const [point] = via;
  if (from.length === 0 || to.length === 0 || point === undefined || via.length > 1 || ids("via", "way").length > 0)
    return "unclear";
  return { rule: sense === "no" ? "forbidden" : "only", from, via: point, to };
}
