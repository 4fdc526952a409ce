import type { Child } from "hono/jsx";
import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import type { Lang } from "../../../../platform/words.ts";
import { may } from "../../../../platform/rights.ts";
import { Badge } from "../../../../ui/badge.tsx";
import { TaskList, type Task } from "../../../../ui/layouts/work-home.tsx";
import { LateMark, State } from "../../../../ui/state.tsx";
import {
  balanceText,
  balanceRule,
  completenessText,
  completenessRule,
  latenessRule,
  silenceRule,
  silenceText,
  stateKind,
} from "../../action/facts-text.ts";
import { noFilters, type ActionFilters } from "../../views/filters.ts";
import type { Action, ActionId } from "../../action/model.ts";
import { actionRights, actionSubject } from "../../action/rights.ts";
import { actionWords } from "../../action/words.ts";
import type { ActionFacts, Lateness } from "../../action/rules/facts.ts";
import type { Attention } from "../../action/rules/attention.ts";
import { viewWords } from "../../views/words.ts";
import { planAddress } from "../../views/pages/plan-address.ts";
import type { ReadablePlan } from "../../views/pages/readable-plan.ts";
import { homeWords } from "../words.ts";
import { timeText } from "../../../../platform/french/time.ts";

type Group = Exclude<Attention, { readonly kind: "no_deliberation" }>;
type Kind = Group["kind"];

/** How many things a screen can ask at once, and how many of one kind. */
const AT_MOST = 8;
const OF_ONE_KIND = 3;

/** The list that shows all of a kind, where the address bar can say it. */
const filterOf: Partial<Readonly<Record<Kind, Partial<ActionFilters>>>> = {
  blocked: { status: ["blocked"] },
  late: { flags: ["late"] },
  no_lead: { flags: ["noLead"] },
  to_validate: { flags: ["toValidate"] },
  money_missing: { flags: ["moneyMissing"] },
  silent: { flags: ["silent"] },
  no_measure: { flags: ["noMeasure"] },
  undated: { flags: ["undated"] },
};

/** The page where a thing is resolved, for this visitor: the form of the block when they may edit it, else the fiche. */
function placeOf({ visit, work }: Todo, action: Action, { kind, block }: Group): string {
  const at = (path: string) => visit.at(`/plan/actions/${action.id}${path}`);
  if (!may(actionRights.edit, visit.actor, actionSubject(action, work.convention.state))) return at(`#${block}`);
  if (kind === "to_report" || kind === "silent" || kind === "blocked") return at("/avancement");
  return kind === "late" || kind === "to_validate" || kind === "to_complete" ? at(`#${block}`) : at(`/modifier/${block}`);
}

/** The reason of a lateness in one short sentence: the mark beside it says how long. */
function lateBecause(lang: Lang, lateness: Lateness): string {
  if (lateness.kind !== "late") return latenessRule(lang, lateness);
  const since = timeText(lang, lateness.since);
  const say = homeWords(lang);
  return lateness.because === "milestone_passed"
    ? say("why.late.milestone_passed", { since, milestone: lateness.milestone.title })
    : say(`why.late.${lateness.because}`, { since });
}

function whyOf({ visit: { lang } }: Todo, { kind }: Group, { life }: Action, facts: ActionFacts): string {
  const say = homeWords(lang);
  switch (kind) {
    case "blocked":
      return say("why.blocked", { reason: life.reason ?? "", unblockedBy: life.unblockedBy ?? "" });
    case "late":
    case "undated":
      return lateBecause(lang, facts.lateness);
    case "to_report":
      return facts.silence.kind === "silent" ? silenceRule(lang, facts.silence) : lateBecause(lang, facts.lateness);
    case "silent":
      return silenceRule(lang, facts.silence);
    case "money_missing":
      return balanceRule(lang, facts.funding);
    case "to_complete":
      return completenessRule(lang, facts.completeness);
    case "no_lead":
    case "to_validate":
    case "to_notify":
    case "no_measure":
      return say(`why.${kind}`);
  }
}

