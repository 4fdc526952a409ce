import { z } from "zod";
import { defineAction } from "../../platform/action.ts";
import { ServiceId } from "../model.ts";
import { serviceRights } from "../rights.ts";
import { saveService } from "../store.ts";
import { findService, serviceObject } from "./find-service.ts";

/** Says that a card is right today. Nothing of the card changes: to verify is not to modify. */
export const verifyService = defineAction({
  name: "directory.verify-service",
  input: z.object({ serviceId: ServiceId }),
  subject: ({ input, tx }) => findService(tx, input.serviceId),
  allow: serviceRights.verify,
  run: async ({ subject: { service }, actor, tx, today, record }): Promise<void> => {
    if (service.verifiedOn === today) return;
    await saveService(tx, actor.territory, { ...service, verifiedOn: today });
    await record({
      verb: "changed",
      object: serviceObject(service),
      block: "verified",
      before: { verifiedOn: service.verifiedOn },
      after: { verifiedOn: today },
    });
  },
});
