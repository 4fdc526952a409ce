import { z } from "zod";
import { asPlain } from "../record/rules.ts";
import { writtenNumber } from "../model.ts";
import { missing, Refusal, refuseField, type Problem, type UseCase } from "../use-case.ts";
import { importObject, type DraftKind } from "./draft-kind.ts";
import { learnt } from "./memory.ts";
import { ImportId, namesDraft, type NamesDraft, type DraftMapping, type ImportDraft, type MappedColumn } from "./model.ts";
import { openDraft, type OpenedDraft } from "./read-draft.ts";
import { stateAfter } from "./rules.ts";
import { loadMemory, lockDraft, saveMemory, updateDraft } from "./store.ts";
import { draftWords } from "./words.ts";

const index = writtenNumber.pipe(z.number().int().min(0).max(100_000));
const input = z.object({
  importId: ImportId,
  sheet: index,
  /** The row of the headings, as the spreadsheet counts it: from 1. */
  header: index,
  columns: z.array(z.object({ index, target: z.string().max(40) })).max(1_000),
});

type Mapping<Target, Decisions, Result> = UseCase<
  typeof input,
  ImportDraft<Target, Decisions, Result>,
  void,
  OpenedDraft<Target, Decisions, Result> | null,
  NamesDraft
>;
type Parts<Target, Decisions, Result> = Pick<Mapping<Target, Decisions, Result>, "input" | "by" | "subject" | "allow" | "run"> &
  Required<Pick<Mapping<Target, Decisions, Result>, "prepare">>;

/** Says which sheet and which columns hold what. What was corrected is remembered for the next file of this territory. */
export const mapsDraft = <Target, Decisions, Result>(
  kind: DraftKind<Target, Decisions, Result>,
): Parts<Target, Decisions, Result> => ({
  input,
  prepare: ({ input: { importId }, actor, lang, runtime }) => openDraft(runtime, kind, actor, importId, lang),
  by: namesDraft,
  subject: ({ input: { importId }, tx }) => lockDraft(tx, kind, importId, "map"),
  allow: kind.right,
  run: async ({ input: asked, prepared, subject: draft, actor, lang, tx, record }) => {
    const reading = prepared?.reading;
    if (reading?.kind === "unreadable") throw refuseField("", reading.why);
    const state = stateAfter(draft, "map");
    if (reading?.kind !== "sheets" || state === null) throw missing();
    const say = draftWords(lang);
    const sheet = reading.sheets[asked.sheet];
    if (sheet === undefined) throw refuseField("sheet", say("columns.noSheet"));
    const memory = await loadMemory(tx, kind);
    const reader = await kind.columns(tx, draft, memory, lang);
    const under = reader.under(sheet, asked.header);
    const problems: Problem[] = [];
    const taken = new Set<string>();
    const columns = under.columns.map((guess): MappedColumn<Target> => {
      const at = asked.columns.findIndex((column) => column.index === guess.index);
      const key = asked.columns[at]?.target ?? "";
      const target = kind.targets.ofKey(key, guess);
      const path = `columns[${at}].target`;
      if (target === undefined) problems.push({ path, message: say("columns.unknown") });
      else if (target !== null && !kind.targets.isSeveral(target) && taken.has(key))
        problems.push({ path, message: say("columns.twice") });
      taken.add(key);
      return { index: guess.index, heading: guess.heading, target: target ?? null };
    });
    const { isIt, ask } = kind.targets.needed;
    if (!columns.some(({ target }) => target !== null && isIt(target))) problems.push({ path: "", message: ask(lang) });
    if (problems.length > 0) throw new Refusal({ kind: "invalid", problems });
    const mapping: DraftMapping<Target> = { sheet: asked.sheet, headerTo: under.headerTo, columns };
    const known = learnt(memory, under.columns, columns, kind.targets.keyOf);
    const fault = reader.fault(reading.sheets, mapping, known);
    if (fault !== null) throw refuseField("", fault);
    await updateDraft(tx, kind, draft.id, { state, mapping });
    await saveMemory(tx, actor.territory, kind, known);
    await record({
      verb: "changed",
      object: importObject(kind, draft.id, draft.file.name),
      block: "columns",
      before: asPlain(draft.mapping),
      after: asPlain(mapping),
    });
  },
});
