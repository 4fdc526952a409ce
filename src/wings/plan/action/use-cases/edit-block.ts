import { z } from "zod";
import { defineUseCase } from "../../../../platform/use-case.ts";
import { changeOf, seen } from "../../../../platform/record/parts.ts";
import { ActionId, blocks, type ActionBlock } from "../model.ts";
import { actionRights } from "../rights.ts";
import { changeBlock } from "./change-block.ts";
import { checkReferences } from "./check-references.ts";
import { findAction } from "./find-action.ts";

/** Changes one block of a fiche. */
export const editBlock = defineUseCase({
  name: "plan.edit-block",
  input: z.intersection(z.object({ actionId: ActionId, seen }), changeOf(blocks)),
  by: { actionId: ActionId },
  subject: ({ input, tx }) => findAction(tx, input.actionId),
  allow: actionRights.edit,
  run: async ({ input: { part, value, seen: version }, subject: { action }, ...work }): Promise<ActionBlock> => {
    const typed = { [part]: value };
    const asked = { conventionId: action.conventionId, blocks: typed, before: action, prefix: () => "value." };
    await checkReferences(work.tx, work.lang, asked);
    await changeBlock(work, action, part, value, version);
    return part;
  },
});
