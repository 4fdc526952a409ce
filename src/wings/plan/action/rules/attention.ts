import type { Convention } from "../../../convention/conventions/model.ts";
import type { PartyId } from "../../../convention/parties/model.ts";
import { organisationOf, type Actor } from "../../../../platform/actor.ts";
import type { Day, OrganisationId } from "../../../../platform/model.ts";
import type { CommuneCode } from "../../../territory/territories/model.ts";
import type { Action, ActionId, ActionBlock, Plan } from "../model.ts";
import { isClosed, planFacts, type ActionFacts } from "./facts.ts";

/** What can wait for someone, the most pressing first. */
export const attentionKinds = [
  "blocked",
  "late",
  "no_lead",
  "to_validate",
  "to_notify",
  "to_report",
  "money_missing",
  "silent",
  "no_measure",
  "undated",
  "no_deliberation",
  "to_complete",
] as const;
export type AttentionKind = (typeof attentionKinds)[number];

/** The block of the fiche where the thing is resolved. */
const resolvedIn = {
  blocked: "life",
  late: "how",
  no_lead: "who",
  to_validate: "life",
  to_notify: "how",
  to_report: "life",
  money_missing: "how",
  silent: "life",
  no_measure: "measures",
  undated: "how",
  to_complete: "what",
} as const satisfies Record<Exclude<AttentionKind, "no_deliberation">, ActionBlock>;

/** One kind of thing to do, with all that waits in it; each entry knows where it is resolved. */
export type Attention =
  | {
      readonly kind: Exclude<AttentionKind, "no_deliberation">;
      readonly block: ActionBlock;
      readonly actions: readonly ActionId[];
    }
  | { readonly kind: "no_deliberation"; readonly parties: readonly PartyId[] };

export interface Around {
  readonly convention: Convention | null;
  /** The commune that an elected member sits for; none for the EPCI or the département. */
  readonly commune: CommuneCode | null;
}

/** Whether an action takes place in a commune: it names it, or it names none and covers the whole EPCI. */
export const concernsCommune = (action: Action, commune: CommuneCode): boolean =>
  action.what.communes.length === 0 || action.what.communes.includes(commune);

/** Whether an organisation carries an action: it leads it, alone or with others. */
export const carriedBy = (action: Action, organisation: OrganisationId): boolean =>
  action.who.leadId === organisation ||
  action.who.partners.some(({ organisationId, role }) => role === "co_lead" && organisationId === organisation);

type Test = (action: Action, facts: ActionFacts) => boolean;
type ActionKind = Exclude<AttentionKind, "no_deliberation">;

const living = ({ life }: Action): boolean => !isClosed(life.status);
const tests = {
  blocked: ({ life }) => life.status === "blocked",
  late: (_, { lateness }) => lateness.kind === "late",
  no_lead: (action) => living(action) && action.who.leadId === null,
  to_validate: ({ life, validatedAt }) => life.status !== "dropped" && validatedAt === null,
  to_report: (_, { silence, lateness }) => silence.kind === "silent" || lateness.kind === "late",
  money_missing: (action, { funding }) => living(action) && funding.balance.kind === "missing",
  silent: (_, { silence }) => silence.kind === "silent",
  no_measure: (action) => living(action) && action.measures.measures.length === 0,
  undated: (_, { lateness }) => lateness.kind === "undated",
  to_complete: (action, { completeness }) => action.life.status !== "dropped" && completeness.score < 1,
} as const satisfies Record<Exclude<ActionKind, "to_notify">, Test>;

/** How pressing an action is within its kind: the larger comes first. */
const pressure = (kind: ActionKind, facts: ActionFacts): number => {
  const { lateness, silence, funding, completeness } = facts;
  if (kind === "money_missing") return funding.balance.kind === "missing" ? funding.balance.cents : 0;
  if (kind === "silent") return silence.kind === "silent" ? silence.days : 0;
  if (kind === "to_complete") return 1 - completeness.score;
  return lateness.kind === "late" ? lateness.days : 0;
};

/**
 * What a person has to do in a plan that they may read, the most pressing kind first, the most pressing action first within each.
 * Coordination sees the whole plan; a party the actions that it carries and the money that it promised; an elected member their
 * commune; a contributor the fiches entrusted to them; someone who only reads has nothing to do.
 */
export function attention(plan: Plan, actor: Actor, today: Day, around: Around): readonly Attention[] {
  const facts = planFacts(plan, today);
  const among = (actions: readonly Action[], kind: ActionKind, test: Test): Attention => ({
    kind,
    block: resolvedIn[kind],
    actions: actions
      .flatMap((action) => {
        const own = facts.get(action.id);
        return own !== undefined && test(action, own) ? [{ id: action.id, pressure: pressure(kind, own) }] : [];
      })
      .sort((a, b) => b.pressure - a.pressure)
      .map(({ id }) => id),
  });
  const kinds = (actions: readonly Action[], ...wanted: readonly (keyof typeof tests)[]) =>
    wanted.map((kind) => among(actions, kind, tests[kind]));

  switch (actor.role) {
    case "operator":
    case "coordinator":
      return found([
        ...kinds(plan.actions, "blocked", "late", "no_lead", "money_missing", "silent", "no_measure", "undated"),
        deliberations(around.convention, null),
      ]);
    case "party": {
      const carried = plan.actions.filter((action) => carriedBy(action, actor.organisation));
      return found([
        ...kinds(carried, "blocked", "to_report", "money_missing", "no_measure"),
        among(plan.actions, "to_notify", (action) => hasToNotify(action, actor.organisation, today)),
        deliberations(around.convention, actor.organisation),
      ]);
    }
    case "elected": {
      const { commune } = around;
      const near = commune === null ? plan.actions : plan.actions.filter((action) => concernsCommune(action, commune));
      return found([...kinds(near, "blocked", "late", "to_validate"), deliberations(around.convention, organisationOf(actor))]);
    }
    case "contributor": {
      const entrusted = plan.actions.filter(({ id }) => actor.actionIds.includes(id));
      return found(kinds(entrusted, "blocked", "to_report", "to_complete"));
    }
    case "reader":
    case "public":
      return [];
  }
}

/** Money that a funder planned for a year already begun, and has neither notified nor refused. */
const hasToNotify = (action: Action, funder: string, today: Day): boolean =>
  action.life.status !== "dropped" &&
  action.how.funding.some(
    ({ funderId, year, planned, notified }) =>
      funderId === funder && year <= Number(today.slice(0, 4)) && planned !== null && planned > 0 && notified === null,
  );

/** Parties whose council has not voted yet, while the convention is not over; all of them, or only one organisation's. */
function deliberations(convention: Convention | null, organisation: string | null): Attention {
  const open = convention !== null && convention.state !== "ended" && convention.state !== "renewed";
  const parties = open
    ? convention.parties.filter(
        ({ deliberationDate, organisationId }) =>
          deliberationDate === null && (organisation === null || organisationId === organisation),
      )
    : [];
  return { kind: "no_deliberation", parties: parties.map(({ id }) => id) };
}

const found = (all: readonly Attention[]): readonly Attention[] =>
  all
    .filter((each) => (each.kind === "no_deliberation" ? each.parties.length > 0 : each.actions.length > 0))
    .sort((a, b) => attentionKinds.indexOf(a.kind) - attentionKinds.indexOf(b.kind));
