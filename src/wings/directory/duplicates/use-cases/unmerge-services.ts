import { z } from "zod";
import { defineUseCase, refuseField } from "../../../../platform/use-case.ts";
import type { Tx } from "../../../../platform/database/database.ts";
import type { Change, Event } from "../../../../platform/history/model.ts";
import { asPlain, samePlain } from "../../../../platform/record/rules.ts";
import { readEvents } from "../../../../platform/history/store.ts";
import { duplicateWords } from "../words.ts";
import { isRecord } from "../../interop/import/said.ts";
import { Card, partNames, ServiceId, ServiceState, type Part, type Service } from "../../card/model.ts";
import { PlaceId } from "../../places/model.ts";
import { serviceRights } from "../../card/rights.ts";
import { saveService } from "../../card/store.ts";
import { findService, serviceObject } from "../../card/use-cases/find-service.ts";

/** Puts two cards back as they were before they were made one. What was written on the kept one since is kept, and told. */
export const unmergeServices = defineUseCase({
  name: "directory.unmerge-services",
  input: z.object({ serviceId: ServiceId }),
  by: { serviceId: ServiceId },
  subject: ({ input, tx }) => findService(tx, input.serviceId),
  allow: serviceRights.merge,
  run: async ({ subject: { service: merged }, actor, lang, tx, recordAll }): Promise<readonly Part[]> => {
    const { state } = merged;
    const kept = state.kind === "merged" ? (await findService(tx, state.into))?.service : undefined;
    const moved = await lastEvent(tx, merged.id, "state");
    const told = kept && (await lastEvent(tx, kept.id, `merge ${merged.id}`));
    const before = ServiceState.safeParse(moved?.before);
    if (kept === undefined || told === undefined || !before.success)
      throw refuseField("", duplicateWords(lang)("unmerge.notMerged"));
    const { after, edited } = putBack(kept, told);
    await saveService(tx, actor.territory, after);
    await saveService(tx, actor.territory, { ...merged, state: before.data });
    const changes = partNames.flatMap((part): Change[] => {
      const [was, is] = [asPlain(kept[part]), asPlain(after[part])];
      return samePlain(was, is) ? [] : [{ verb: "restored", object: serviceObject(after), block: part, before: was, after: is }];
    });
    await recordAll([
      ...changes,
      { verb: "restored", object: serviceObject(merged), block: "state", before: asPlain(state), after: asPlain(before.data) },
      { verb: "restored", object: serviceObject(after), block: `unmerge ${merged.id}` },
    ]);
    return edited;
  },
});

async function lastEvent(tx: Tx, id: ServiceId, block: string): Promise<Event | undefined> {
  const [latest] = await readEvents(tx, { kind: "service", id, block, limit: 1 });
  return latest;
}

/** The kept card without what it took, part by part; `edited`: the parts that someone wrote in since, which stay. */
function putBack(kept: Service, { before, after }: Event): { readonly after: Service; readonly edited: readonly Part[] } {
  const [was, became] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
  const taken = partNames.filter((part) => was[part] !== undefined);
  const isAsMerged = (part: Part): boolean => samePlain(asPlain(kept[part]), became[part] ?? null);
  const edited = taken.filter((part) => !isAsMerged(part));
  const restored = Object.fromEntries(taken.filter(isAsMerged).map((part) => [part, was[part]]));
  const place = PlaceId.safeParse(kept.placeId === became["placeId"] ? was["placeId"] : kept.placeId);
  const isUntouched = samePlain(asPlain(kept.updatedAt), became["updatedAt"] ?? null);
  const updatedAt = isUntouched && typeof was["updatedAt"] === "string" ? new Date(was["updatedAt"]) : kept.updatedAt;
  const card = Card.parse({ ...Card.parse(kept), ...restored });
  return { after: { ...kept, ...card, placeId: place.data ?? kept.placeId, updatedAt }, edited };
}
