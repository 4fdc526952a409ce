import type { ConventionState } from "../../convention/conventions/model.ts";
import type { Confidentiality, OrganisationId } from "../../../platform/model.ts";
import { type Condition, grant, type Grant, rightsOn } from "../../../platform/rights.ts";
import type { Action, ActionId } from "./model.ts";

/** What the rights on an action look at. */
export interface ActionSubject {
  readonly actionId: ActionId;
  readonly leadId: OrganisationId | null;
  /** The organisations that carry it beside its lead. Associates, funders and relays do not change it. */
  readonly coLeadIds: readonly OrganisationId[];
  readonly confidentiality: Confidentiality;
  /** Where the convention stands: nothing of a plan in preparation is public. */
  readonly conventionState: ConventionState;
}

export const actionSubject = (
  { id, who, identity }: Pick<Action, "id" | "who" | "identity">,
  conventionState: ConventionState,
): ActionSubject => ({
  actionId: id,
  leadId: who.leadId,
  coLeadIds: who.partners.filter(({ role }) => role === "co_lead").map(({ organisationId }) => organisationId),
  confidentiality: identity.confidentiality,
  conventionState,
});

export const isPublic: Condition<ActionSubject, "public"> = {
  name: "public",
  holds: (_, { confidentiality, conventionState }) => confidentiality === "public" && conventionState !== "preparation",
  said: { fr: "quand l’action est publique et le plan validé", en: "when the action is public and the plan approved" },
};
export const isShared = {
  name: "shared",
  holds: (_: unknown, { confidentiality }: ActionSubject) => confidentiality !== "restricted",
  said: { fr: "quand l’action est partagée", en: "when the action is shared" },
};
export const carries: Condition<ActionSubject, "party"> = {
  name: "carries",
  holds: ({ organisation }, { leadId, coLeadIds }) => leadId === organisation || coLeadIds.includes(organisation),
  said: { fr: "dont la structure pilote ou copilote l’action", en: "whose organisation leads or co-leads the action" },
};
const carriesOrShared: Condition<ActionSubject, "party"> = {
  name: "carriesOrShared",
  holds: (actor, subject) => isShared.holds(actor, subject) || carries.holds(actor, subject),
  said: {
    fr: "quand l’action est partagée, ou que leur structure la pilote ou la copilote",
    en: "when the action is shared, or their organisation leads or co-leads it",
  },
};
export const isEntrusted: Condition<ActionSubject, "contributor"> = {
  name: "entrusted",
  holds: ({ actionIds }, { actionId }) => actionIds.includes(actionId),
  said: { fr: "quand c’est cette fiche", en: "when it is this action" },
};
const isEntrustedOrShared: Condition<ActionSubject, "contributor"> = {
  name: "entrustedOrShared",
  holds: (actor, subject) => isShared.holds(actor, subject) || isEntrusted.holds(actor, subject),
  said: { fr: "quand l’action est partagée, ou que c’est leur fiche", en: "when the action is shared, or is theirs" },
};
const leads: Condition<ActionSubject, "party"> = {
  name: "leads",
  holds: ({ organisation }, { leadId }) => leadId === organisation,
  said: { fr: "dont la structure pilote l’action", en: "whose organisation leads the action" },
};

const carriers: readonly Grant<ActionSubject>[] = [
  grant("operator"),
  grant("coordinator"),
  grant("party", carries),
  grant("contributor", isEntrusted),
];

/** Rights on one action of the plan. */
export const actionRights = rightsOn<ActionSubject>()("plan.action", {
  read: [
    grant("operator"),
    grant("coordinator"),
    grant("party", carriesOrShared),
    grant("elected", isShared),
    grant("contributor", isEntrustedOrShared),
    grant("reader", isShared),
    grant("public", isPublic),
  ],
  edit: carriers,
  attachFile: carriers,
  comment: [
    grant("operator"),
    grant("coordinator"),
    grant("party", carriesOrShared),
    grant("elected", isShared),
    grant("contributor", isEntrustedOrShared),
  ],
  validate: [grant("operator"), grant("coordinator"), grant("elected", isShared)],
  remove: [grant("operator"), grant("coordinator")],
  entrust: [grant("operator"), grant("coordinator"), grant("party", leads)],
});

/** Rights on the plan as a whole. */
export const planRights = rightsOn<object>()("plan", {
  /** The working pages of the plan: a visitor without an account has the public page. */
  work: [grant("operator"), grant("coordinator"), grant("party"), grant("elected"), grant("contributor"), grant("reader")],
  configureAxes: [grant("operator"), grant("coordinator")],
  /** Deleted actions and the way back. */
  restore: [grant("operator"), grant("coordinator")],
  emptyExamples: [grant("operator"), grant("coordinator")],
  import: [grant("operator"), grant("coordinator")],
  /** Views of one's own on the list. */
  saveView: [grant("coordinator"), grant("party"), grant("elected"), grant("contributor"), grant("reader")],
});

export interface NewActionSubject {
  readonly leadId: OrganisationId | null;
}

export const newActionRights = rightsOn<NewActionSubject>()("plan.newAction", {
  create: [
    grant("operator"),
    grant("coordinator"),
    grant("party", {
      name: "own",
      holds: ({ organisation }, { leadId }) => leadId === organisation,
      said: { fr: "pour une action que leur structure pilote", en: "for an action that their organisation leads" },
    }),
  ],
});
