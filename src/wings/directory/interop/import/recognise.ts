import { z } from "zod";
import { comparable, nearness } from "../../../../platform/french/near.ts";
import { comparableAddress, metresBetween, neighbourhoodsOf } from "../../places/near.ts";
import { PlaceFields, PlaceId, type Place } from "../../places/model.ts";
import { ServiceId, type Directory, type Service } from "../../card/model.ts";
import type { Said } from "./model.ts";

/** What of a place is compared, as a file says it. */
const { siret, communeCode, postcode, address, latitude, longitude } = PlaceFields.shape;
const Compared = z.object({ name: z.string().default(""), siret, communeCode, postcode, address, latitude, longitude });

/** data·inclusion writes `<source>--` before the identifier that the producer gives. */
const keyOf = (source: string, externalId: string): string =>
  `${source}\n${externalId.startsWith(`${source}--`) ? externalId.slice(source.length + 2) : externalId}`;

/** Finds which place or service of the directory a row of a file speaks of: by its identifier, its SIRET, then its name, address and distance. */
export class Recogniser {
  readonly #directory: Pick<Directory, "places" | "services">;
  readonly #places = new Map<string, PlaceId>();
  readonly #services = new Map<string, ServiceId>();
  readonly #sirets = new Map<string, PlaceId>();
  readonly #near = new Map<string, PlaceId[]>();
  readonly #given = new Map<PlaceId, Service[]>();

  constructor(directory: Pick<Directory, "places" | "services">) {
    this.#directory = directory;
    for (const place of directory.places.values()) {
      if (place.origin !== null) this.#places.set(keyOf(place.origin.source, place.origin.externalId), place.id);
      if (place.siret !== null) this.#sirets.set(place.siret, place.id);
      for (const key of nearKeys(place)) push(this.#near, key, place.id);
    }
    for (const service of directory.services.values()) {
      if (service.origin !== null) this.#services.set(keyOf(service.origin.source, service.origin.externalId), service.id);
      push(this.#given, service.placeId, service);
    }
  }

  place(source: string, externalId: string, said: Said): Place | null {
    const { places } = this.#directory;
    const siret = said["siret"];
    const found = [
      this.#places.get(keyOf(source, externalId)),
      ownId(PlaceId, externalId),
      typeof siret === "string" ? this.#sirets.get(siret) : undefined,
    ].flatMap((id) => (id === undefined ? [] : (places.get(id) ?? [])));
    return found[0] ?? this.#likePlace(said);
  }

  #likePlace(said: Said): Place | null {
    const read = Compared.safeParse(said);
    if (!read.success) return null;
    const { siret: established, ...asked } = read.data;
    let best: { readonly place: Place; readonly score: number } | null = null;
    for (const id of new Set(nearKeys(asked).flatMap((key) => this.#near.get(key) ?? []))) {
      const place = this.#directory.places.get(id);
      // Two establishments that each have their own SIRET are two.
      if (place === undefined || (established !== null && place.siret !== null && established !== place.siret)) continue;
      const score = likeness(asked, place);
      if (score > (best?.score ?? 0)) best = { place, score };
    }
    return best?.place ?? null;
  }

  /** `place`: where the row says that it is given, when that place is already known. */
  service(source: string, externalId: string, said: Said, place: Place | null): Service | null {
    const byOrigin = this.#services.get(keyOf(source, externalId)) ?? ownId(ServiceId, externalId);
    const found = byOrigin === undefined ? undefined : this.#directory.services.get(byOrigin);
    if (found !== undefined || place === null) return found ?? null;
    const [name, kind] = [said["offer.name"], said["offer.kind"]];
    if (typeof name !== "string") return null;
    const alike = (this.#given.get(place.id) ?? []).filter(
      ({ offer, state, origin }) =>
        state.kind !== "merged" &&
        // What came from the same producer under another name is another service.
        origin?.source !== source &&
        nearness(offer.name, name) >= (offer.kind === kind ? 0.6 : 0.85),
    );
    return alike.toSorted((a, b) => nearness(b.offer.name, name) - nearness(a.offer.name, name))[0] ?? null;
  }
}

/** What goes out of here goes by its own identifier, and is known by it when it comes back. */
const ownId = <Schema extends z.ZodType>(schema: Schema, externalId: string): z.output<Schema> | undefined =>
  schema.safeParse(externalId.slice(externalId.lastIndexOf("--") + 2)).data;

type Asked = Pick<Place, "name" | "communeCode" | "postcode" | "address" | "latitude" | "longitude">;

const townOf = ({ communeCode, postcode }: Asked): string => communeCode ?? postcode ?? "";

/** In which drawers a place is looked for: what shares none is not compared. */
const nearKeys = (place: Asked): readonly string[] => [
  `${townOf(place)} ${comparable(place.name)}`,
  ...(place.address === null ? [] : [`${townOf(place)} ${comparableAddress(place.address)}`]),
  ...neighbourhoodsOf(place),
];

/** 0: they are two; else how surely they are one. A name alone is not enough where the addresses disagree. */
function likeness(asked: Asked, place: Place): number {
  const name = nearness(asked.name, place.name);
  const metres = metresBetween(asked, place);
  const address =
    asked.address === null || place.address === null
      ? null
      : nearness(comparableAddress(asked.address), comparableAddress(place.address));
  const isElsewhere = (metres !== null && metres > 400) || (metres === null && address !== null && address < 0.7);
  if (isElsewhere || (metres === null && townOf(asked) !== townOf(place))) return 0;
  const isHere = (metres !== null && metres <= 80) || (address !== null && address >= 0.9);
  return name >= (isHere ? 0.65 : 0.92) ? name + (isHere ? 1 : 0) : 0;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
