import { z } from "zod";
import { fieldChanges, plain, type FieldChange } from "../../../platform/history/rules.ts";
import { Confidentiality, OrganisationId } from "../../../platform/model.ts";
import { ActionId, blockNames, PartnerRole, type Plan } from "../../plan/action/model.ts";
import {
  ConventionBlock,
  frozenKinds,
  type Convention,
  type FrozenKind,
  type FrozenObject,
  type SnapshotContent,
} from "../conventions/model.ts";
import { blockOf } from "../conventions/rules.ts";

const facts = (value: Readonly<Record<string, unknown>>): FrozenObject["blocks"][string] => z.json().parse(plain(value));
const sorted = <Item>(items: readonly Item[], key: (item: Item) => string): Item[] =>
  items.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
const sets = ["themes", "audiences", "communes"];
/** A set has no order: written sorted, two equal sets are the same text. */
const settled = (block: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(block).map(([field, value]) => [
      field,
      sets.includes(field) && Array.isArray(value) ? value.toSorted() : value,
    ]),
  );

/**
 * What a signature freezes: the convention, its parties, its competences and its plan, as a list of things cut in
 * blocks, in an order that does not depend on who reads them. What is computed, and the signatures themselves, stay out.
 */
export function freeze(convention: Convention, planNow: Plan, organisationNames: ReadonlyMap<string, string>): SnapshotContent {
  const nameOf = (id: string): string => organisationNames.get(id) ?? id;
  const objects: FrozenObject[] = [
    {
      kind: "convention",
      id: convention.id,
      label: convention.title,
      blocks: Object.fromEntries(ConventionBlock.options.map((block) => [block, facts(settled(blockOf(convention, block)))])),
    },
    ...sorted(convention.parties, ({ id }) => id).map(({ id, signedOn: _, deliberationFileId: __, ...party }): FrozenObject => {
      return { kind: "party", id, label: nameOf(party.organisationId), blocks: { party: facts(party) } };
    }),
    ...sorted(convention.competences, ({ theme, holder }) => `${theme} ${holder}`).map((cell): FrozenObject => {
      return { kind: "competence", id: `${cell.theme} ${cell.holder}`, label: cell.theme, blocks: { competence: facts(cell) } };
    }),
    ...sorted(planNow.axes, ({ id }) => id).map(({ id, conventionId: _, ...axis }): FrozenObject => {
      return { kind: "axis", id, label: `${axis.number}. ${axis.title}`, blocks: { axis: facts(axis) } };
    }),
    ...sorted(planNow.objectives, ({ id }) => id).map(({ id, ...objective }): FrozenObject => {
      return { kind: "objective", id, label: `${objective.number} ${objective.title}`, blocks: { objective: facts(objective) } };
    }),
    ...sorted(planNow.actions, ({ id }) => id).map((action): FrozenObject => {
      const blocks = Object.fromEntries(blockNames.map((block) => [block, facts(settled(action[block]))]));
      return { kind: "action", id: action.id, label: `${action.identity.number} ${action.identity.title}`, blocks };
    }),
    ...sorted(planNow.links, ({ from, to, kind }) => `${from} ${to} ${kind}`).map((link): FrozenObject => {
      return { kind: "link", id: `${link.from} ${link.to} ${link.kind}`, label: link.kind, blocks: { link: facts({ ...link }) } };
    }),
  ];
  const cited = JSON.stringify(objects);
  const names = Object.fromEntries(sorted([...organisationNames], ([id]) => id).filter(([id]) => cited.includes(id)));
  return { format: 1, objects, names };
}

/** What a right needs to know of an action, then or now, before anything of it is shown. */
export interface ActionReaders {
  readonly actionId: ActionId;
  readonly leadId: OrganisationId | null;
  readonly coLeadIds: readonly OrganisationId[];
  readonly confidentiality: Confidentiality;
}

/** One difference with what was signed. */
export type SnapshotChange = {
  readonly object: FrozenKind;
  readonly id: string;
  readonly label: string;
  /** The actions that it tells of, in both versions: who reads a change must be able to read them all. */
  readonly tellsOf: readonly ActionReaders[];
} & (
  | { readonly kind: "added" | "removed" }
  | { readonly kind: "changed"; readonly block: string; readonly fields: readonly FieldChange[] }
);

const keyOf = ({ kind, id }: FrozenObject): string => `${kind} ${id}`;

/** What differs between two snapshots, thing by thing, block by block, field by field, in the order of the kinds. */
export function changesSince(then: SnapshotContent, now: SnapshotContent): readonly SnapshotChange[] {
  const before = new Map(then.objects.map((each) => [keyOf(each), each]));
  const after = new Map(now.objects.map((each) => [keyOf(each), each]));
  const tellsOf = ({ kind, id }: FrozenObject): ActionReaders[] => {
    const actions = kind === "action" ? [id] : kind === "link" ? id.split(" ").slice(0, 2) : [];
    return actions.flatMap((action) => [before, after].flatMap((all) => readersOf(all.get(`action ${action}`)) ?? []));
  };
  const all = [...new Map([...before, ...after]).values()].toSorted(
    (a, b) => frozenKinds.indexOf(a.kind) - frozenKinds.indexOf(b.kind),
  );
  return all.flatMap((each): SnapshotChange[] => {
    const [old, fresh] = [before.get(keyOf(each)), after.get(keyOf(each))];
    const about = { object: each.kind, id: each.id, label: each.label, tellsOf: tellsOf(each) };
    if (old === undefined) return [{ kind: "added", ...about }];
    if (fresh === undefined) return [{ kind: "removed", ...about }];
    const blocks = new Set([...Object.keys(fresh.blocks), ...Object.keys(old.blocks)]);
    return [...blocks].flatMap((block): SnapshotChange[] => {
      const fields = fieldChanges(old.blocks[block] ?? null, fresh.blocks[block] ?? null);
      return fields.length === 0 ? [] : [{ kind: "changed", ...about, block, fields }];
    });
  });
}

const Readers = z.object({
  id: ActionId,
  blocks: z.object({
    identity: z.object({ confidentiality: Confidentiality }),
    who: z.object({
      leadId: OrganisationId.nullable(),
      partners: z.array(z.object({ organisationId: OrganisationId, role: PartnerRole })),
    }),
  }),
});

function readersOf(action: FrozenObject | undefined): ActionReaders | undefined {
  if (action === undefined) return undefined;
  const { id, blocks } = Readers.parse(action);
  return {
    actionId: id,
    leadId: blocks.who.leadId,
    coLeadIds: blocks.who.partners.filter(({ role }) => role === "co_lead").map(({ organisationId }) => organisationId),
    confidentiality: blocks.identity.confidentiality,
  };
}

export type Integrity = "intact" | "damaged";

/** Whether a frozen text is still the one that was hashed. The hash function is passed in: this room does no I/O. */
export const integrityOf = (
  { content, hash }: { readonly content: string; readonly hash: string },
  hashOfText: (text: string) => string,
): Integrity => (hashOfText(content) === hash ? "intact" : "damaged");
