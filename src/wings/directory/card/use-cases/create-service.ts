import { z } from "zod";
import { defineUseCase } from "../../../../platform/use-case.ts";
import { asPlain } from "../../../../platform/record/rules.ts";
import { blankCard, blankInternal } from "../blank-card.ts";
import { Offer, ServiceId, type Service } from "../model.ts";
import { PlaceId } from "../../places/model.ts";
import { placeRights } from "../../places/rights.ts";
import { placeById } from "../../places/store.ts";
import { saveService } from "../store.ts";
import { checkReferences } from "./check-references.ts";
import { serviceObject } from "./find-service.ts";

/** Adds a service to a place. Only what it is is asked: the rest comes when it is known. It is a draft until it is published. */
export const createService = defineUseCase({
  name: "directory.create-service",
  input: z.object({ placeId: PlaceId, offer: Offer }),
  by: { placeId: PlaceId },
  subject: ({ input, tx }) => placeById(tx, input.placeId),
  allow: placeRights.addService,
  run: async ({ input, subject: place, actor, lang, tx, now, newId, record }): Promise<ServiceId> => {
    const card = blankCard(input.offer);
    await checkReferences(tx, lang, { card, before: {}, prefix: (part) => `${part}.` });
    const service: Service = {
      ...card,
      id: newId(ServiceId),
      placeId: place.id,
      internal: blankInternal,
      state: { kind: "draft" },
      verifiedOn: null,
      updatedAt: now,
      origin: null,
      provenance: { kind: "entered" },
    };
    await saveService(tx, actor.territory, service);
    await record({ verb: "created", object: serviceObject(service), after: asPlain(card) });
    return service.id;
  },
});
