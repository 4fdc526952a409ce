import { z } from "zod";
import { defineUseCase, refuseField } from "../../../../platform/use-case.ts";
import type { Change } from "../../../../platform/history/model.ts";
import { asPlain, samePlain } from "../../../../platform/record/rules.ts";
import { setOf } from "../../../../platform/model.ts";
import { duplicateWords } from "../words.ts";
import { mergedCard } from "../merge-cards.ts";
import { partNames, ServiceId, type Service } from "../../card/model.ts";
import { serviceRights } from "../../card/rights.ts";
import { saveService } from "../../card/store.ts";
import { findPair } from "./find-pair.ts";
import { serviceObject } from "../../card/use-cases/find-service.ts";

const open = new Set<Service["state"]["kind"]>(["draft", "published"]);

/**
 * Makes one card of two. The kept one takes the fields that are asked from the other; the other stays whole behind it, and everything
 * can be put back as it was.
 */
export const mergeServices = defineUseCase({
  name: "directory.merge-services",
  input: z.object({ serviceId: ServiceId, otherId: ServiceId, take: setOf(z.string().max(60)) }),
  by: { otherId: ServiceId, serviceId: ServiceId },
  subject: ({ input, tx }) => findPair(tx, input.serviceId, input.otherId),
  allow: serviceRights.merge,
  run: async ({ input, subject: { service: kept, other }, actor, lang, tx, now, recordAll }): Promise<ServiceId> => {
    const say = duplicateWords(lang);
    if (kept.id === other.id || !open.has(kept.state.kind) || !open.has(other.state.kind))
      throw refuseField("", say("merge.notOpen"));
    const merged = mergedCard(kept, other, new Set(input.take));
    if (merged === null) throw refuseField("take", say("merge.noCard"));
    const changed = partNames.filter((part) => !samePlain(asPlain(kept[part]), asPlain(merged[part])));
    const isChanged = changed.length > 0 || merged.placeId !== kept.placeId;
    const after = { ...merged, updatedAt: isChanged ? now : kept.updatedAt };
    const state = { kind: "merged" as const, into: kept.id };
    await saveService(tx, actor.territory, after);
    await saveService(tx, actor.territory, { ...other, state });
    // What is needed to put them back is in the history, with what was done.
    const trace = (card: Service) => ({
      placeId: card.placeId,
      updatedAt: card.updatedAt,
      ...Object.fromEntries(changed.map((part) => [part, card[part]])),
    });
    const told: readonly Change[] = [
      ...changed.map((part): Change => ({
        verb: "changed",
        object: serviceObject(after),
        block: part,
        before: asPlain(kept[part]),
        after: asPlain(after[part]),
      })),
      {
        verb: "moved",
        object: serviceObject(after),
        block: `merge ${other.id}`,
        before: asPlain(trace(kept)),
        after: asPlain(trace(after)),
      },
      { verb: "moved", object: serviceObject(other), block: "state", before: asPlain(other.state), after: asPlain(state) },
    ];
    await recordAll(told);
    return kept.id;
  },
});
