import { z } from "zod";

export const ImportId = z.uuid().brand<"ImportId">();
export type ImportId = z.infer<typeof ImportId>;

/** What names a draft in all that is sent about it. */
export const namesDraft = { importId: ImportId };
export type NamesDraft = typeof namesDraft;

/** `uploaded`: its columns are as they are guessed. `mapped`: as a person said. Nothing is written before `accepted`. */
export const DraftState = z.enum(["uploaded", "mapped", "accepted", "undone", "abandoned"]);
export type DraftState = z.infer<typeof DraftState>;

/** A column of a sheet, with what it feeds; `null` when it is left aside. */
export interface MappedColumn<Target> {
  readonly index: number;
  readonly heading: string;
  readonly target: Target | null;
}

/** Which sheet and which columns a person agreed to. */
export interface DraftMapping<Target> {
  readonly sheet: number;
  /** The row after the headings, from 0. */
  readonly headerTo: number;
  readonly columns: readonly MappedColumn<Target>[];
}

/**
 * What an accepted import wrote, by the events that tell it: an import holds the turn of its territory from its first change to its
 * last, so that all that lies between is its own, however many things it made.
 */
export interface WrittenEvents {
  /** Number of the last event before it. */
  readonly after: number;
  /** Number of its own last event. */
  readonly to: number;
}

/** A file on its way into a territory. `Target`: what a column may feed; `Decisions`: what a person chose; `Result`: what it did. */
export interface ImportDraft<Target, Decisions, Result> {
  readonly id: ImportId;
  readonly state: DraftState;
  /** What it goes into, where a territory has several: a convention. */
  readonly targetId: string | null;
  readonly file: { readonly name: string; readonly size: number; readonly hash: string };
  /** The known list that the file is; `null` for sheets whose columns are said. */
  readonly format: string | null;
  /** Where the file's reading is kept; `null` for a file sent before readings were. */
  readonly reading: string | null;
  readonly startedAt: Date;
  readonly startedBy: string;
  readonly mapping: DraftMapping<Target> | null;
  readonly decisions: Decisions;
  readonly result: Result | null;
  readonly written: WrittenEvents | null;
}