function markOf({ visit: { lang } }: Todo, kind: Kind, facts: ActionFacts): Child {
  const say = viewWords(lang);
  const { lateness } = facts;
  switch (kind) {
    case "blocked":
      return <State kind={stateKind.blocked} label={actionWords(lang)("status.blocked")} />;
    case "late":
      return lateness.kind === "late" ? <LateMark days={lateness.days} /> : null;
    case "no_lead":
      return <Badge tone="wait">{actionWords(lang)("mark.noLead")}</Badge>;
    case "to_validate":
      return <Badge tone="info">{actionWords(lang)("mark.toValidate")}</Badge>;
    case "to_notify":
      return <Badge tone="wait">{actionWords(lang)("mark.toNotify")}</Badge>;
    case "to_report":
      return lateness.kind === "late" ? (
        <LateMark days={lateness.days} />
      ) : (
        <Badge tone="wait">{actionWords(lang)("mark.toReport")}</Badge>
      );
    case "money_missing":
      return <Badge tone="wait">{balanceText(lang, facts.funding)}</Badge>;
    case "silent":
      return <Badge tone="wait">{silenceText(lang, facts.silence)}</Badge>;
    case "no_measure":
      return <Badge>{say("noMeasure")}</Badge>;
    case "undated":
      return <Badge>{actionWords(lang)("undated")}</Badge>;
    case "to_complete":
      return <Badge>{completenessText(lang, facts.completeness)}</Badge>;
  }
}

export interface Todo {
  readonly visit: TerritoryVisit;
  readonly work: ReadablePlan;
  readonly attention: readonly Attention[];
}

const isGroup = (each: Attention): each is Group => each.kind !== "no_deliberation";

/** How many actions wait, each counted once however many reasons it has. */
export const waiting = ({ attention }: Pick<Todo, "attention">): number =>
  new Set(attention.filter(isGroup).flatMap(({ actions }) => actions)).size;

/** The first things to do, a few of each kind, each action once under its most pressing reason. */
function tasksOf(todo: Todo): readonly Task[] {
  const seen = new Set<ActionId>();
  const byId = new Map(todo.work.plan.actions.map((action) => [action.id, action]));
  return todo.attention
    .filter(isGroup)
    .flatMap((group) => {
      const fresh = group.actions.filter((id) => !seen.has(id)).slice(0, OF_ONE_KIND);
      for (const id of fresh) seen.add(id);
      return fresh.flatMap((id): Task[] => {
        const action = byId.get(id);
        const facts = todo.work.facts.get(id);
        if (action === undefined || facts === undefined) return [];
        return [
          {
            title: `${action.identity.number} ${action.identity.title}`,
            href: placeOf(todo, action, group),
            why: whyOf(todo, group, action, facts),
            end: markOf(todo, group.kind, facts),
          },
        ];
      });
    })
    .slice(0, AT_MOST);
}

/** What this person has to do: the first things, then how many of each kind, with the list that shows them all. */
export const TodoPart = (todo: Todo) => {
  const { visit, attention } = todo;
  const say = homeWords(visit.lang);
  return (
    <>
      <TaskList tasks={tasksOf(todo)} />
      <ul class="attention-counts" aria-label={say("home.todo.counts")}>
        {attention.map((each) => {
          if (each.kind === "no_deliberation")
            return (
              <li>
                <a href={visit.at("/convention")}>{say("attention.no_deliberation", { count: each.parties.length })}</a>
              </li>
            );
          const label = say(`attention.${each.kind}`, { count: each.actions.length });
          const filter = filterOf[each.kind];
          return <li>{filter === undefined ? label : <a href={planAddress(visit, { ...noFilters, ...filter })}>{label}</a>}</li>;
        })}
      </ul>
    </>
  );
};
