import type { z } from "zod";
import type { UseCaseRun } from "../../../../platform/use-case.ts";
import { changePart } from "../../../../platform/record/change-part.ts";
import { changeOf } from "../../../../platform/record/parts.ts";
import { cardParts, parts, type Service } from "../model.ts";
import { saveService } from "../store.ts";
import { checkReferences } from "./check-references.ts";
import { serviceObject } from "./find-service.ts";

/** A part of a card that the public reads, as someone would have it. */
export const PublicPart = changeOf(parts);
/** Any part of a card, with what is kept for those who keep it. */
export const AnyPart = changeOf(cardParts);

/** Changes one part of a card that the use case holds, and gives the card as it then stands. */
export async function changeCard(
  work: Pick<UseCaseRun<unknown, unknown>, "tx" | "lang" | "actor" | "now" | "record">,
  service: Service,
  { part, value, seen }: z.infer<typeof AnyPart> & { readonly seen: number },
): Promise<Service> {
  await checkReferences(work.tx, work.lang, { card: { [part]: value }, before: service, prefix: () => "value." });
  const next = { ...service, [part]: value, updatedAt: work.now };
  const save = () => saveService(work.tx, work.actor.territory, next);
  const isChanged = await changePart(work, { object: serviceObject(next), part, seen, before: service[part], value, save });
  return isChanged ? next : service;
}

/** Says that a card is right today, once a day. Nothing of the card changes: to verify is not to modify. */
export async function verifyToday(
  { tx, actor, today, record }: Pick<UseCaseRun<unknown, unknown>, "tx" | "actor" | "today" | "record">,
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
