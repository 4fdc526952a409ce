import type { FileStore } from "../../../../platform/files/file-store.ts";
import type { StoredFile } from "../../../../platform/files/store.ts";
import type { TerritoryId } from "../../../../platform/model.ts";
import type { FeedFile } from "../import/feed-text.ts";
import type { ImportId } from "../import/kept-import.ts";

/** An import of the directory as the history names it. */
export const directoryImportObject = (id: ImportId, fileName: string) => ({ kind: "directory_import", id, label: fileName });

/** The file that an import keeps, read again from where it is. */
export const keptFile = (
  files: FileStore,
  territory: TerritoryId,
  { name, size, hash }: Pick<StoredFile, "name" | "size" | "hash">,
): FeedFile => ({
  name,
  size,
  pieces: () => files.read(territory, hash),
});
