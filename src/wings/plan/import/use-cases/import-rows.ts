import { blankBlocks } from "../../action/blank-blocks.ts";
import { z } from "zod";
import { Refusal, type Problem } from "../../../../platform/use-case.ts";
import { asPlain, samePlain } from "../../../../platform/record/rules.ts";
import { explainIssue } from "../../../../platform/validation.ts";
import type { ImportId } from "../../../../platform/import-draft/model.ts";
import type { ImportResult, RowDecision } from "../kept-import.ts";
import { chosen, type RowChange } from "../plan-changes.ts";
import { fieldNames, type PlanFields, resolveNames } from "../plan-fields.ts";
import { decisionOf, needsOf, writtenFields } from "../decisions.ts";
import { remarksOf, withFields } from "../to-action.ts";
import { importWords } from "../import-words.ts";
import { saveActionImport } from "../store.ts";
import { ActionId, blockNames, blocks as schemas, type Action, type Blocks } from "../../action/model.ts";
import { AxisId } from "../../axes/model.ts";
import { NoteId, type Note } from "../../notes/model.ts";
import { listNotes, removeNote, saveNote } from "../../notes/store.ts";
import { withRowIds } from "../../action/rows.ts";
import { insertActions, saveBlock } from "../../action/store.ts";
import { noteBy, noteChange } from "../../notes/use-cases/add-note.ts";
import { actionObject } from "../../action/use-cases/find-action.ts";
import type { ImportWork, Named, Proposed } from "./import-names.ts";

interface Accepted extends Proposed {
  readonly importId: ImportId;
  readonly named: Named;
  readonly year: number;
}

/** A row as it is about to be written. */
interface Ready {
  readonly row: RowChange;
  readonly id: ActionId;
  readonly before: Action | null;
  readonly after: Blocks;
  readonly imported: PlanFields;
  /** The remarks of the file as a note holds them; undefined when they do not change. */
  readonly remarks: string | null | undefined;
}

const rowId = z.uuid();
const everything = new Set(fieldNames);

/** Writes every row that is imported, or refuses them all with a sentence for each that can't be. */
export async function writeRows(work: ImportWork, accepted: Accepted): Promise<ImportResult> {
  const { changes, decisions } = accepted;
  const problems: Problem[] = [];
  const numbers = new Numbering(accepted);
  const ready = changes.rows.flatMap((row) => {
    const at = decisions.rows.findIndex(({ key }) => key === row.key);
    const made = readyRow(work, accepted, numbers, row, (field, message) =>
      problems.push({
        path: at === -1 || field === "" || field === "picks" ? `rows.${row.action.row}` : `rows[${at}].${field}`,
        message: importWords(work.lang)("need.of", { title: row.to.title, message }),
      }),
    );
    return made === "left" ? [] : [made];
  });
  if (problems.length > 0) throw new Refusal({ kind: "invalid", problems });
  const created = await createActions(work, accepted, ready);
  const changed: ActionId[] = [];
  for (const each of ready) {
    if (await changeAction(work, each)) changed.push(each.id);
    await rememberRow(work, accepted, each);
  }
  return {
    created,
    changed,
    same: ready.length - created.length - changed.length,
    left: changes.rows.length - ready.length,
  };
}

function readyRow(
  { lang, newId }: ImportWork,
  { context, decisions, named, year }: Accepted,
  numbers: Numbering,
  row: RowChange,
  refuse: (field: string, message: string) => void,
): Ready | "left" {
  const say = importWords(lang);
  const decision = decisionOf(decisions, row.key);
  const picked = resolveNames(chosen(row, decision.picks), named.ids);
  const before = row.kind === "create" ? null : (context.actions.get(row.id) ?? null);
  if (before === null && picked.axis === null && decision.axis === "leave") return "left";

  const needs = needsOf(picked, before ?? undefined);
  for (const need of needs) if (decision[need] === null) refuse(need, say(`need.${need}.missing`));
  const axis = named.axes.find(({ id }) => id === (picked.axis ?? decision.axis ?? before?.identity.axisId));
  const isRefused = needs.includes("axis") && decision.axis === null;
  if (axis === undefined && !isRefused) refuse("axis", say("need.axis.missing"));
  const base =
    before ??
    blankBlocks({ axisId: axis?.id ?? AxisId.parse(newId(AxisId)), number: numbers.next(axis?.id, picked.number), title: "" });
  const written = writtenFields(row, decision.picks);
  const set = written === "all" ? everything : written;
  const merged = withFields(base, picked, set, year);
  const after = checked(lang, withDecision(underItsAxis(merged, named), decision, needs), set.size > 0, (field, message) =>
    refuse(row.kind === "create" ? field : "picks", message),
  );
  return {
    row,
    id: before?.id ?? newId(ActionId),
    before,
    after: withRowIds(after, before ?? {}, () => newId(rowId)),
    imported: resolveNames(row.action.fields, named.ids),
    remarks: set.has("notes") ? remarksOf(picked) : undefined,
  };
}

/** An objective that is not under the axis of its action is not its objective. */
function underItsAxis(blocks: Blocks, { objectives }: Named): Blocks {
  const { identity } = blocks;
  const objective = objectives.find(({ id }) => id === identity.objectiveId);
  return objective?.axisId === identity.axisId ? blocks : { ...blocks, identity: { ...identity, objectiveId: null } };
}

