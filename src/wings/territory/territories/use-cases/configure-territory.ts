import { z } from "zod";
import { defineUseCase, missing, wholeTerritory } from "../../../../platform/use-case.ts";
import { line, optional, writtenNumber } from "../../../../platform/model.ts";
import { territoryRights } from "../rights.ts";
import { territoryById, updateTerritory } from "../store.ts";

/** Changes how a territory presents itself: its name, and the hue of the colour that acts. Contrast is kept whatever the hue. */
export const configureTerritory = defineUseCase({
  name: "territory.configure",
  input: z.object({ name: line(120), accentHue: optional(writtenNumber.pipe(z.number().int().min(0).max(359))) }),
  subject: wholeTerritory,
  allow: territoryRights.configure,
  run: async ({ input, actor, tx, record }): Promise<void> => {
    const territory = await territoryById(tx, actor.territory);
    if (territory === undefined) throw missing();
    const { name, accentHue } = territory;
    if (name === input.name && accentHue === input.accentHue) return;
    await updateTerritory(tx, territory.id, input);
    await record({
      verb: "changed",
      object: { kind: "territory", id: territory.id, label: input.name },
      before: { name, accentHue },
      after: input,
    });
  },
});
