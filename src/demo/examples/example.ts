import type { Audience } from "../../wings/plan/action/model.ts";

/** The real parties, and the bodies invented for the demonstration (`exemple-…`). */
export type OrganisationKey =
  | "ccpvm"
  | "caf"
  | "departement"
  | "msa"
  | "remiremont"
  | "saint-nabord"
  | "val-d-ajol"
  | "saint-etienne"
  | "eloyes"
  | "saint-ame"
  | "dommartin"
  | "plombieres"
  | "vecoux"
  | "girmont"
  | "exemple-centre-social"
  | "exemple-creche"
  | "exemple-relais"
  | "exemple-jeunesse"
  | "exemple-parents"
  | "exemple-numerique"
  | "exemple-mobilite";

export interface ExampleFunding {
  readonly year: number;
  readonly funder: OrganisationKey;
  readonly nature?: "running" | "investment";
  /** Euros. */
  readonly planned?: number;
  readonly notified?: number;
  readonly paid?: number;
}

export interface ExampleMeasure {
  readonly kind: "output" | "outcome" | "impact";
  readonly name: string;
  readonly unit: string;
  readonly baseline?: number;
  readonly target?: number;
  readonly source?: string;
  readonly results?: readonly (readonly [day: string, value: number])[];
}

/** An action invented for the demonstration, in short: what is not said is not known. */
export interface ExampleAction {
  readonly number: string;
  readonly title: string;
  readonly objective: string;
  readonly themes: readonly string[];
  readonly confidentiality?: "public" | "shared" | "restricted";
  readonly novelty?: "new" | "carried_over" | "strengthened";
  readonly otherContracts?: string;
  readonly findings?: string;
  readonly stake?: string;
  readonly residentsWord?: string;
  readonly goals?: string;
  readonly description?: string;
  readonly audiences?: readonly Audience[];
  readonly communes?: readonly OrganisationKey[];
  readonly expectedResults?: string;
  readonly lead?: OrganisationKey;
  readonly leadPerson?: string;
  readonly electedSponsor?: string;
  readonly partners?: readonly (readonly [OrganisationKey, "co_lead" | "associate" | "funder" | "relay"])[];
  readonly participation?: "none" | "information" | "consultation" | "concertation" | "coconstruction";
  readonly start?: string;
  readonly end?: string;
  readonly recurrence?: string;
  readonly milestones?: readonly (readonly [title: string, due: string, doneOn?: string])[];
  readonly staff?: number;
  readonly totalCost?: number;
  readonly funding?: readonly ExampleFunding[];
  readonly measures?: readonly ExampleMeasure[];
  readonly status: "planned" | "ongoing" | "done" | "paused" | "blocked" | "dropped";
  readonly reason?: string;
  readonly unblockedBy?: string;
  readonly strengths?: string;
  readonly obstacles?: string;
  readonly levers?: string;
  readonly nextStep?: "continue" | "adapt" | "stop" | "make_permanent";
  /** Day of the last news: what silence is counted from. */
  readonly lastNews: string;
  readonly notes?: readonly (readonly [day: string, author: string, body: string])[];
}