const withDecision = (blocks: Blocks, { reason, unblockedBy }: RowDecision, needs: ReturnType<typeof needsOf>): Blocks => ({
  ...blocks,
  life: {
    ...blocks.life,
    reason: needs.includes("reason") ? reason : blocks.life.reason,
    unblockedBy: needs.includes("unblockedBy") ? unblockedBy : blocks.life.unblockedBy,
  },
});

/** The rules of the blocks hold for a file as they do for a form. What an import does not touch is not judged again. */
function checked(
  lang: ImportWork["lang"],
  made: Blocks,
  isTouched: boolean,
  refuse: (field: string, message: string) => void,
): Blocks {
  if (!isTouched) return made;
  for (const block of blockNames) {
    const read = z.safeParse(schemas[block], made[block], { error: (issue) => explainIssue(issue, lang) });
    const issue = read.success ? undefined : read.error.issues[0];
    // What a person was asked for and did not say has its own sentence.
    const isAsked = issue?.path[0] === "reason" || issue?.path[0] === "unblockedBy";
    if (issue !== undefined && !isAsked) refuse("", issue.message);
  }
  return made;
}

/** Gives actions without a number the next one of their axis. */
class Numbering {
  readonly #last = new Map<string, number>();
  readonly #axes: Named["axes"];
  constructor({ context, changes, named }: Accepted) {
    this.#axes = named.axes;
    for (const { identity } of context.plan.actions) this.#see(identity.number, identity.axisId);
    for (const { to } of changes.rows) this.#see(to.number ?? "", to.axis === null ? "" : (named.ids.get(to.axis) ?? to.axis));
  }
  #see(number: string, axis: string): void {
    const last = Number(/^\d+\.(\d+)$/.exec(number)?.[1] ?? 0);
    this.#last.set(axis, Math.max(this.#last.get(axis) ?? 0, last));
  }
  next(axisId: string | undefined, given: string | null): string {
    if (given !== null) return given;
    const axis = this.#axes.find(({ id }) => id === axisId);
    const next = (this.#last.get(axisId ?? "") ?? 0) + 1;
    this.#last.set(axisId ?? "", next);
    return `${axis?.number ?? 0}.${next}`;
  }
}

async function createActions(work: ImportWork, { context }: Accepted, ready: readonly Ready[]): Promise<readonly ActionId[]> {
  const { tx, actor, now, record } = work;
  const actions = ready
    .filter(({ before }) => before === null)
    .map(({ id, after }): Action => ({
      ...after,
      id,
      conventionId: context.plan.conventionId,
      provenance: { kind: "entered" },
      lastNewsAt: now,
      validatedAt: null,
      validatedBy: null,
    }));
  await insertActions(tx, actor.territory, actions);
  for (const action of actions) {
    const { identity, why, what, who, how, measures, life } = action;
    await record({
      verb: "imported",
      object: actionObject(action),
      after: asPlain({ identity, why, what, who, how, measures, life }),
    });
  }
  return actions.map(({ id }) => id);
}

/** Writes the blocks that changed, each told on its own, and says whether any did. */
async function changeAction({ tx, actor, now, record }: ImportWork, { id, before, after, remarks }: Ready): Promise<boolean> {
  if (before === null) return false;
  let isChanged = remarks !== undefined;
  for (const block of blockNames) {
    const [was, is] = [asPlain(before[block]), asPlain(after[block])];
    if (samePlain(was, is)) continue;
    isChanged = true;
    await saveBlock(tx, actor.territory, id, block, after[block], now);
    await record({ verb: "imported", object: actionObject({ id, identity: after.identity }), block, before: was, after: is });
  }
  return isChanged;
}

/** Keeps what the file said of an action, and its remarks as a note of whoever imports. */
async function rememberRow(
  work: ImportWork,
  { context, importId }: Accepted,
  { row, id, after, imported, remarks }: Ready,
): Promise<void> {
  const { tx, actor } = work;
  const known = context.imports.get(id);
  const noteId =
    remarks === undefined
      ? (known?.noteId ?? null)
      : await writeRemarks(work, { id, after, remarks, noteId: known?.noteId ?? null });
  await saveActionImport(tx, actor.territory, {
    actionId: id,
    importKey: row.key,
    imported,
    noteId,
    broughtBy: known?.broughtBy ?? importId,
  });
}

interface Remarks {
  readonly id: ActionId;
  readonly after: Blocks;
  readonly remarks: string | null;
  readonly noteId: NoteId | null;
}

async function writeRemarks(
  { tx, actor, now, newId, record }: ImportWork,
  { id, after, remarks, noteId }: Remarks,
): Promise<NoteId | null> {
  const object = actionObject({ id, identity: after.identity });
  const before = noteId === null ? null : ((await listNotes(tx, id)).find((note) => note.id === noteId) ?? null);
  if (remarks === null) {
    if (before === null) return null;
    await removeNote(tx, before.id);
    await record(noteChange(object, before, null));
    return null;
  }
  const note: Note = before
    ? { ...before, body: remarks }
    : noteBy(actor, { id: newId(NoteId), actionId: id, at: now, body: remarks, confidentiality: "shared" });
  await saveNote(tx, actor.territory, note);
  await record(noteChange(object, before, note));
  return note.id;
}
