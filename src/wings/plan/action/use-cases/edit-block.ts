import { z } from "zod";
import { defineUseCase } from "../../../../platform/use-case.ts";
import { refuseStale } from "../../../../platform/record/conflict.ts";
import { plain, samePlain } from "../../../../platform/record/rules.ts";
import { writtenNumber } from "../../../../platform/model.ts";
import { ActionId, blocks, type Block } from "../model.ts";
import { actionRights } from "../rights.ts";
import { withRowIds } from "../rows.ts";
import { saveBlock } from "../store.ts";
import { checkReferences } from "./check-references.ts";
import { actionObject, findAction } from "./find-action.ts";

const edited = {
  actionId: ActionId,
  /** Number of the last event of the action when the person opened it. */
  seen: writtenNumber.pipe(z.number().int().min(0)),
};
const rowId = z.uuid();

/** Changes one block of a fiche. Two people on two blocks do not meet; on the same block, the second sees what changed and chooses. */
export const editBlock = defineUseCase({
  name: "plan.edit-block",
  input: z.discriminatedUnion("block", [
    z.object({ ...edited, block: z.literal("identity"), value: blocks.identity }),
    z.object({ ...edited, block: z.literal("why"), value: blocks.why }),
    z.object({ ...edited, block: z.literal("what"), value: blocks.what }),
    z.object({ ...edited, block: z.literal("who"), value: blocks.who }),
    z.object({ ...edited, block: z.literal("how"), value: blocks.how }),
    z.object({ ...edited, block: z.literal("measures"), value: blocks.measures }),
    z.object({ ...edited, block: z.literal("life"), value: blocks.life }),
  ]),
  subject: ({ input, tx }) => findAction(tx, input.actionId),
  allow: actionRights.edit,
  run: async ({ input, subject: { action }, actor, lang, tx, now, newId, record }): Promise<Block> => {
    const { block, seen } = input;
    const typed = { [block]: input.value };
    await checkReferences(tx, lang, { conventionId: action.conventionId, blocks: typed, before: action, prefix: () => "value." });
    const value = withRowIds(typed, action, () => newId(rowId))[block] ?? input.value;
    const [before, after] = [plain(action[block]), plain(value)];
    await refuseStale(tx, { object: { kind: "action", id: action.id }, block, seen, now: before, mine: after });
    if (samePlain(before, after)) return block;
    await saveBlock(tx, actor.territory, action.id, block, value, now);
    await record({
      verb: "changed",
      object: actionObject(block === "identity" ? { id: action.id, identity: input.value } : action),
      block,
      before,
      after,
    });
    return block;
  },
});
