import { z } from "zod";
import { conventionById } from "../../../convention/conventions/store.ts";
import { defineUseCase, refuseField } from "../../../../platform/use-case.ts";
import { asPlain } from "../../../../platform/record/rules.ts";
import { may } from "../../../../platform/rights.ts";
import { actionWords } from "../words.ts";
import { ActionId, LinkKind } from "../model.ts";
import { actionRights, actionSubject } from "../rights.ts";
import { insertLinks, linksOf, loadAction } from "../store.ts";
import { actionObject, findAction } from "./find-action.ts";

/** Says that an action depends on another, continues it, or goes with it. The other may stand in an earlier convention. */
export const linkActions = defineUseCase({
  name: "plan.link-actions",
  input: z.object({ actionId: ActionId, to: ActionId, kind: LinkKind }),
  by: { actionId: ActionId },
  subject: ({ input, tx }) => findAction(tx, input.actionId),
  allow: actionRights.edit,
  run: async ({ input: { actionId, to, kind }, subject: { action }, actor, lang, tx, record }): Promise<void> => {
    const say = actionWords(lang);
    if (to === actionId) throw refuseField("to", say("link.self"));
    const other = await loadAction(tx, to);
    const convention = other && (await conventionById(tx, other.conventionId));
    // An action that the person may not read is one they do not know of.
    if (
      other === undefined ||
      convention === undefined ||
      !may(actionRights.read, actor, actionSubject(other, convention.state))
    ) {
      throw refuseField("to", say("link.unknown"));
    }
    const known = await linksOf(tx, actionId);
    if (known.some((link) => link.kind === kind && (link.to === to || (link.from === to && kind === "relates_to")))) return;
    const link = { from: actionId, to, kind };
    await insertLinks(tx, actor.territory, [link]);
    await record({
      verb: "changed",
      object: actionObject(action),
      block: "links",
      after: asPlain({ ...link, title: other.identity.title }),
    });
  },
});
