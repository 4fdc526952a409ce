import { z } from "zod";
import type { Actor } from "../../../platform/actor.ts";
import type { Event } from "../../../platform/history/model.ts";
import { Confidentiality } from "../../../platform/model.ts";
import { may } from "../../../platform/rights.ts";
import { actionRights, planRights, type ActionSubject } from "../action/rights.ts";
import { noteRights } from "./rights.ts";

const Guarded = z.object({ confidentiality: Confidentiality, author: z.object({ person: z.string().nullable() }).optional() });

/**
 * Whether an actor may read an event of an action: the history is no way around the rights of the day. An event of a
 * note or a file is read by those who may read both what it was and what it became.
 */
export function mayReadEvent(actor: Actor, subject: ActionSubject, event: Pick<Event, "block" | "before" | "after">): boolean {
  if (!may(planRights.work, actor, {}) || !may(actionRights.read, actor, subject)) return false;
  if (event.block !== "notes" && event.block !== "files") return true;
  return [event.before, event.after].every((side) => {
    const guarded = Guarded.safeParse(side);
    if (!guarded.success) return side === null;
    const { confidentiality, author } = guarded.data;
    return may(noteRights.read, actor, { action: subject, confidentiality, authorPerson: author?.person ?? null });
  });
}
