import { z } from "zod";
import { ActionId } from "../../../plan/action/model.ts";
import { actionObject } from "../../../plan/action/use-cases/find-action.ts";
import { loadAction } from "../../../plan/action/store.ts";
import { defineUseCase, missing } from "../../../../platform/use-case.ts";
import { ServiceId } from "../../card/model.ts";
import { actionsOfService, removeServiceAction } from "../store.ts";
import { serviceRights } from "../../card/rights.ts";
import { actionAsNamed, serviceAsNamed } from "../as-named.ts";
import { findService, serviceObject } from "../../card/use-cases/find-service.ts";

/** Says no longer that an action of the plan does something to a service. */
export const unlinkAction = defineUseCase({
  name: "directory.unlink-action",
  input: z.object({ serviceId: ServiceId, actionId: ActionId }),
  by: { serviceId: ServiceId },
  subject: ({ input, tx }) => findService(tx, input.serviceId),
  allow: serviceRights.edit,
  run: async ({ input: { serviceId, actionId }, subject: { service }, lang, tx, record }): Promise<void> => {
    const link = (await actionsOfService(tx, serviceId)).find((each) => each.actionId === actionId);
    const action = link && (await loadAction(tx, actionId));
    if (link === undefined || action === undefined) throw missing();
    await removeServiceAction(tx, link);
    const { effect } = link;
    await record({
      verb: "changed",
      object: serviceObject(service),
      block: "actions",
      before: { actionId, effect, title: actionAsNamed(action, lang) },
    });
    await record({
      verb: "changed",
      object: actionObject(action),
      block: "services",
      before: { serviceId, effect, title: serviceAsNamed(service, lang) },
    });
  },
});
