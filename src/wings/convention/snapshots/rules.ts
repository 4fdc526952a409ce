import { z } from "zod";
import { fieldChanges, asPlain, type FieldChange } from "../../../platform/record/rules.ts";
import { partNamesOf } from "../../../platform/record/parts.ts";
import type { FrozenObject } from "../../../platform/wing/contributions.ts";
import { conventionParts, type Convention } from "../conventions/model.ts";
import type { SnapshotContent } from "./model.ts";
import { partOf } from "../conventions/rules.ts";

const sets = ["themes", "audiences", "communes"];
/**
 * A block as a snapshot holds it: plain data, whose sets are written sorted, so that two equal sets are the same text.
 * Whatever wing freezes a thing writes its blocks so.
 */
export const frozenBlock = (block: Readonly<Record<string, unknown>>): FrozenObject["blocks"][string] =>
  z
    .json()
    .parse(
      asPlain(
        Object.fromEntries(
          Object.entries(block).map(([field, value]) => [
            field,
            sets.includes(field) && Array.isArray(value) ? value.toSorted() : value,
          ]),
        ),
      ),
    );

/** Things in the order of their keys, which does not depend on who reads them. */
export const inFrozenOrder = <Item>(items: readonly Item[], key: (item: Item) => string): readonly Item[] =>
  items.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));

/** What a signature freezes of the convention itself: its blocks, its parties, its competences. The signatures stay out. */
export function freezeConvention(
  convention: Convention,
  organisationNames: ReadonlyMap<string, string>,
): readonly FrozenObject[] {
  const nameOf = (id: string): string => organisationNames.get(id) ?? id;
  return [
    {
      kind: "convention",
      id: convention.id,
      label: convention.title,
      blocks: Object.fromEntries(partNamesOf(conventionParts).map((part) => [part, frozenBlock(partOf(convention, part))])),
    },
    ...inFrozenOrder(convention.parties, ({ id }) => id).map(({ id, signedOn: _, deliberationFileId: __, ...party }) => ({
      kind: "party",
      id,
      label: nameOf(party.organisationId),
      blocks: { party: frozenBlock(party) },
    })),
    ...inFrozenOrder(convention.competences, ({ theme, holder }) => `${theme} ${holder}`).map((cell) => ({
      kind: "competence",
      id: `${cell.theme} ${cell.holder}`,
      label: cell.theme,
      blocks: { competence: frozenBlock(cell) },
    })),
  ];
}

/** What a signature freezes: everything that the wings bring, with the names of the organisations that it cites. */
export function snapshotOf(objects: readonly FrozenObject[], organisationNames: ReadonlyMap<string, string>): SnapshotContent {
  const cited = JSON.stringify(objects);
  const names = inFrozenOrder([...organisationNames], ([id]) => id).filter(([id]) => cited.includes(id));
  return { format: 1, objects: [...objects], names: Object.fromEntries(names) };
}

/** One difference with what was signed. */
export type SnapshotChange = {
  readonly object: string;
  readonly id: string;
  readonly label: string;
  /** The thing in both versions, where it has both: who reads a change must be able to read them all. */
  readonly versions: readonly FrozenObject[];
} & (
  | { readonly kind: "added" | "removed" }
  | { readonly kind: "changed"; readonly block: string; readonly fields: readonly FieldChange[] }
);

const keyOf = ({ kind, id }: Pick<FrozenObject, "kind" | "id">): string => `${kind} ${id}`;
const byKey = ({ objects }: SnapshotContent): ReadonlyMap<string, FrozenObject> =>
  new Map(objects.map((each) => [keyOf(each), each]));

/** What two snapshots hold of one thing. */
export function versionsIn(then: SnapshotContent, now: SnapshotContent): (kind: string, id: string) => readonly FrozenObject[] {
  const both = [byKey(then), byKey(now)];
  return (kind, id) => both.flatMap((objects) => objects.get(keyOf({ kind, id })) ?? []);
}

/** What differs between two snapshots, thing by thing, block by block, field by field, in the order of the kinds. */
export function changesSince(then: SnapshotContent, now: SnapshotContent, kinds: readonly string[]): readonly SnapshotChange[] {
  const [before, after] = [byKey(then), byKey(now)];
  const versionsOf = versionsIn(then, now);
  const rank = (kind: string): number => (kinds.includes(kind) ? kinds.indexOf(kind) : kinds.length);
  const all = [...new Map([...before, ...after]).values()].toSorted((a, b) => rank(a.kind) - rank(b.kind));
  return all.flatMap((each): SnapshotChange[] => {
    const [old, fresh] = [before.get(keyOf(each)), after.get(keyOf(each))];
    const about = { object: each.kind, id: each.id, label: each.label, versions: versionsOf(each.kind, each.id) };
    if (old === undefined) return [{ kind: "added", ...about }];
    if (fresh === undefined) return [{ kind: "removed", ...about }];
    const blocks = new Set([...Object.keys(fresh.blocks), ...Object.keys(old.blocks)]);
    return [...blocks].flatMap((block): SnapshotChange[] => {
      const fields = fieldChanges(old.blocks[block] ?? null, fresh.blocks[block] ?? null);
      return fields.length === 0 ? [] : [{ kind: "changed", ...about, block, fields }];
    });
  });
}

export type Integrity = "intact" | "damaged";

/** Whether a frozen text is still the one that was hashed. The hash function is passed in: this room does no I/O. */
export const integrityOf = (
  { content, hash }: { readonly content: string; readonly hash: string },
  hashOfText: (text: string) => string,
): Integrity => (hashOfText(content) === hash ? "intact" : "damaged");
