import { z } from "zod";
import type { ActionId } from "../../plan/action/model.ts";
import type { ServiceId } from "../card/model.ts";

/** What an action of the plan does to a service. */
export const ServiceEffect = z.enum(["creates", "improves", "closes"]);
export type ServiceEffect = z.infer<typeof ServiceEffect>;

export interface ServiceAction {
  readonly serviceId: ServiceId;
  readonly actionId: ActionId;
  readonly effect: ServiceEffect;
}
