import { z } from "zod";
import { defineAction } from "../../platform/action.ts";
import { refuseStale } from "../../platform/history/conflict.ts";
import { plain, samePlain } from "../../platform/history/rules.ts";
import { writtenNumber } from "../../platform/model.ts";
import { Internal, parts, ServiceId, type Part } from "../model.ts";
import { serviceRights } from "../rights.ts";
import { saveService } from "../store.ts";
import { checkReferences } from "./check-references.ts";
import { findService, serviceObject } from "./find-service.ts";

const edited = {
  serviceId: ServiceId,
  /** Number of the last event of the card when the person opened it. */
  seen: writtenNumber.pipe(z.number().int().min(0)),
};

/** Changes one part of a card. Two people on two parts do not meet; on the same part, the second sees what changed and chooses. */
export const editPart = defineAction({
  name: "directory.edit-part",
  input: z.discriminatedUnion("part", [
    z.object({ ...edited, part: z.literal("offer"), value: parts.offer }),
    z.object({ ...edited, part: z.literal("forWhom"), value: parts.forWhom }),
    z.object({ ...edited, part: z.literal("opening"), value: parts.opening }),
    z.object({ ...edited, part: z.literal("where"), value: parts.where }),
    z.object({ ...edited, part: z.literal("wayIn"), value: parts.wayIn }),
    z.object({ ...edited, part: z.literal("fees"), value: parts.fees }),
    z.object({ ...edited, part: z.literal("capacity"), value: parts.capacity }),
    z.object({ ...edited, part: z.literal("carried"), value: parts.carried }),
    z.object({ ...edited, part: z.literal("exchanged"), value: parts.exchanged }),
    z.object({ ...edited, part: z.literal("internal"), value: Internal }),
  ]),
  subject: ({ input, tx }) => findService(tx, input.serviceId),
  allow: serviceRights.edit,
  run: async ({ input, subject: { service }, actor, lang, tx, now, record }): Promise<Part | "internal"> => {
    const { part, seen, value } = input;
    await checkReferences(tx, lang, { card: { [part]: value }, before: service, prefix: () => "value." });
    const [before, after] = [plain(service[part]), plain(value)];
    await refuseStale(tx, { object: { kind: "service", id: service.id }, block: part, seen, now: before, mine: after });
    if (samePlain(before, after)) return part;
    const next = { ...service, [part]: value, updatedAt: now };
    await saveService(tx, actor.territory, next);
    await record({ verb: "changed", object: serviceObject(next), block: part, before, after });
    return part;
  },
});
