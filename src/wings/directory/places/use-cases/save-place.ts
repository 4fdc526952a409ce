import { defineUseCase, refuseField } from "../../../../platform/use-case.ts";
import { refuseStale } from "../../../../platform/record/conflict.ts";
import { asPlain, samePlain } from "../../../../platform/record/rules.ts";
import { seen } from "../../../../platform/record/parts.ts";
import { optional, OrganisationId } from "../../../../platform/model.ts";
import { organisationById } from "../../../territory/organisations/store.ts";
import { cardWords } from "../../card/words.ts";
import { PlaceFields, PlaceId, type Place } from "../model.ts";
import { placeRights } from "../rights.ts";
import { placeById, savePlace as saveRow } from "../store.ts";
import { placeObject } from "../../card/use-cases/find-service.ts";

/** Adds a place to the directory, or changes one. Whose it was decides: a place is not taken from its organisation. */
export const savePlace = defineUseCase({
  name: "directory.save-place",
  input: PlaceFields.safeExtend({
    placeId: optional(PlaceId),
    /** Number of the last event of the place when the person opened it. */
    seen: optional(seen),
  }),
  by: { organisationId: OrganisationId, placeId: optional(PlaceId) },
  subject: async ({ input, tx }) => {
    const organisation = await organisationById(tx, input.organisationId);
    if (organisation === undefined) return undefined;
    if (input.placeId === null) return { organisationId: organisation.id, before: null };
    const before = await placeById(tx, input.placeId);
    return before && { organisationId: before.organisationId, before };
  },
  allow: placeRights.save,
  run: async ({
    input: { placeId, seen: version, ...fields },
    subject: { before },
    actor,
    lang,
    tx,
    now,
    newId,
    record,
  }): Promise<PlaceId> => {
    const isMoved = before !== null && before.organisationId !== fields.organisationId;
    if (isMoved && actor.role === "party") throw refuseField("organisationId", cardWords(lang)("refused.organisation"));
    const place: Place = {
      ...fields,
      id: placeId ?? newId(PlaceId),
      origin: before?.origin ?? null,
      provenance: before?.provenance ?? { kind: "entered" },
      updatedAt: now,
    };
    const told = (each: Place | null) => each && asPlain(PlaceFields.parse(each));
    const [earlier, later] = [told(before), told(place)];
    const object = placeObject(place);
    if (version !== null) await refuseStale(tx, { object, block: "place", seen: version, now: earlier, mine: later });
    if (earlier !== null && samePlain(earlier, later)) return place.id;
    await saveRow(tx, actor.territory, place);
    await record({
      verb: before === null ? "created" : "changed",
      object,
      block: "place",
      before: earlier,
      after: later,
    });
    return place.id;
  },
});
