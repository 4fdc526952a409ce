import { z } from "zod";
import { defineUseCase, refuseField } from "../../../../platform/use-case.ts";
import type { Tx } from "../../../../platform/database/database.ts";
import type { Actor } from "../../../../platform/actor.ts";
import type { Change, Event } from "../../../../platform/history/model.ts";
import { asPlain } from "../../../../platform/record/rules.ts";
import { takeTurn } from "../../../../platform/history/store.ts";
import type { Lang } from "../../../../platform/words.ts";
import { listOrganisations } from "../../../territory/organisations/store.ts";
import { ActionId, type Action } from "../../action/model.ts";
import { WholeAction } from "../model.ts";
import { deletionOf, insertWhole } from "../store.ts";
import { planRights } from "../../action/rights.ts";
import { axisById, objectiveById } from "../../axes/store.ts";
import { actionObject } from "../../action/use-cases/find-action.ts";
import { deletionWords } from "../words.ts";

export const restorableDays = 30;

/** The last instant at which what was deleted then can still come back. */
export const restorableUntil = (deletedAt: Date): Date => new Date(deletedAt.getTime() + restorableDays * 86_400_000);

interface Restoring {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly lang: Lang;
  readonly record: (change: Change) => Promise<number>;
}

/** Puts actions back from the events of their deletion, or refuses all of them in words. */
export async function restoreFrom({ tx, actor, lang, record }: Restoring, deletions: readonly Event[]): Promise<void> {
  const wholes = [];
  for (const { before } of deletions) {
    const whole = WholeAction.parse(before);
    wholes.push({ ...whole, action: await fitting(tx, lang, whole.action) });
  }
  await insertWhole(tx, actor.territory, wholes);
  for (const whole of wholes) await record({ verb: "restored", object: actionObject(whole.action), after: asPlain(whole) });
}

/** The action as the plan can hold it today: what it stood under may have gone since. */
async function fitting(tx: Tx, lang: Lang, action: Action): Promise<Action> {
  const say = deletionWords(lang);
  const { identity, who, how } = action;
  const title = identity.title;
  if ((await axisById(tx, identity.axisId)) === undefined) throw refuseField("", say("restore.axisGone", { title }));
  const known = new Set((await listOrganisations(tx)).map(({ id }) => id));
  const named = [
    who.leadId,
    ...who.partners.map(({ organisationId }) => organisationId),
    ...how.funding.map(({ funderId }) => funderId),
  ];
  if (named.some((id) => id !== null && !known.has(id))) throw refuseField("", say("restore.organisationGone", { title }));
  const objective = identity.objectiveId === null ? undefined : await objectiveById(tx, identity.objectiveId);
  return { ...action, identity: { ...identity, objectiveId: objective?.axisId === identity.axisId ? objective.id : null } };
}

/** Brings a deleted action back with its notes, results, files and links, for 30 days after its deletion. */
export const restoreAction = defineUseCase({
  name: "plan.restore-action",
  input: z.object({ actionId: ActionId }),
  by: { actionId: ActionId },
  subject: async ({ input, actor, tx }) => {
    // Two people who restore the same action at once: the second finds it there.
    await takeTurn(tx, actor.territory);
    return deletionOf(tx, input.actionId);
  },
  allow: planRights.restore,
  run: async ({ input, subject: deletion, actor, lang, tx, now, record }): Promise<ActionId> => {
    if (restorableUntil(deletion.at) < now)
      throw refuseField("", deletionWords(lang)("restore.tooLate", { title: deletion.object.label, days: restorableDays }));
    await restoreFrom({ tx, actor, lang, record }, [deletion]);
    return input.actionId;
  },
});
