import { z } from "zod";
import type { Action } from "../../platform/action.ts";
import { defineAction, refuseField } from "../../platform/action.ts";
import { plain, samePlain } from "../../platform/history/rules.ts";
import { line, optional, writtenDay } from "../../platform/model.ts";
import type { Right } from "../../platform/rights.ts";
import { cardWords } from "../card-words.ts";
import { ServiceId, type ServiceState } from "../model.ts";
import { serviceRights, type ServiceSubject } from "../rights.ts";
import { saveService } from "../store.ts";
import { findService, serviceObject, type FoundService } from "./find-service.ts";

const move = <Fields extends { readonly serviceId: ServiceId }>(
  name: Action<z.ZodType, unknown, unknown>["name"],
  input: z.ZodType<Fields>,
  allow: Right<ServiceSubject>,
  to: (fields: Fields) => ServiceState,
): Action<z.ZodType<Fields>, FoundService, void> =>
  defineAction({
    name,
    input,
    subject: ({ input: { serviceId }, tx }) => findService(tx, serviceId),
    allow,
    run: async ({ input: fields, subject: { service }, actor, lang, tx, now, record }): Promise<void> => {
      if (service.state.kind === "merged") throw refuseField("", cardWords(lang)("close.merged"));
      const state = to(fields);
      if (samePlain(plain(service.state), plain(state))) return;
      await saveService(tx, actor.territory, { ...service, state, updatedAt: now });
      await record({
        verb: "moved",
        object: serviceObject(service),
        block: "state",
        before: plain(service.state),
        after: plain(state),
      });
    },
  });

/** Shows a service to everyone, or shows it again. */
export const publishService = move(
  "directory.publish-service",
  z.object({ serviceId: ServiceId }),
  serviceRights.publish,
  () => ({ kind: "published" }),
);

/** Says that a service is no longer there. Its card and its history stay, and it can be published again. */
export const closeService = move(
  "directory.close-service",
  z.object({ serviceId: ServiceId, on: writtenDay, reason: optional(line(300)) }),
  serviceRights.close,
  ({ on, reason }) => ({ kind: "closed", on, reason }),
);
