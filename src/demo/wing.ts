import { listed } from "../platform/use-case.ts";
import type { Wing } from "../platform/wing/wing.ts";
import { exampleFiles } from "./example-files.ts";
import { enterSignatories } from "./load-ccpvm-facts.ts";
import { loadExamples } from "./load-examples.ts";
import { enterFranceServices } from "./load-services.ts";

/** The first territory: real facts with their sources, examples marked as such. */
export const demoWing: Wing = {
  name: "demo",
  useCases: [listed(enterFranceServices), listed(enterSignatories), listed(loadExamples)],
  exampleFiles,
};
