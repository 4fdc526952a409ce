import { demoWing } from "../demo/wing.ts";
import type { Wing } from "../platform/wing/wing.ts";
import { conventionWing } from "../wings/convention/wing.ts";
import { directoryWing } from "../wings/directory/wing.ts";
import { planWing } from "../wings/plan/wing.ts";
import { territoryWing } from "../wings/territory/wing.ts";

/** The wings in order: each may know those before it, and none of those after. */
export const wings: readonly Wing[] = [territoryWing, conventionWing, planWing, directoryWing, demoWing];
