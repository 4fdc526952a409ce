import { z } from "zod";
import { defineUseCase } from "../../../../platform/use-case.ts";
import { SavedViewId } from "../model.ts";
import { removeView, viewById } from "../store.ts";
import { planRights } from "../../action/rights.ts";

/** Forgets a saved view of one's own. Those of others are not there. */
export const deleteView = defineUseCase({
  name: "plan.delete-view",
  input: z.object({ viewId: SavedViewId }),
  by: { viewId: SavedViewId },
  subject: async ({ input, actor, tx }) => {
    const view = await viewById(tx, input.viewId);
    return view !== undefined && "person" in actor && view.personId === actor.person ? view : undefined;
  },
  allow: planRights.saveView,
  run: async ({ subject: { id, name, query }, tx, record }): Promise<void> => {
    await removeView(tx, id);
    await record({ verb: "deleted", object: { kind: "saved_view", id, label: name }, before: { query } });
  },
});
