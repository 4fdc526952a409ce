import type { Position } from "./model.ts";
import type { SearchIndex } from "./search-index.ts";
import { stemsOf } from "./tokens.ts";

/**
 * Where a typed commune or address is, by what the directory holds: the address of a known place, else the commune that the
 * text names. `null` where neither is known: no address is asked from anyone else.
 */
export function locate(text: string, index: SearchIndex): Position | null {
  const stems = stemsOf(text).slice(0, 20);
  if (stems.length === 0) return null;
  if (stems.some((stem) => /\d/.test(stem)) || stems.length > 2) {
    const place = index.places.find(
      ({ address, latitude }) => address !== null && latitude !== null && isWithin(stemsOf(address), stems),
    );
    if (place !== undefined && place.latitude !== null && place.longitude !== null)
      return { latitude: place.latitude, longitude: place.longitude };
  }
  for (let at = 0; at < stems.length; at += 1) {
    const commune = index.communeNames.at(stems, at, index.near, 0.65);
    const position = commune === null ? null : index.communes[commune.value]?.position;
    if (position !== null && position !== undefined) return position;
  }
  return null;
}

const isWithin = (address: readonly string[], typed: readonly string[]): boolean =>
  address.length >= 2 && address.every((stem) => typed.includes(stem));
