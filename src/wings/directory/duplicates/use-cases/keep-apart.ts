import { z } from "zod";
import { defineUseCase, refuseField } from "../../../../platform/use-case.ts";
import { duplicateWords } from "../words.ts";
import { ServiceId } from "../../card/model.ts";
import { serviceRights } from "../../card/rights.ts";
import { findPair } from "./find-pair.ts";
import { serviceObject } from "../../card/use-cases/find-service.ts";

/** Says that two cards that look alike are two services: nobody is asked again. Neither card changes. */
export const keepApart = defineUseCase({
  name: "directory.keep-apart",
  input: z.object({ serviceId: ServiceId, otherId: ServiceId }),
  by: { otherId: ServiceId, serviceId: ServiceId },
  subject: ({ input, tx }) => findPair(tx, input.serviceId, input.otherId),
  allow: serviceRights.merge,
  run: async ({ subject: { service, other }, lang, record }): Promise<void> => {
    if (service.id === other.id) throw refuseField("", duplicateWords(lang)("merge.notOpen"));
    await record({
      verb: "noted",
      object: serviceObject(service),
      block: "apart",
      after: { other: other.id, name: other.offer.name },
    });
  },
});
