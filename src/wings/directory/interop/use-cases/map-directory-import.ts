import { mapsDraft } from "../../../../platform/import-draft/map-draft.ts";
import { defineUseCase } from "../../../../platform/use-case.ts";
import { directoryDraft } from "../import/draft-kind.ts";

/** Says what the columns of a table of someone's own hold. Nothing of it is in the directory yet. */
export const mapDirectoryImport = defineUseCase({ name: "directory.map-import", ...mapsDraft(directoryDraft) });
