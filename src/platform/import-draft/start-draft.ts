import { z } from "zod";
import { nameOf } from "../actor.ts";
import { safeFileName } from "../files/file-name.ts";
import { insertFile } from "../files/store.ts";
import { FileId } from "../model.ts";
import { may } from "../rights.ts";
import { missing, refuseField, type UseCase } from "../use-case.ts";
import { importObject, type DraftKind } from "./draft-kind.ts";
import { keepReading, type Reading } from "./kept-reading.ts";
import { ImportId } from "./model.ts";
import { draftWorkflow } from "./rules.ts";
import { isSourceFile, sentFile, type SourceFile } from "./source-file.ts";
import { insertDraft } from "./store.ts";

export interface StartedImport {
  readonly id: ImportId;
  /** Whether its rows can be shown, or a person must first say where they are. */
  readonly next: "preview" | "columns";
}

const input = z.object({
  /** A file that a browser sent, or one on the disk of whoever runs the instance. */
  file: z.custom<File | SourceFile>((value) => value instanceof File || isSourceFile(value)),
  /** What was read of it already, by whoever looked before sending. */
  reading: z.custom<Reading>().optional(),
});

interface Taken {
  readonly name: string;
  readonly hash: string;
  readonly size: number;
  readonly kept: string;
  readonly reading: Reading;
}

type Parts<Value, Subject, Prepared> = Pick<
  UseCase<typeof input, Subject, Value, Prepared>,
  "input" | "subject" | "allow" | "run"
> &
  Required<Pick<UseCase<typeof input, Subject, Value, Prepared>, "prepare">>;

/** Takes in a file and keeps it aside, with what was read of it: nothing of it is written yet. */
export const startsDraft = <Target, Decisions, Result>(
  kind: DraftKind<Target, Decisions, Result>,
): Parts<StartedImport, { readonly targetId: string | null }, Taken | null> => ({
  input,
  prepare: async ({ input: { file: sent, reading: known }, actor, lang, runtime: { database, files } }) => {
    if (!may(kind.right, actor, {})) return null;
    const { territory } = actor;
    if ((await database.inTerritory(territory, kind.place)) === undefined) return null;
    const source = sent instanceof File ? sentFile(sent) : sent;
    const name = safeFileName(source.name);
    const reading = known ?? (await kind.open({ ...source, name }, lang));
    if (reading.kind === "unreadable") throw refuseField("file", reading.why);
    const kept = await keepReading(files, territory, reading);
    return { name, kept, reading, ...(await files.putStream(territory, source.pieces())) };
  },
  subject: async ({ tx }) => {
    const targetId = await kind.place(tx);
    return targetId === undefined ? undefined : { targetId };
  },
  allow: kind.right,
  run: async ({ prepared, subject: { targetId }, actor, lang, tx, now, newId, record }) => {
    if (prepared === null) throw missing();
    const { name, hash, size, kept, reading } = prepared;
    const next = await kind.next(tx, targetId, reading, lang);
    const [id, fileId] = [newId(ImportId), newId(FileId)];
    const startedBy = nameOf(actor);
    await insertFile(tx, {
      territoryId: actor.territory,
      id: fileId,
      hash,
      name,
      mediaType: mediaTypeOf(name),
      size,
      addedAt: now,
      addedBy: startedBy,
    });
    const format = reading.kind === "list" ? reading.format : null;
    await insertDraft(tx, actor.territory, kind, {
      id,
      fileId,
      targetId,
      format,
      reading: kept,
      state: draftWorkflow.initial,
      startedAt: now,
      startedBy,
    });
    await record({
      verb: "created",
      object: importObject(kind, id, name),
      after: { name, size, hash, ...(format !== null && { format }) },
    });
    return { id, next };
  },
});

const mediaTypes: Readonly<Record<string, string>> = {
  json: "application/json",
  jsonl: "application/x-ndjson",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
const mediaTypeOf = (name: string): string => mediaTypes[/\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? ""] ?? "text/csv";
