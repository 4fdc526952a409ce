import type { Tags } from "../osm/elements.ts";
import type { Profile } from "./profile.ts";
import { crossingSeconds, speedLimit } from "./speed-limit.ts";

/** Why something of the map is not in the network. */
export type LeftOutReason =
  "class" | "access" | "surface" | "tunnel" | "area" | "reversible" | "missing-nodes" | "island" | "unclear-restriction";

/** What a way of the map is to a traveller. */
export type Passage =
  | { readonly kind: "no-road" }
  | { readonly kind: "left-out"; readonly reason: LeftOutReason }
  /** km/h each way; 0 where one may not go. */
  | { readonly kind: "road"; readonly forward: number; readonly backward: number }
  /** A ferry that says how long its crossing is, from one end to the other. */
  | { readonly kind: "crossing"; readonly seconds: number };

/** Reads what a way is to the traveller of a profile: may they, in which direction, how fast. */
export function passage(profile: Profile, tags: Tags): Passage {
  const leftOut = (reason: LeftOutReason): Passage => ({ kind: "left-out", reason });
  if (tags.get("route") === "ferry") return boards(profile, tags) ? ferry(profile, tags) : leftOut("access");
  const highway = tags.get("highway");
  if (highway === undefined) return { kind: "no-road" };
  const classSpeed = Object.hasOwn(profile.speeds, highway) ? profile.speeds[highway] : undefined;
  if (classSpeed === undefined) return leftOut("class");
  if (tags.get("area") === "yes" && profile.areas === "closed") return leftOut("area");
  const sign = signOf(profile, tags);
  if (sign.says === "closed") return leftOut("access");
  if (classSpeed === 0 && sign.says !== "welcome") return leftOut("class");
  if (profile.noTunnels.includes(highway) && tags.get("tunnel") === "yes" && sign.says !== "welcome" && !hasSidewalk(tags))
    return leftOut("tunnel");
  const surely =
    sign.says === "walked" ? profile.walkSpeed : Math.max(classSpeed, sign.says === "welcome" ? profile.access.welcome : 0);
  const cap = capOf(profile, tags);
  if (cap === 0) return leftOut("surface");
  const ways = directions(profile, tags, highway);
  if (ways === "reversible") return leftOut("reversible");
  const speed = (limit: string): number => Math.min(cap, withLimit(profile, tags, highway, limit, surely));
  return {
    kind: "road",
    forward: ways === "backward" ? 0 : speed("maxspeed:forward"),
    backward: ways === "forward" ? 0 : speed("maxspeed:backward"),
  };
}

/** Whether a point of a way stops the traveller: a bollard, a closed gate. */
export function blocks(profile: Profile, tags: Tags): boolean {
  const barrier = tags.get("barrier");
  if (barrier === undefined) return false;
  const { says } = signOf(profile, tags);
  return says === "unsaid" ? profile.barriers.closed.includes(barrier) : says === "closed";
}

type Sign = { readonly says: "unsaid" | "closed" | "walked" | "open" | "welcome" };
const welcoming = new Set(["yes", "designated", "official", "permissive"]);

function signOf({ access: { keys, closed, walked } }: Profile, tags: Tags): Sign {
  const at = keys.findIndex((key) => tags.has(key));
  const value = tags.get(keys[at] ?? "");
  if (value === undefined) return { says: "unsaid" };
  if (closed.includes(value)) return { says: "closed" };
  if (walked.includes(value)) return { says: "walked" };
  // `access=yes` is about everyone: it opens no footway to cars.
  return { says: welcoming.has(value) && at < keys.length - 1 ? "welcome" : "open" };
}

const hasSidewalk = (tags: Tags): boolean =>
  ["sidewalk", "sidewalk:both", "sidewalk:left", "sidewalk:right"].some((key) =>
    ["both", "left", "right", "yes", "separate"].includes(tags.get(key) ?? "no"),
  );

function boards(profile: Profile, tags: Tags): boolean {
  const { says } = signOf(profile, tags);
  return says === "unsaid" ? profile.ferry.unsaid === "open" : says !== "closed";
}

function ferry({ ferry: { speed } }: Profile, tags: Tags): Passage {
  const seconds = crossingSeconds(tags.get("duration") ?? "");
  return seconds === undefined ? { kind: "road", forward: speed, backward: speed } : { kind: "crossing", seconds };
}

function capOf({ caps }: Profile, tags: Tags): number {
  let least = Infinity;
  for (const [key, speeds] of Object.entries(caps)) {
    const value = tags.get(key);
    if (value !== undefined && Object.hasOwn(speeds, value)) least = Math.min(least, speeds[value] ?? Infinity);
  }
  return least;
}

/** `of`: the limit of one direction, before that of both. */
function withLimit({ limits }: Profile, tags: Tags, highway: string, of: string, speed: number): number {
  if (limits.kind === "ignored") return speed;
  for (const key of [of, "maxspeed", "maxspeed:type", "source:maxspeed", "zone:maxspeed"]) {
    const limit = speedLimit(tags.get(key) ?? "", limits.zones);
    if (limit === undefined) continue;
    const driven = limit * limits.share;
    return limits.onlySlows.includes(highway) ? Math.min(speed, driven) : driven;
  }
  return speed;
}

function directions({ oneWay }: Profile, tags: Tags, highway: string): "both" | "forward" | "backward" | "reversible" {
  const said = oneWay.keys.map((key) => tags.get(key)).find((value) => value !== undefined);
  if (oneWay.kind === "followed")
    for (const [key, values] of Object.entries(oneWay.against)) if (values.includes(tags.get(key) ?? "")) return "both";
  switch (said) {
    case "yes":
    case "true":
    case "1":
      return "forward";
    case "-1":
    case "reverse":
      return "backward";
    case "reversible":
      return "reversible";
    case undefined:
      break;
    default:
      return "both";
  }
  if (oneWay.kind === "ignored") return "both";
  const junction = tags.get("junction");
  return junction === "roundabout" || junction === "circular" || highway === "motorway" ? "forward" : "both";
}
