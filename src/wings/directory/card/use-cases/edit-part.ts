import { z } from "zod";
import { defineUseCase } from "../../../../platform/use-case.ts";
import { ServiceId } from "../model.ts";
import { serviceRights } from "../rights.ts";
import { seen } from "../../../../platform/record/parts.ts";
import { AnyPart, changeCard } from "./change-card.ts";
import { findService } from "./find-service.ts";

/** Changes one part of a card, by those who keep it. */
export const editPart = defineUseCase({
  name: "directory.edit-part",
  input: z.intersection(z.object({ serviceId: ServiceId, seen }), AnyPart),
  by: { serviceId: ServiceId },
  subject: ({ input, tx }) => findService(tx, input.serviceId),
  allow: serviceRights.edit,
  run: async ({ input, subject: { service }, ...work }): Promise<void> => {
    await changeCard(work, service, input);
  },
});
