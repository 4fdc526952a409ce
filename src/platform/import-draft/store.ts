import { and, desc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "../database/database.ts";
import { file } from "../files/tables.ts";
import type { FileId, TerritoryId } from "../model.ts";
import type { DraftKind } from "./draft-kind.ts";
import { emptyMemory, type MappingMemory } from "./memory.ts";
import type { DraftMapping, DraftState, ImportDraft, ImportId } from "./model.ts";
import { stateAfter, type DraftStep } from "./rules.ts";
import { importDraft, importMemory } from "./tables.ts";

const mappingOf = <Target>(target: z.ZodType<Target>): z.ZodType<DraftMapping<Target>> =>
  z.object({
    sheet: z.number(),
    headerTo: z.number(),
    columns: z.array(z.object({ index: z.number(), heading: z.string(), target: target.nullable() })),
  });

const columns = {
  draft: importDraft,
  file: { name: file.name, size: file.size, hash: file.hash },
};
const fileOfDraft = and(eq(file.territoryId, importDraft.territoryId), eq(file.id, importDraft.fileId));

interface Row {
  readonly draft: typeof importDraft.$inferSelect;
  readonly file: ImportDraft<never, never, never>["file"];
}

const toDraft = <Target, Decisions, Result>(
  { target, decisions, result }: DraftKind<Target, Decisions, Result>,
  { draft, file: kept }: Row,
): ImportDraft<Target, Decisions, Result> => {
  const { territoryId: _, kind: _kind, fileId: _file, writtenAfter, writtenTo, ...fields } = draft;
  return {
    ...fields,
    file: kept,
    mapping: mappingOf(target).nullable().parse(draft.mapping),
    decisions: decisions.parse(draft.decisions),
    result: result.nullable().parse(draft.result),
    written: writtenAfter === null || writtenTo === null ? null : { after: writtenAfter, to: writtenTo },
  };
};

export async function draftById<Target, Decisions, Result>(
  tx: Tx,
  kind: DraftKind<Target, Decisions, Result>,
  id: ImportId,
): Promise<ImportDraft<Target, Decisions, Result> | undefined> {
  const [row] = await tx
    .select(columns)
    .from(importDraft)
    .innerJoin(file, fileOfDraft)
    .where(and(eq(importDraft.kind, kind.name), eq(importDraft.id, id)));
  return row && toDraft(kind, row);
}

/** The import that a step can be taken from, kept from changing until the end of the transaction. */
export async function lockDraft<Target, Decisions, Result>(
  tx: Tx,
  kind: DraftKind<Target, Decisions, Result>,
  id: ImportId,
  step: DraftStep,
): Promise<ImportDraft<Target, Decisions, Result> | undefined> {
  const [row] = await tx
    .select(columns)
    .from(importDraft)
    .innerJoin(file, fileOfDraft)
    .where(and(eq(importDraft.kind, kind.name), eq(importDraft.id, id)))
    .for("update", { of: importDraft });
  const draft = row && toDraft(kind, row);
  return draft !== undefined && stateAfter(draft, step) !== null ? draft : undefined;
}

/** The imports in these states, the newest first. */
export async function listDrafts<Target, Decisions, Result>(
  tx: Tx,
  kind: DraftKind<Target, Decisions, Result>,
  states: readonly DraftState[],
): Promise<readonly ImportDraft<Target, Decisions, Result>[]> {
  const rows = await tx
    .select(columns)
    .from(importDraft)
    .innerJoin(file, fileOfDraft)
    .where(and(eq(importDraft.kind, kind.name), inArray(importDraft.state, [...states])))
    .orderBy(desc(importDraft.startedAt))
    .limit(20);
  return rows.map((row) => toDraft(kind, row));
}

type Kept<Target, Decisions, Result> = Omit<ImportDraft<Target, Decisions, Result>, "id" | "file" | "written">;

export async function insertDraft<Target, Decisions, Result>(
  tx: Tx,
  territoryId: TerritoryId,
  { name: kind }: DraftKind<Target, Decisions, Result>,
  fields: { readonly id: ImportId; readonly fileId: FileId } & Omit<
    Kept<Target, Decisions, Result>,
    "mapping" | "decisions" | "result"
  >,
): Promise<void> {
  await tx.insert(importDraft).values({ territoryId, kind, ...fields });
}

/** `state` as the step before it leaves it; what is not given stays. */
export async function updateDraft<Target, Decisions, Result>(
  tx: Tx,
  _kind: DraftKind<Target, Decisions, Result>,
  id: ImportId,
  {
    written,
    ...fields
  }: Partial<Pick<ImportDraft<Target, Decisions, Result>, "state" | "mapping" | "decisions" | "result" | "written">>,
): Promise<void> {
  await tx
    .update(importDraft)
    .set({ ...fields, ...(written != null && { writtenAfter: written.after, writtenTo: written.to }) })
    .where(eq(importDraft.id, id));
}

/** What this territory has learnt from the corrections of its people. */
export async function loadMemory<Target>(
  tx: Tx,
  { name, target }: Pick<DraftKind<Target, never, never>, "name" | "target">,
): Promise<MappingMemory<Target>> {
  const [row] = await tx.select().from(importMemory).where(eq(importMemory.kind, name));
  if (row === undefined) return emptyMemory;
  return z
    .object({ headings: z.record(z.string(), target.nullable()), names: z.record(z.string(), z.string().nullable()) })
    .parse(row.memory);
}

export async function saveMemory<Target>(
  tx: Tx,
  territoryId: TerritoryId,
  { name: kind }: Pick<DraftKind<Target, never, never>, "name">,
  memory: MappingMemory<Target>,
): Promise<void> {
  await tx
    .insert(importMemory)
    .values({ territoryId, kind, memory })
    .onConflictDoUpdate({ target: [importMemory.territoryId, importMemory.kind], set: { memory } });
}
