import type { Actor } from "../../../../platform/actor.ts";
import { organisationOf, personOf } from "../../../../platform/actor.ts";
import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import type { Event } from "../../../../platform/history/model.ts";
import { readEvents } from "../../../../platform/history/store.ts";
import type { CommuneCode } from "../../../territory/territories/model.ts";
import { ownedBy } from "../../views/filters.ts";
import { mayReadEvent } from "../../notes/history.ts";
import { ActionId, type Action } from "../../action/model.ts";
import { actionSubject } from "../../action/rights.ts";
import { concernsCommune } from "../../action/rules/attention.ts";
import type { ReadablePlan } from "../../views/pages/readable-plan.ts";

/** The commune that an elected member sits for, when their organisation is one. */
export function communeOf({ directory }: ReadablePlan, actor: Actor): CommuneCode | null {
  const organisation = actor.role === "elected" ? organisationOf(actor) : null;
  const found = directory.organisations.find(({ id, kind }) => id === organisation && kind === "commune");
  return found?.communeCode ?? null;
}

/** The actions that a person follows: their own, those of their commune, or all of them for those who look after the whole. */
export function followed(work: ReadablePlan, actor: Actor): readonly Action[] {
  const { actions } = work.plan;
  const commune = communeOf(work, actor);
  if (commune !== null) return actions.filter((action) => concernsCommune(action, commune));
  if (actor.role !== "party" && actor.role !== "contributor") return actions;
  const own = actions.filter(ownedBy(actor));
  return own.length > 0 ? own : actions;
}

/** What others changed since then in what this visitor may read, the newest first. What one did oneself is no news. */
export async function newsSince(visit: TerritoryVisit, work: ReadablePlan, since: Date): Promise<readonly Event[]> {
  const events = await visit.read((tx) =>
    readEvents(tx, { kinds: ["action", "axis", "objective", "convention"], since, limit: 300 }),
  );
  const person = personOf(visit.actor);
  const actions = new Map<string, Action>(work.plan.actions.map((action) => [action.id, action]));
  const looksAfterAll = visit.actor.role === "coordinator" || visit.actor.role === "operator";
  return events.filter((event) => {
    if (person !== null && event.actor.person === person) return false;
    if (event.object.kind !== "action") return true;
    const action = actions.get(event.object.id);
    // A deleted action has no fiche left that says who may read it: only those who may read everything hear of it.
    return action === undefined ? looksAfterAll : mayReadEvent(visit.actor, actionSubject(action, work.convention.state), event);
  });
}

/** One thing that someone did: several changes of one action in a row by one person are one piece of news. */
export interface News {
  readonly at: Date;
  readonly who: string;
  readonly verb: Event["verb"];
  readonly object: Event["object"];
  readonly blocks: readonly string[];
  /** State before and after, where that is what changed. */
  readonly status: { readonly before: string; readonly after: string } | null;
  /** Several where one gesture made many: an import. */
  readonly objects: readonly string[];
}

/** Gestures of one person nearer than this in time are one piece of news. */
const ONE_GESTURE = 600_000;

/** Events told as news, the newest first: the blocks of one object together, and what one person did alike to many objects. A convention is long to set up: it is told once. */
export function asNews(events: readonly Event[]): readonly News[] {
  const told: News[] = [];
  for (const event of events) {
    const { block, verb, object, at } = event;
    const status = statusOf(event);
    const last = told.at(-1);
    const alike =
      last !== undefined &&
      last.who === event.actor.name &&
      (last.verb === verb || object.kind === "convention") &&
      last.object.kind === object.kind &&
      last.at.getTime() - at.getTime() < ONE_GESTURE &&
      (object.kind === "convention" || (last.blocks.length === 0) === (block === null));
    if (last === undefined || !alike || last.status !== null || status !== null) {
      told.push({ at, who: event.actor.name, verb, object, objects: [object.id], blocks: block === null ? [] : [block], status });
      continue;
    }
    const isSame = last.object.id === object.id;
    if (!isSame && block !== null && object.kind !== "convention") {
      told.push({ at, who: event.actor.name, verb, object, objects: [object.id], blocks: [block], status });
      continue;
    }
    told[told.length - 1] = {
      ...last,
      verb: last.verb === verb ? verb : "changed",
      objects: last.objects.includes(object.id) ? last.objects : [...last.objects, object.id],
      blocks: block === null || last.blocks.includes(block) ? last.blocks : [...last.blocks, block],
    };
  }
  return told;
}

function statusOf({ block, before, after }: Event): News["status"] {
  if (block !== "life") return null;
  const [from, to] = [statusIn(before), statusIn(after)];
  return from !== null && to !== null && from !== to ? { before: from, after: to } : null;
}

const statusIn = (value: Event["before"]): string | null =>
  typeof value === "object" && value !== null && "status" in value && typeof value["status"] === "string"
    ? value["status"]
    : null;

/** The action that an event is about, when this visitor may open it. */
export const actionOf = (work: ReadablePlan, object: Event["object"]): Action | undefined => {
  const id = ActionId.safeParse(object.id);
  return object.kind === "action" && id.success ? work.plan.actions.find((action) => action.id === id.data) : undefined;
};
