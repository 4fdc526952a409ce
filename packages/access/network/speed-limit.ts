const kilometresAnHour: Readonly<Record<string, number>> = { "": 1, "km/h": 1, kmh: 1, kph: 1, mph: 1.609_344, knots: 1.852 };
const walkingPace = 7;

/**
 * What a value of `maxspeed` allows, in km/h (https://wiki.openstreetmap.org/wiki/Key:maxspeed): a number, with its unit or in km/h; `walk`;
 * a zone, by its number (`FR:30`) or by the table. The least of several (`50;70`).
 *
 * @returns undefined when it says no number: `none`, `signals`, or something unknown.
 */
export function speedLimit(value: string, zones: Readonly<Record<string, number>>): number | undefined {
  const each = value.split(/[;|]/).flatMap((part) => one(part.trim(), zones) ?? []);
  return each.length === 0 ? undefined : Math.min(...each);
}

function one(value: string, zones: Readonly<Record<string, number>>): number | undefined {
  if (value === "walk") return walkingPace;
  if (Object.hasOwn(zones, value)) return zones[value];
  const zone = /^[A-Z]{2}(?:-[A-Z]+)?:(?:zone:?)?(\d{1,3})$/.exec(value);
  if (zone) return positive(Number(zone[1]));
  const [, digits = "", unit = ""] = /^(\d{1,4}(?:\.\d{1,3})?) ?([a-z/]*)$/.exec(value) ?? [];
  const factor = digits !== "" && Object.hasOwn(kilometresAnHour, unit) ? kilometresAnHour[unit] : undefined;
  return factor === undefined ? undefined : positive(Number(digits) * factor);
}

// "0" is a mistake, not a road on which one stands still.
const positive = (speed: number): number | undefined => (speed > 0 ? speed : undefined);

/**
 * The seconds of a ferry's `duration` (https://wiki.openstreetmap.org/wiki/Key:duration): minutes, hours and minutes, or ISO 8601.
 *
 * @returns undefined when it is none of these, or nothing.
 */
export function crossingSeconds(value: string): number | undefined {
  const clock = /^(?:(\d{1,3}):)?(\d{1,4})(?::(\d{2}))?$/.exec(value);
  if (clock) return positive(Number(clock[1] ?? 0) * 3_600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0));
  const iso = /^PT(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:(\d{1,4})S)?$/.exec(value);
  return iso ? positive(Number(iso[1] ?? 0) * 3_600 + Number(iso[2] ?? 0) * 60 + Number(iso[3] ?? 0)) : undefined;
}
