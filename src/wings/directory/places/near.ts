import { comparable } from "../../../platform/french/near.ts";
import type { Place } from "./model.ts";

type Positioned = Pick<Place, "latitude" | "longitude">;

const metresByDegree = 111_195;

/** Metres between two places of one territory, where the earth is flat enough; `null` where one has no position. */
export function metresBetween(one: Positioned, other: Positioned): number | null {
  if (one.latitude === null || one.longitude === null || other.latitude === null || other.longitude === null) return null;
  const narrow = Math.cos((one.latitude * Math.PI) / 180);
  return metresByDegree * Math.hypot(one.latitude - other.latitude, (one.longitude - other.longitude) * narrow);
}

/**
 * The squares of about 300 metres that a place is filed in, four that overlap by halves: two places within 150 metres of each other
 * share one at least.
 */
export function neighbourhoodsOf({ latitude, longitude }: Positioned): readonly string[] {
  if (latitude === null || longitude === null) return [];
  const [row, column] = [latitude / 0.0027, longitude / 0.004];
  return [0, 0.5].flatMap((up) =>
    [0, 0.5].map((right) => `${Math.floor(row + up)}:${up}:${Math.floor(column + right)}:${right}`),
  );
}

/** A street and its number as they are compared: "6, Place de l’Hôtel de Ville" and "6 place Hotel de ville" are one. */
export const comparableAddress = (address: string): string => {
  const text = comparable(address)
    .replace(/\b(?:avenue|av)\b/g, "avenue")
    .replace(/\b(?:boulevard|bd|bld)\b/g, "boulevard")
    .replace(/\b(?:place|pl)\b/g, "place")
    .replace(/\b(?:route|rte)\b/g, "route");
  return text;
};

/** The digits of a French telephone: "+33 3 29 62 06 34" and "03.29.62.06.34" are one. */
export function comparablePhone(phone: string): string | null {
  const digits = phone.replace(/\D/g, "").replace(/^(?:00)?33(?=\d{9}$)/, "0");
  return digits.length >= 10 ? digits : null;
}
