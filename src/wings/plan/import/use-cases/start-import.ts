import { startsDraft } from "../../../../platform/import-draft/start-draft.ts";
import { defineUseCase } from "../../../../platform/use-case.ts";
import { planDraft } from "../draft-kind.ts";

/** Takes in a spreadsheet that holds a plan, and keeps it aside: nothing of it is in the plan yet. */
export const startImport = defineUseCase({ name: "plan.start-import", ...startsDraft(planDraft) });
