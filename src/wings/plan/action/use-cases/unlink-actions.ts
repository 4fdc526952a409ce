import { z } from "zod";
import { defineUseCase, missing } from "../../../../platform/use-case.ts";
import { asPlain } from "../../../../platform/record/rules.ts";
import { ActionId, LinkKind } from "../model.ts";
import { actionRights } from "../rights.ts";
import { linksOf, loadAction, removeLink } from "../store.ts";
import { actionObject, findAction } from "./find-action.ts";

/** Takes a link between two actions away. */
export const unlinkActions = defineUseCase({
  name: "plan.unlink-actions",
  input: z.object({ actionId: ActionId, to: ActionId, kind: LinkKind }),
  by: { actionId: ActionId },
  subject: ({ input, tx }) => findAction(tx, input.actionId),
  allow: actionRights.edit,
  run: async ({ input: { actionId, to, kind }, subject: { action }, tx, record }): Promise<void> => {
    // Two actions that go together are linked from either side.
    const link = (await linksOf(tx, actionId)).find(
      (each) => each.kind === kind && (each.to === to || (each.from === to && kind === "relates_to")),
    );
    if (link === undefined) throw missing();
    await removeLink(tx, link);
    const title = (await loadAction(tx, to))?.identity.title ?? "";
    await record({ verb: "changed", object: actionObject(action), block: "links", before: asPlain({ ...link, title }) });
  },
});
