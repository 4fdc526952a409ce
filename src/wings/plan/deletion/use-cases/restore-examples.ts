import { z } from "zod";
import { defineUseCase, wholeTerritory } from "../../../../platform/use-case.ts";
import { takeTurn } from "../../../../platform/history/store.ts";
import { deletionsSince } from "../store.ts";
import { planRights } from "../../action/rights.ts";
import { emptyExamples } from "./empty-examples.ts";
import { restorableDays, restoreFrom } from "./restore-action.ts";

/** Brings back, in one step, the examples that the last emptying took away. */
export const restoreExamples = defineUseCase({
  name: "plan.restore-examples",
  input: z.object({}),
  subject: wholeTerritory,
  allow: planRights.emptyExamples,
  run: async ({ actor, lang, tx, now, record }): Promise<number> => {
    await takeTurn(tx, actor.territory);
    const gone = await deletionsSince(tx, new Date(now.getTime() - restorableDays * 86_400_000));
    const emptied = gone.filter(({ action }) => action === emptyExamples.name);
    const last = emptied.filter(({ at }) => at.getTime() === emptied[0]?.at.getTime());
    await restoreFrom({ tx, actor, lang, record }, last);
    return last.length;
  },
});
