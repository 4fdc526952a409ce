import type { ServiceEffect } from "../../wings/directory/plan-links/model.ts";
import type { OrganisationKey } from "../examples/example.ts";

/** A place invented for the demonstration: its name says so, and its address is not one. */
export interface ExamplePlace {
  readonly name: string;
  readonly organisation: OrganisationKey;
  readonly commune: string;
  /** Degrees: about where the village is, nobody's door. */
  readonly position: readonly [latitude: number, longitude: number];
  readonly wheelchair?: "yes" | "partly" | "no";
  readonly phone?: string;
  readonly description?: string;
}

/** A service invented for the demonstration, in short: what is not said is not known. */
export interface ExampleService<PlaceKey extends string = string> {
  readonly name: string;
  readonly kind: string;
  readonly place: PlaceKey;
  readonly themes: readonly string[];
  readonly description?: string;
  /** Months. */
  readonly ages?: readonly [minMonths: number | null, maxMonths: number | null];
  readonly publics?: readonly string[];
  readonly conditions?: string;
  readonly disability?: "welcomed" | "with_preparation" | "not_possible";
  /** In the syntax of OpenStreetMap. */
  readonly opening?: readonly (readonly [
    season: "all_year" | "school_time" | "wednesdays" | "holidays" | "summer",
    hours: string,
  ])[];
  readonly closures?: readonly (readonly [from: string, to: string, reason: string])[];
  readonly notice?: readonly [text: string, until: string];
  readonly modes?: readonly ("on_site" | "remote" | "itinerant")[];
  readonly rounds?: readonly (readonly [
    commune: string,
    spot: string,
    weekday: "Mo" | "Tu" | "We" | "Th" | "Fr" | "Sa",
    rhythm: "weekly" | "even_weeks" | "odd_weeks" | "first_of_month" | "third_of_month",
    from: string,
    to: string,
  ])[];
  readonly everywhere?: true;
  readonly ways?: readonly ("spontaneous" | "appointment" | "registration" | "waiting_list")[];
  readonly waiting?: readonly [families: number, on: string];
  readonly wayDetails?: string;
  readonly phone?: string;
  readonly fee?: "free" | "paid" | "family_quotient";
  readonly feeDetails?: string;
  readonly capacity?: readonly [maximum: number, available: number | null, on: string];
  readonly supporters?: readonly OrganisationKey[];
  readonly languages?: readonly string[];
  /** Number of the action of the plan that does something to it. */
  readonly action?: readonly [number: string, effect: ServiceEffect];
  readonly verifiedOn?: string;
  /** Who keeps the card, and what someone proposes to change of it. */
  readonly keeper?: readonly [name: string, phone: string];
  readonly proposal?: { readonly message: string; readonly fees?: { readonly fee: string; readonly details: string } };
  readonly state?: "draft" | "closed";
}
