import { startsDraft } from "../../../../platform/import-draft/start-draft.ts";
import { defineUseCase } from "../../../../platform/use-case.ts";
import { directoryDraft } from "../import/draft-kind.ts";

/** Takes in a file of services and keeps it aside: nothing of it is in the directory yet. */
export const startDirectoryImport = defineUseCase({ name: "directory.start-import", ...startsDraft(directoryDraft) });
