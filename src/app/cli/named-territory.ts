import type { Runtime } from "../../platform/use-case.ts";
import { importWords } from "../../wings/plan/import/import-words.ts";
import { Siren, type Territory } from "../../wings/territory/territories/model.ts";
import { territoryBySiren } from "../../wings/territory/territories/store.ts";
import { UsageError, type CommandLine } from "./command.ts";

const say = importWords("fr");

/** The SIREN that a command names, as it was typed. */
export function namedSiren({ options }: Pick<CommandLine, "options">): string {
  const typed = options["territory"];
  if (typeof typed !== "string") throw new UsageError(say("shell.noTerritoryGiven"));
  return typed.replaceAll(/\s/g, "");
}

/** The territory that a command names, or one sentence that says how to add it. */
export async function territoryOf({ database }: Runtime, siren: string): Promise<Territory> {
  const known = Siren.safeParse(siren);
  const territory = known.success ? await database.inInstance((tx) => territoryBySiren(tx, known.data)) : undefined;
  if (territory === undefined) throw new UsageError(say("shell.noTerritory", { siren }));
  return territory;
}
