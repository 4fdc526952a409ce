import { conventionById } from "../../../convention/conventions/store.ts";
import type { Tx } from "../../../../platform/database/database.ts";
import type { Action, ActionId } from "../model.ts";
import { actionSubject, type ActionSubject } from "../rights.ts";
import { lockAction } from "../store.ts";

export interface FoundAction extends ActionSubject {
  readonly action: Action;
}

/** The action that a use case bears upon, held until its end: what the right was decided on is what is changed. */
export async function findAction(tx: Tx, id: ActionId): Promise<FoundAction | undefined> {
  const action = await lockAction(tx, id);
  if (action === undefined) return undefined;
  const convention = await conventionById(tx, action.conventionId);
  return convention && { ...actionSubject(action, convention.state), action };
}

/** An action as the history names it. */
export const actionObject = ({ id, identity }: Pick<Action, "id" | "identity">) => ({
  kind: "action",
  id,
  label: `${identity.number} ${identity.title}`,
});
