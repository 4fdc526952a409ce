import type { Runtime } from "../../../platform/use-case.ts";
import { Siren, type Territory } from "./model.ts";
import { territoryBySiren } from "./store.ts";
import { UsageError, type CommandLine } from "../../../platform/command.ts";

/** The SIREN that a command names, as it was typed. */
export function namedSiren({ options }: Pick<CommandLine, "options">): string {
  const typed = options["territory"];
  if (typeof typed !== "string") throw new UsageError("Dites quel territoire reçoit le plan : --territory suivi de son SIREN.");
  return typed.replaceAll(/\s/g, "");
}

/** The territory that a command names, or one sentence that says how to add it. */
export async function territoryOf({ database }: Runtime, siren: string): Promise<Territory> {
  const known = Siren.safeParse(siren);
  const territory = known.success ? await database.inInstance((tx) => territoryBySiren(tx, known.data)) : undefined;
  if (territory === undefined)
    throw new UsageError(
      `Le territoire ${siren} n’est pas dans cette instance : « maillage territory list » donne ceux qui y sont, « maillage territory add ${siren} » l’ajoute.`,
    );
  return territory;
}
