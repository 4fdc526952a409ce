import type { Tx } from "../../../../platform/database/database.ts";
import { readEvents } from "../../../../platform/history/store.ts";
import { decide } from "../../../../platform/rights.ts";
import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import type { Found } from "../../../../ui/show.tsx";
import { findDuplicates, pairKey, type Duplicate } from "../find-duplicates.ts";
import { ServiceId, type Directory, type Service } from "../../card/model.ts";
import { serviceRights } from "../../card/rights.ts";
import { readDirectoryContext, type DirectoryContext } from "../../card/pages/card-read.ts";

export interface DuplicatesView extends DirectoryContext {
  readonly duplicates: readonly Duplicate[];
  readonly merged: readonly { readonly card: Service; readonly into: Service }[];
}

/** Whoever may make one of two cards may of any two. */
const anyCard = { state: "published", organisationIds: [] } as const;

// A directory as of an event never changes: what was found in it stays true.
const found = new WeakMap<Directory, readonly Duplicate[]>();
function duplicatesIn(directory: Directory): readonly Duplicate[] {
  const known = found.get(directory) ?? findDuplicates(directory);
  found.set(directory, known);
  return known;
}

/** The pairs that someone judged to be two services. */
async function apartIn(tx: Tx): Promise<ReadonlySet<string>> {
  const events = await readEvents(tx, { kind: "service", block: "apart", action: "directory.keep-apart", limit: 10_000 });
  return new Set(
    events.flatMap(({ object, after }) => {
      const other = typeof after === "object" && after !== null && "other" in after ? after.other : null;
      return typeof other === "string" ? [pairKey(object.id, other)] : [];
    }),
  );
}

/** What may be entered twice, and what was made one, for those who may do either. */
export async function readDuplicates(visit: TerritoryVisit): Promise<Found<DuplicatesView>> {
  const decision = decide(serviceRights.merge, visit.actor, anyCard);
  if (decision.kind === "refused") return decision;
  return visit.read(async (tx) => {
    const context = await readDirectoryContext(tx, visit);
    const { services } = context.directory;
    const apart = await apartIn(tx);
    const merged = [...services.values()].flatMap((card) => {
      const into = card.state.kind === "merged" ? services.get(card.state.into) : undefined;
      return into === undefined ? [] : [{ card, into }];
    });
    const duplicates = duplicatesIn(context.directory).filter(({ one, other }) => !apart.has(pairKey(one.id, other.id)));
    return { kind: "found", value: { ...context, duplicates, merged } };
  });
}

export interface PairView extends DirectoryContext {
  readonly kept: Service;
  readonly other: Service;
}

/** Two cards to compare. */
export async function readPair(visit: TerritoryVisit, keptId: string, otherId: string): Promise<Found<PairView>> {
  const decision = decide(serviceRights.merge, visit.actor, anyCard);
  if (decision.kind === "refused") return decision;
  const ids = [keptId, otherId].map((id) => ServiceId.safeParse(id).data);
  return visit.read(async (tx) => {
    const context = await readDirectoryContext(tx, visit);
    const [kept, other] = ids.map((id) => (id === undefined ? undefined : context.directory.services.get(id)));
    if (kept === undefined || other === undefined || kept.id === other.id) return { kind: "missing" };
    return { kind: "found", value: { ...context, kept, other } };
  });
}
