import { z } from "zod";
import { conventionById } from "../../../convention/conventions/store.ts";
import { ActionId } from "../../../plan/action/model.ts";
import { actionObject } from "../../../plan/action/use-cases/find-action.ts";
import { actionRights, actionSubject } from "../../../plan/action/rights.ts";
import { loadAction } from "../../../plan/action/store.ts";
import { defineUseCase, refuseField } from "../../../../platform/use-case.ts";
import { may } from "../../../../platform/rights.ts";
import { ServiceId } from "../../card/model.ts";
import { ServiceEffect } from "../model.ts";
import { planLinkWords } from "../words.ts";
import { actionsOfService, saveServiceAction } from "../store.ts";
import { serviceRights } from "../../card/rights.ts";
import { actionAsNamed, serviceAsNamed } from "../as-named.ts";
import { findService, serviceObject } from "../../card/use-cases/find-service.ts";

/** Says that an action of the plan creates, improves or closes a service. One action does one thing to a service: what it did before is replaced. */
export const linkAction = defineUseCase({
  name: "directory.link-action",
  input: z.object({ serviceId: ServiceId, actionId: ActionId, effect: ServiceEffect }),
  by: { serviceId: ServiceId },
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
    const told = (did: ServiceEffect) => ({ actionId, effect: did, title: actionAsNamed(action, lang) });
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
      after: { serviceId, effect, title: serviceAsNamed(service, lang) },
    });
  },
});
