import { defineUseCase, missing, wholeTerritory } from "../../../../platform/use-case.ts";
import { personOf } from "../../../../platform/actor.ts";
import { SavedViewFields, SavedViewId } from "../model.ts";
import { saveViewRow } from "../store.ts";
import { planRights } from "../../action/rights.ts";

/** Keeps the filters of the list under a name of one's own. The same name replaces: nobody wants two. */
export const saveView = defineUseCase({
  name: "plan.save-view",
  input: SavedViewFields,
  subject: wholeTerritory,
  allow: planRights.saveView,
  run: async ({ input, actor, tx, newId, record }): Promise<SavedViewId> => {
    const person = personOf(actor);
    if (person === null) throw missing();
    const query = input.query.replace(/^\?/, "");
    const id = await saveViewRow(tx, actor.territory, person, { id: newId(SavedViewId), name: input.name, query });
    await record({ verb: "changed", object: { kind: "saved_view", id, label: input.name }, after: { query } });
    return id;
  },
});
