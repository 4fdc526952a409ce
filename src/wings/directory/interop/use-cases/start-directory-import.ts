import { z } from "zod";
import { defineUseCase, refuseField, wholeTerritory } from "../../../../platform/use-case.ts";
import { nameOf } from "../../../../platform/actor.ts";
import { safeFileName } from "../../../../platform/files/file-name.ts";
import { insertFile } from "../../../../platform/files/store.ts";
import { FileId } from "../../../../platform/model.ts";
import { sentFile, type FeedFile } from "../import/feed-text.ts";
import { ImportId } from "../import/kept-import.ts";
import { openFeed, sayUnlisted } from "../import/open-feed.ts";
import { insertImport } from "../import/store.ts";
import { directoryRights } from "../../card/rights.ts";
import { directoryImportObject } from "./find-import.ts";

const isFeed = (value: unknown): value is FeedFile =>
  typeof value === "object" && value !== null && "pieces" in value && "name" in value && "size" in value;

/** A file that a browser sent, or one on the disk of whoever runs the instance. */
const Feed = z.custom<File | FeedFile>((value) => value instanceof File || isFeed(value));

/** Takes in a file of services and keeps it aside: nothing of it is in the directory yet. */
export const startDirectoryImport = defineUseCase({
  name: "directory.start-import",
  input: z.object({ file: Feed }),
  subject: wholeTerritory,
  allow: directoryRights.import,
  run: async ({ input, actor, lang, tx, now, files, newId, record }): Promise<ImportId> => {
    const file = input.file instanceof File ? sentFile(input.file) : input.file;
    const opened = await openFeed(file);
    if (opened.kind !== "list" && opened.kind !== "table") throw refuseField("file", sayUnlisted(opened, lang));
    const { hash, size } = await files.putStream(actor.territory, file.pieces());
    const name = safeFileName(file.name);
    const [id, fileId] = [newId(ImportId), newId(FileId)];
    const startedBy = nameOf(actor);
    await insertFile(tx, {
      territoryId: actor.territory,
      id: fileId,
      hash,
      name,
      mediaType: "application/octet-stream",
      size,
      addedAt: now,
      addedBy: startedBy,
    });
    const format = opened.kind === "table" ? "table" : opened.format;
    await insertImport(tx, actor.territory, {
      id,
      fileId,
      format,
      state: "draft",
      startedAt: now,
      startedBy,
      mapping: null,
      result: null,
    });
    await record({ verb: "created", object: directoryImportObject(id, name), after: { name, size, hash, format } });
    return id;
  },
});
