import { z } from "zod";
import { blankCard, blankInternal } from "../wings/directory/card/blank-card.ts";
import { Card, Offer, ServiceId, type Service } from "../wings/directory/card/model.ts";
import { PlaceFields, PlaceId, type Place } from "../wings/directory/places/model.ts";
import { placeObject, serviceObject } from "../wings/directory/card/use-cases/find-service.ts";
import { saveServiceAction } from "../wings/directory/plan-links/store.ts";
import { ProposalId, ProposedParts, QuestionId } from "../wings/directory/upkeep/model.ts";
import { insertProposal, insertQuestion } from "../wings/directory/upkeep/store.ts";
import { directoryRights } from "../wings/directory/card/rights.ts";
import { savePlace } from "../wings/directory/places/store.ts";
import { saveService } from "../wings/directory/card/store.ts";
import { defineUseCase, wholeTerritory } from "../platform/use-case.ts";
import { asPlain } from "../platform/record/rules.ts";
import type { Tx } from "../platform/database/database.ts";
import type { Change } from "../platform/history/model.ts";
import { OrganisationId, type TerritoryId } from "../platform/model.ts";
import type { ActionId } from "../wings/plan/action/model.ts";
import { OrganisationFields } from "../wings/territory/organisations/model.ts";
import { saveOrganisation } from "../wings/territory/organisations/store.ts";
import type { OrganisationKey } from "./examples/example.ts";
import { childhoodYouth } from "./services/example-childhood-youth.ts";
import { earlyChildhood } from "./services/example-early-childhood.ts";
import { families } from "./services/example-families.ts";
import { examplePlaces } from "./services/example-places.ts";
import { franceServices, franceServicesNetwork, franceServicesSource } from "./services/france-services.ts";
import { toPlace, toService } from "./services/to-service.ts";

/** Enters the France services of the territory, with the list that they come from; nobody has verified them here yet. */
export const enterFranceServices = defineUseCase({
  name: "demo.enter-france-services",
  input: z.object({}),
  subject: wholeTerritory,
  allow: directoryRights.import,
  run: async ({ actor, tx, now, newId, record }): Promise<number> => {
    const provenance = { kind: "sourced", source: franceServicesSource } as const;
    const organisationId = newId(OrganisationId);
    const network = OrganisationFields.parse(franceServicesNetwork);
    await saveOrganisation(tx, actor.territory, organisationId, network, provenance);
    await record({
      verb: "created",
      object: { kind: "organisation", id: organisationId, label: network.name },
      after: asPlain(network),
    });
    for (const { id, hours, ...facts } of franceServices) {
      const origin = { source: "france-services", externalId: id, link: null, updatedOn: null };
      const fields = PlaceFields.parse({ ...facts, organisationId, wheelchair: "unknown", networks: ["france-service"] });
      const place: Place = { ...fields, id: newId(PlaceId), origin, provenance, updatedAt: now };
      await savePlace(tx, actor.territory, place);
      const offer = Offer.parse({
        name: facts.name,
        kind: "france_services",
        themes: ["acces-aux-droits", "inclusion-numerique"],
      });
      const card = {
        ...blankCard(offer),
        opening: { ...blankCard(offer).opening, periods: [{ season: "all_year" as const, hours }] },
      };
      const service: Service = {
        ...card,
        where: { ...card.where, modes: ["on_site"] },
        id: newId(ServiceId),
        placeId: place.id,
        internal: blankInternal,
        state: { kind: "published" },
        verifiedOn: null,
        updatedAt: now,
        origin,
        provenance,
      };
      await saveService(tx, actor.territory, service);
      await record({ verb: "created", object: placeObject(place), block: "place", after: asPlain(fields) });
      await record({
        verb: "created",
        object: serviceObject(service),
        after: asPlain(card),
      });
    }
    return franceServices.length;
  },
});

interface Planted {
  readonly tx: Tx;
  readonly territory: TerritoryId;
  readonly organisation: (key: OrganisationKey) => OrganisationId;
  /** By their number in the plan. */
  readonly actions: ReadonlyMap<string, ActionId>;
  readonly now: Date;
  readonly newId: <Id extends z.ZodType>(id: Id) => z.output<Id>;
  readonly record: (change: Change) => Promise<unknown>;
}

/** Fills the directory with the services of the demonstration, each marked as an example. */
export async function plantServices({ tx, territory, organisation, actions, now, newId, record }: Planted): Promise<void> {
  const placeIds = new Map<string, PlaceId>();
  for (const [key, example] of Object.entries(examplePlaces)) {
    const place = toPlace(example, newId(PlaceId), organisation, now);
    placeIds.set(key, place.id);
    await savePlace(tx, territory, place);
    await record({ verb: "created", object: placeObject(place), block: "place", after: asPlain(PlaceFields.parse(place)) });
  }
  for (const example of [...earlyChildhood, ...childhoodYouth, ...families]) {
    const placeId = PlaceId.parse(placeIds.get(example.place));
    const service = toService(example, { id: newId(ServiceId), placeId, organisation, updatedAt: now });
    await saveService(tx, territory, service);
    await record({ verb: "created", object: serviceObject(service), after: asPlain(Card.parse(service)) });
    const [number, effect] = example.action ?? [];
    const actionId = actions.get(number ?? "");
    if (actionId !== undefined && effect !== undefined)
      await saveServiceAction(tx, territory, { serviceId: service.id, actionId, effect });
    const { proposal } = example;
    if (proposal !== undefined)
      await insertProposal(tx, territory, {
        id: newId(ProposalId),
        serviceId: service.id,
        at: now,
        author: { name: "Une famille (exemple)", email: null },
        message: proposal.message,
        changes: ProposedParts.parse(proposal.fees === undefined ? {} : { fees: proposal.fees }),
        seen: 0,
        state: { kind: "waiting" },
      });
  }
  for (const { text, searched, commune } of exampleQuestions) {
    const fields = { text, searched, communeCode: commune, email: null };
    await insertQuestion(tx, territory, { ...fields, id: newId(QuestionId), at: now, state: { kind: "open" } });
  }
}

/** What families would ask of the coordination. */
const exampleQuestions = [
  {
    text: "(Exemple) Je commence à 5 h à l’usine : qui peut garder mon fils de 18 mois ?",
    searched: "garde bébé tôt le matin",
    commune: "88429",
  },
  { text: "(Exemple) Y a-t-il une ludothèque plus près que Remiremont ?", searched: null, commune: "88498" },
] as const;
