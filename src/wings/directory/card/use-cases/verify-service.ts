import { z } from "zod";
import { defineUseCase } from "../../../../platform/use-case.ts";
import { ServiceId } from "../model.ts";
import { serviceRights } from "../rights.ts";
import { verifyToday } from "./change-card.ts";
import { findService } from "./find-service.ts";

/** Says that a card is right today, by those who keep it. */
export const verifyService = defineUseCase({
  name: "directory.verify-service",
  input: z.object({ serviceId: ServiceId }),
  by: { serviceId: ServiceId },
  subject: ({ input, tx }) => findService(tx, input.serviceId),
  allow: serviceRights.verify,
  run: ({ subject: { service }, ...work }): Promise<void> => verifyToday(work, service),
});
