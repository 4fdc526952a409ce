import { z } from "zod";
import type { Work } from "../../../../platform/use-case.ts";
import { refuseStale } from "../../../../platform/record/conflict.ts";
import { plain, samePlain } from "../../../../platform/record/rules.ts";
import { writtenNumber } from "../../../../platform/model.ts";
import { Internal, parts, type Service } from "../model.ts";
import { saveService } from "../store.ts";
import { checkReferences } from "./check-references.ts";
import { serviceObject } from "./find-service.ts";

const publicParts = [
  z.object({ part: z.literal("offer"), value: parts.offer }),
  z.object({ part: z.literal("forWhom"), value: parts.forWhom }),
  z.object({ part: z.literal("opening"), value: parts.opening }),
  z.object({ part: z.literal("where"), value: parts.where }),
  z.object({ part: z.literal("wayIn"), value: parts.wayIn }),
  z.object({ part: z.literal("fees"), value: parts.fees }),
  z.object({ part: z.literal("capacity"), value: parts.capacity }),
  z.object({ part: z.literal("carried"), value: parts.carried }),
  z.object({ part: z.literal("exchanged"), value: parts.exchanged }),
] as const;

/** A part of a card that the public reads, as someone would have it. */
export const PublicPart = z.discriminatedUnion("part", publicParts);
/** Any part of a card, with what is kept for those who keep it. */
export const AnyPart = z.discriminatedUnion("part", [...publicParts, z.object({ part: z.literal("internal"), value: Internal })]);
type AnyPart = z.infer<typeof AnyPart>;

/** Number of the last event of the card when the person opened it. */
export const seen = writtenNumber.pipe(z.number().int().min(0));

/**
 * Changes one part of a card: two people on two parts do not meet; on the same part, the second sees what changed and chooses. Gives the
 * card as it then stands; a part that is already so is left alone.
 */
export async function changePart(
  { tx, lang, actor, now, record }: Pick<Work<unknown, unknown>, "tx" | "lang" | "actor" | "now" | "record">,
  service: Service,
  { part, value, seen: version }: AnyPart & { readonly seen: number },
): Promise<Service> {
  await checkReferences(tx, lang, { card: { [part]: value }, before: service, prefix: () => "value." });
  const [before, after] = [plain(service[part]), plain(value)];
  await refuseStale(tx, { object: { kind: "service", id: service.id }, block: part, seen: version, now: before, mine: after });
  if (samePlain(before, after)) return service;
  const next = { ...service, [part]: value, updatedAt: now };
  await saveService(tx, actor.territory, next);
  await record({ verb: "changed", object: serviceObject(next), block: part, before, after });
  return next;
}

/** Says that a card is right today, once a day. Nothing of the card changes: to verify is not to modify. */
export async function verifyToday(
  { tx, actor, today, record }: Pick<Work<unknown, unknown>, "tx" | "actor" | "today" | "record">,
  service: Service,
): Promise<void> {
  if (service.verifiedOn === today) return;
  await saveService(tx, actor.territory, { ...service, verifiedOn: today });
  await record({
    verb: "changed",
    object: serviceObject(service),
    block: "verified",
    before: { verifiedOn: service.verifiedOn },
    after: { verifiedOn: today },
  });
}
