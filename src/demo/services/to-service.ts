import { blankCard, blankInternal } from "../../wings/directory/card/blank-card.ts";
import { Card, Internal, Offer, ServiceState, type Service, type ServiceId } from "../../wings/directory/card/model.ts";
import { PlaceFields, type Place, type PlaceId } from "../../wings/directory/places/model.ts";
import { Day, type OrganisationId } from "../../platform/model.ts";
import type { OrganisationKey } from "../examples/example.ts";
import type { ExamplePlace, ExampleService } from "./example-service.ts";

type OrganisationOf = (key: OrganisationKey) => OrganisationId;

/** A whole place from an example in short. */
export const toPlace = (example: ExamplePlace, id: PlaceId, organisation: OrganisationOf, updatedAt: Date): Place => ({
  ...PlaceFields.parse({
    organisationId: organisation(example.organisation),
    name: example.name,
    communeCode: example.commune,
    address: "1 rue de l’Exemple",
    latitude: example.position[0],
    longitude: example.position[1],
    wheelchair: example.wheelchair ?? "unknown",
    phone: example.phone,
    description: example.description,
  }),
  id,
  origin: null,
  provenance: { kind: "example" },
  updatedAt,
});

interface Asked {
  readonly id: ServiceId;
  readonly placeId: PlaceId;
  readonly organisation: OrganisationOf;
  readonly updatedAt: Date;
}

/** A whole card from an example in short, read by the same schemas as what people type. What the example does not say is not known. */
export function toService(example: ExampleService, { id, placeId, organisation, updatedAt }: Asked): Service {
  const blank = blankCard(Offer.parse({ ...example }));
  const [minMonths = null, maxMonths = null] = example.ages ?? [];
  const [waiting, waitingListOn] = example.waiting ?? [];
  const [notice, noticeUntil] = example.notice ?? [];
  const [maximum, available, on] = example.capacity ?? [];
  const [keeperName, phone] = example.keeper ?? [];
  const card = Card.parse({
    ...blank,
    forWhom: {
      ...blank.forWhom,
      minMonths,
      maxMonths,
      publics: example.publics ?? [],
      conditions: example.conditions,
      disability: example.disability ?? "unknown",
    },
    opening: {
      periods: (example.opening ?? []).map(([season, hours]) => ({ season, hours })),
      closures: (example.closures ?? []).map(([from, to, reason]) => ({ from, to, reason })),
      notice,
      noticeUntil,
    },
    where: {
      modes: example.modes ?? ["on_site"],
      rounds: (example.rounds ?? []).map(([communeCode, spot, weekday, rhythm, from, to]) => ({
        communeCode,
        spot,
        weekday,
        rhythm,
        from,
        to,
      })),
      area: { kind: example.everywhere ? "everywhere" : "unknown" },
    },
    wayIn: {
      ...blank.wayIn,
      ways: example.ways ?? [],
      waiting,
      waitingListOn,
      details: example.wayDetails,
      phone: example.phone,
    },
    fees: { fee: example.fee ?? "unknown", details: example.feeDetails },
    capacity: { capacities: maximum === undefined ? [] : [{ unit: "places", maximum, available, on, minMonths, maxMonths }] },
    carried: { ...blank.carried, supporterIds: (example.supporters ?? []).map(organisation) },
  });
  return {
    ...card,
    id,
    placeId,
    internal: Internal.parse({ ...blankInternal, keeperEmail: `fiche-${example.place}@exemple.invalid`, keeperName, phone }),
    state: stateOf(example),
    verifiedOn: example.verifiedOn === undefined ? null : Day.parse(example.verifiedOn),
    updatedAt,
    origin: null,
    provenance: { kind: "example" },
  };
}

const stateOf = ({ state, verifiedOn }: ExampleService): ServiceState =>
  ServiceState.parse(state === "closed" ? { kind: state, on: verifiedOn, reason: null } : { kind: state ?? "published" });
