import { z } from "zod";
import { changePart } from "../../../../platform/record/change-part.ts";
import type { UseCaseRun } from "../../../../platform/use-case.ts";
import type { Action, ActionBlock, Blocks } from "../model.ts";
import { withRowIds } from "../rows.ts";
import { saveBlock } from "../store.ts";
import { actionObject } from "./find-action.ts";

const rowId = z.uuid();

/** Changes one block of an action that the use case holds. `seen`: `null` where what is written does not rest on what was read. */
export async function changeBlock<B extends ActionBlock>(
  work: Pick<UseCaseRun<unknown, unknown>, "tx" | "actor" | "now" | "newId" | "record">,
  action: Action,
  block: B,
  typed: Blocks[B],
  seen: number | null,
): Promise<void> {
  const some: Partial<Blocks> = { [block]: typed };
  const value = withRowIds(some, action, () => work.newId(rowId))[block] ?? typed;
  await changePart(work, {
    object: actionObject({ ...action, [block]: value }),
    part: block,
    seen,
    before: action[block],
    value,
    save: () => saveBlock(work.tx, work.actor.territory, action.id, block, value, work.now),
  });
}
