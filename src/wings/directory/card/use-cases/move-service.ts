import { z } from "zod";
import { defineUseCase, refuseField, type UseCaseRun } from "../../../../platform/use-case.ts";
import { asPlain, samePlain } from "../../../../platform/record/rules.ts";
import { line, optional, writtenDay } from "../../../../platform/model.ts";
import { cardWords } from "../words.ts";
import { ServiceId, type ServiceState } from "../model.ts";
import { serviceRights } from "../rights.ts";
import { saveService } from "../store.ts";
import { findService, serviceObject, type FoundService } from "./find-service.ts";

/** Moves a card to another state. One that was merged into another stays with it until it is taken apart. */
async function move(
  { subject: { service }, actor, lang, tx, now, record }: Omit<UseCaseRun<unknown, FoundService>, "input">,
  state: ServiceState,
): Promise<void> {
  if (service.state.kind === "merged") throw refuseField("", cardWords(lang)("close.merged"));
  if (samePlain(asPlain(service.state), asPlain(state))) return;
  await saveService(tx, actor.territory, { ...service, state, updatedAt: now });
  await record({
    verb: "moved",
    object: serviceObject(service),
    block: "state",
    before: asPlain(service.state),
    after: asPlain(state),
  });
}

/** Shows a service to everyone, or shows it again. */
export const publishService = defineUseCase({
  name: "directory.publish-service",
  input: z.object({ serviceId: ServiceId }),
  by: { serviceId: ServiceId },
  subject: ({ input: { serviceId }, tx }) => findService(tx, serviceId),
  allow: serviceRights.publish,
  run: (work): Promise<void> => move(work, { kind: "published" }),
});

/** Says that a service is no longer there. Its card and its history stay, and it can be published again. */
export const closeService = defineUseCase({
  name: "directory.close-service",
  input: z.object({ serviceId: ServiceId, on: writtenDay, reason: optional(line(300)) }),
  by: { serviceId: ServiceId },
  subject: ({ input: { serviceId }, tx }) => findService(tx, serviceId),
  allow: serviceRights.close,
  run: ({ input: { on, reason }, ...work }): Promise<void> => move(work, { kind: "closed", on, reason }),
});
