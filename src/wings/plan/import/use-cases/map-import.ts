import { mapsDraft } from "../../../../platform/import-draft/map-draft.ts";
import { defineUseCase } from "../../../../platform/use-case.ts";
import { planDraft } from "../draft-kind.ts";

/** Says which sheet and which columns hold the plan. */
export const mapImport = defineUseCase({ name: "plan.map-import", ...mapsDraft(planDraft) });
