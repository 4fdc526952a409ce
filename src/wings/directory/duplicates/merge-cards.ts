import { samePlain } from "../../../platform/record/rules.ts";
import type { Plain } from "../../../platform/history/model.ts";
import { isUnknown, saidOf, withSaid } from "../interop/import/said.ts";
import type { Service } from "../card/model.ts";

/** A field that two cards say differently. */
export interface Difference {
  /** `fees.fee`, or `placeId`. */
  readonly path: string;
  readonly kept: Plain;
  readonly other: Plain;
}

/** The fields in which two cards differ, where the other one says something. */
export function differences(kept: Service, other: Service): readonly Difference[] {
  const [mine, theirs] = [saidOf("service", kept), saidOf("service", other)];
  const fields = Object.keys(theirs).map((path) => ({ path, kept: mine[path] ?? null, other: theirs[path] ?? null }));
  return [{ path: "placeId", kept: kept.placeId, other: other.placeId }, ...fields].filter(
    (each) => !isUnknown(each.other) && !samePlain(each.kept, each.other),
  );
}

/** What is taken from the other card unless someone says otherwise: what the kept one does not know. */
export const blanksToFill = (found: readonly Difference[]): readonly string[] =>
  found.filter(({ kept }) => isUnknown(kept)).map(({ path }) => path);

/** The kept card with these fields of the other; `null` where they do not go together. */
export function mergedCard(kept: Service, other: Service, take: ReadonlySet<string>): Service | null {
  const theirs = saidOf("service", other);
  const taken = Object.fromEntries(Object.entries(theirs).filter(([path]) => take.has(path)));
  const card = withSaid(kept, taken);
  return card && { ...kept, ...card, placeId: take.has("placeId") ? other.placeId : kept.placeId };
}
