import type { OrganisationId } from "../../platform/model.ts";
import type { Organisation } from "../../wings/territory/organisations/model.ts";
import type { OrganisationKey } from "./example.ts";

const communeKeys: Readonly<Record<string, OrganisationKey>> = {
  "88383": "remiremont",
  "88429": "saint-nabord",
  "88487": "val-d-ajol",
  "88415": "saint-etienne",
  "88158": "eloyes",
  "88409": "saint-ame",
  "88148": "dommartin",
  "88351": "plombieres",
  "88498": "vecoux",
  "88205": "girmont",
};

/** The real parties, found by what they are. */
export function realBodies(organisations: readonly Organisation[]): readonly (readonly [OrganisationKey, OrganisationId])[] {
  return organisations.flatMap(({ id, kind, communeCode }) => {
    const key =
      kind === "commune"
        ? communeKeys[communeCode ?? ""]
        : kind === "epci"
          ? "ccpvm"
          : kind === "caf" || kind === "msa" || kind === "departement"
            ? kind
            : undefined;
    return key === undefined ? [] : [[key, id] as const];
  });
}
