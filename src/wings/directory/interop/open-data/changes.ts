import { dayOf } from "../../../../platform/clock.ts";
import type { Event } from "../../../../platform/history/model.ts";
import { PlaceId } from "../../places/model.ts";
import { ServiceId, ServiceState, type Directory, type Part } from "../../card/model.ts";

/** A change that everyone may know of: never who made it, nor what was kept inside. */
export type PublicChange = {
  /** Number of its event: stable, and the later the larger. */
  readonly seq: number;
  readonly at: Date;
  readonly serviceId: ServiceId;
  readonly name: string;
} & (
  | { readonly kind: "published" | "reopened" | "closed" | "place" }
  | { readonly kind: "changed"; readonly parts: readonly PublicPart[] }
);

type Standing = "published" | "hidden" | "closed";

const standingOf = (state: ServiceState): Standing =>
  state.kind === "published" || state.kind === "closed" ? state.kind : "hidden";

const readStanding = (state: unknown): Standing => {
  const read = ServiceState.safeParse(state);
  return read.success ? standingOf(read.data) : "hidden";
};

/** Parts of a card that the public reads. To verify a card changes nothing that one can read in it but its date. */
export const publicParts = [
  "offer",
  "forWhom",
  "opening",
  "where",
  "wayIn",
  "fees",
  "capacity",
  "carried",
] as const satisfies readonly Part[];
export type PublicPart = (typeof publicParts)[number];

/** What became of a service from one standing to another, as the public sees it. */
function moved(before: Standing, after: Standing): "published" | "reopened" | "closed" | null {
  if (after === "published" && before !== "published") return before === "closed" ? "reopened" : "published";
  return after === "closed" && before === "published" ? "closed" : null;
}

/**
 * The changes that the public may know of, the newest first, from the events of the directory, the newest first. A card that was in
 * preparation when it changed says nothing of that change; several changes of a card on one day are one.
 */
export function publicChanges(
  events: readonly Event[],
  { services, places }: Pick<Directory, "services" | "places">,
): readonly PublicChange[] {
  const standings = new Map([...services.values()].map(({ id, state }) => [id, standingOf(state)] as const));
  const changes: PublicChange[] = [];
  for (const { seq, at, object, verb, block, before } of events) {
    const base = { seq, at, name: object.label };
    if (object.kind === "place") {
      const placeId = PlaceId.safeParse(object.id).data;
      const shown = [...services.values()].find((each) => each.placeId === placeId && each.state.kind === "published");
      if (verb === "changed" && shown !== undefined && placeId !== undefined && places.has(placeId))
        changes.push({ ...base, kind: "place", serviceId: shown.id });
      continue;
    }
    const serviceId = ServiceId.safeParse(object.id).data;
    const standing = serviceId && standings.get(serviceId);
    if (serviceId === undefined || standing === undefined) continue;
    if (block === "state") {
      const earlier = readStanding(before);
      const kind = moved(earlier, standing);
      standings.set(serviceId, earlier);
      if (kind !== null) changes.push({ ...base, kind, serviceId });
    } else if (verb === "created") {
      if (standing === "published") changes.push({ ...base, kind: "published", serviceId });
    } else if (verb === "changed" && standing === "published") {
      const part = publicParts.find((each) => each === block);
      if (part === undefined) continue;
      const last = changes.findIndex(
        (change) => change.kind === "changed" && change.serviceId === serviceId && dayOf(change.at) === dayOf(at),
      );
      const known = changes[last];
      if (known?.kind === "changed") changes[last] = { ...known, parts: [...new Set([...known.parts, part])] };
      else changes.push({ ...base, kind: "changed", serviceId, parts: [part] });
    }
  }
  return changes;
}
