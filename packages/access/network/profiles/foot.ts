import type { Profile } from "../profile.ts";

const walking = 5;

/** Someone who walks, by day, and avoids climbing with hands. */
export const foot: Profile = {
  name: "foot",
  walkSpeed: walking,
  speeds: {
    trunk: walking,
    trunk_link: walking,
    primary: walking,
    primary_link: walking,
    secondary: walking,
    secondary_link: walking,
    tertiary: walking,
    tertiary_link: walking,
    unclassified: walking,
    road: walking,
    residential: walking,
    living_street: walking,
    service: walking,
    track: walking,
    pedestrian: walking,
    footway: walking,
    path: walking,
    bridleway: walking,
    cycleway: walking,
    corridor: walking,
    platform: walking,
    steps: 2.5,
  },
  caps: {
    motorroad: { yes: 0 },
    // The scale of the Swiss Alpine Club: from the fourth degree, hands are needed.
    sac_scale: {
      hiking: 4.5,
      mountain_hiking: 3.5,
      demanding_mountain_hiking: 2.5,
      alpine_hiking: 0,
      demanding_alpine_hiking: 0,
      difficult_alpine_hiking: 0,
    },
    surface: { sand: 3.5, mud: 3 },
    smoothness: { impassable: 0 },
  },
  access: {
    keys: ["foot", "access"],
    closed: ["no", "private", "military", "emergency", "restricted", "use_sidepath"],
    walked: [],
    welcome: walking,
  },
  noTunnels: ["trunk", "trunk_link", "primary", "primary_link", "secondary", "secondary_link", "tertiary", "tertiary_link"],
  areas: "around",
  limits: { kind: "ignored" },
  oneWay: { kind: "ignored", keys: ["oneway:foot"] },
  barriers: { closed: ["fence", "wall"] },
  ferry: { speed: 8, unsaid: "open" },
  turns: [],
};
