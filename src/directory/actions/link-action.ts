import { z } from "zod";
import { conventionById } from "../../convention/store.ts";
import { ActionId } from "../../plan/model.ts";
import { actionObject } from "../../plan/actions/find-action.ts";
import { actionRights, actionSubject } from "../../plan/rights.ts";
import { loadAction } from "../../plan/store.ts";
import { defineAction, refuseField } from "../../platform/action.ts";
import { may } from "../../platform/rights.ts";
import { ServiceId } from "../model.ts";
import { ServiceEffect } from "../plan-links/model.ts";
import { planLinkWords } from "../plan-links/plan-link-words.ts";
import { actionsOfService, saveServiceAction } from "../plan-links/store.ts";
import { serviceRights } from "../rights.ts";
import { actionTold, serviceTold } from "../plan-links/told.ts";
import { findService, serviceObject } from "./find-service.ts";

/** Says that an action of the plan creates, improves or closes a service. One action does one thing to a service: what it did before is replaced. */
export const linkAction = defineAction({
  name: "directory.link-action",
  input: z.object({ serviceId: ServiceId, actionId: ActionId, effect: ServiceEffect }),
  subject: ({ input, tx }) => findService(tx, input.serviceId),
  allow: serviceRights.edit,
  run: async ({ input, subject: { service }, actor, lang, tx, record }): Promise<void> => {
    const say = planLinkWords(lang);
    const { serviceId, actionId, effect } = input;
    const action = await loadAction(tx, actionId);
    const convention = action && (await conventionById(tx, action.conventionId));
    // An action that the person may not read is one they do not know of.
    if (
      action === undefined ||
      convention === undefined ||
      !may(actionRights.read, actor, actionSubject(action, convention.state))
    )
      throw refuseField("actionId", say("refused.action"));
    const before = (await actionsOfService(tx, serviceId)).find((link) => link.actionId === actionId);
    if (before?.effect === effect) return;
    await saveServiceAction(tx, actor.territory, { serviceId, actionId, effect });
    const told = (did: ServiceEffect) => ({ actionId, effect: did, title: actionTold(action, lang) });
    await record({
      verb: "changed",
      object: serviceObject(service),
      block: "actions",
      before: before === undefined ? null : told(before.effect),
      after: told(effect),
    });
    await record({
      verb: "changed",
      object: actionObject(action),
      block: "services",
      after: { serviceId, effect, title: serviceTold(service, lang) },
    });
  },
});
