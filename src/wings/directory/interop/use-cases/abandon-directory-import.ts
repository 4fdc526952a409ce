import { abandonsDraft } from "../../../../platform/import-draft/abandon-draft.ts";
import { defineUseCase } from "../../../../platform/use-case.ts";
import { directoryDraft } from "../import/draft-kind.ts";

/** Puts a file aside for good: the directory stays as it is. */
export const abandonDirectoryImport = defineUseCase({ name: "directory.abandon-import", ...abandonsDraft(directoryDraft) });
