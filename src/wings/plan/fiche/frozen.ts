import { z } from "zod";
import { ConventionState } from "../../convention/conventions/model.ts";
import { frozenBlock, inFrozenOrder } from "../../convention/snapshots/rules.ts";
import type { Actor } from "../../../platform/actor.ts";
import { Confidentiality, OrganisationId } from "../../../platform/model.ts";
import { may } from "../../../platform/rights.ts";
import type { Frozen, FrozenObject, FrozenScene } from "../../../platform/wing/contributions.ts";
import { ActionId, blockNames, PartnerRole, type Plan } from "../action/model.ts";
import { tellingOf } from "./pages/field-text.tsx";
import { planNamesOf, readPlanReferences } from "./pages/fiche-read.ts";
import { actionRights, type ActionSubject } from "../action/rights.ts";
import { loadPlan } from "../action/store.ts";

/** The plan as a signature freezes it. What is computed of it stays out. */
export const freezePlan = ({ axes, objectives, actions, links }: Omit<Plan, "conventionId">): readonly FrozenObject[] => [
  ...inFrozenOrder(axes, ({ id }) => id).map(({ id, conventionId: _, ...axis }) => ({
    kind: "axis",
    id,
    label: `${axis.number}. ${axis.title}`,
    blocks: { axis: frozenBlock(axis) },
  })),
  ...inFrozenOrder(objectives, ({ id }) => id).map(({ id, ...objective }) => ({
    kind: "objective",
    id,
    label: `${objective.number} ${objective.title}`,
    blocks: { objective: frozenBlock(objective) },
  })),
  ...inFrozenOrder(actions, ({ id }) => id).map((action) => ({
    kind: "action",
    id: action.id,
    label: `${action.identity.number} ${action.identity.title}`,
    blocks: Object.fromEntries(blockNames.map((block) => [block, frozenBlock(action[block])])),
  })),
  ...inFrozenOrder(links, ({ from, to, kind }) => `${from} ${to} ${kind}`).map((link) => ({
    kind: "link",
    id: `${link.from} ${link.to} ${link.kind}`,
    label: link.kind,
    blocks: { link: frozenBlock({ ...link }) },
  })),
];

const Carried = z.object({
  id: ActionId,
  blocks: z.object({
    identity: z.object({ confidentiality: Confidentiality }),
    who: z.object({
      leadId: OrganisationId.nullable(),
      partners: z.array(z.object({ organisationId: OrganisationId, role: PartnerRole })),
    }),
  }),
});

/** What a right needs to know of an action as it was frozen. */
function frozenSubject(action: FrozenObject, conventionState: ConventionState): ActionSubject {
  const { id, blocks } = Carried.parse(action);
  return {
    actionId: id,
    leadId: blocks.who.leadId,
    coLeadIds: blocks.who.partners.filter(({ role }) => role === "co_lead").map(({ organisationId }) => organisationId),
    confidentiality: blocks.identity.confidentiality,
    conventionState,
  };
}

/** An action is read as its confidentiality says; a link tells of both its actions, in every version of them. */
function mayReadFrozen(actor: Actor, object: FrozenObject, scene: FrozenScene): boolean {
  const state = ConventionState.parse(scene.conventionState);
  const opens = (action: FrozenObject): boolean => may(actionRights.read, actor, frozenSubject(action, state));
  switch (object.kind) {
    case "action":
      return opens(object);
    case "link":
      return object.id
        .split(" ")
        .slice(0, 2)
        .every((id) => scene.versionsOf("action", id).every(opens));
    default:
      return true;
  }
}

/** What the plan adds to the snapshot of a convention. */
export const frozenPlan: Frozen = {
  kinds: [
    { kind: "axis", name: { fr: "Les axes", en: "The axes" }, followUp: [] },
    { kind: "objective", name: { fr: "Les objectifs", en: "The objectives" }, followUp: [] },
    { kind: "action", name: { fr: "Les actions", en: "The actions" }, followUp: ["life", "measures"] },
    { kind: "link", name: { fr: "Les liens entre actions", en: "The links between actions" }, followUp: [] },
  ],
  freeze: async (tx, conventionId) => freezePlan(await loadPlan(tx, conventionId)),
  mayRead: mayReadFrozen,
  words: async (tx, { lang, at }, conventionId, cited) => {
    const plan = await loadPlan(tx, conventionId);
    const today = planNamesOf(await readPlanReferences(tx, plan), lang);
    const names = {
      ...today,
      organisation: (id: string) => (today.organisation(id) === id ? (cited[id] ?? id) : today.organisation(id)),
    };
    const telling = tellingOf(lang, names);
    return {
      fieldLabel: (_, field) => telling.label(field),
      value: (_, field, value) => telling.value(field, value),
      standing: (kind, id) => {
        const action = kind === "action" ? plan.actions.find((each) => each.id === id) : undefined;
        return action === undefined
          ? null
          : { href: at(`/plan/actions/${action.id}`), example: action.provenance.kind === "example" };
      },
    };
  },
};
