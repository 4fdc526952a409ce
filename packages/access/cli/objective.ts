import { InputError } from "./input-error.ts";
import { needed, type Options } from "./options.ts";

const objectives = ["p-median", "mclp", "lscp", "p-center"] as const;
export type Objective = (typeof objectives)[number];

export function objectiveOf(options: Options): Objective {
  const text = needed(
    options,
    "objective",
    `ce qui est cherché, parmi ${objectives.join(", ")} (ou --pmed, un fichier d’OR-Library)`,
  );
  const objective = objectives.find((each) => each === text);
  if (objective === undefined)
    throw new InputError(`« ${text} » n’est pas un objectif : choisissez parmi ${objectives.join(", ")}.`);
  return objective;
}
