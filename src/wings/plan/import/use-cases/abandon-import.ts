import { abandonsDraft } from "../../../../platform/import-draft/abandon-draft.ts";
import { defineUseCase } from "../../../../platform/use-case.ts";
import { planDraft } from "../draft-kind.ts";

/** Puts a file aside for good: the plan stays as it is. */
export const abandonImport = defineUseCase({ name: "plan.abandon-import", ...abandonsDraft(planDraft) });
