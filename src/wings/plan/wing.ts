import { listed } from "../../platform/use-case.ts";
import type { Wing } from "../../platform/wing/wing.ts";
import { frozenPlan } from "./fiche/frozen.ts";
import { ActionId } from "./action/model.ts";
import { axesPages } from "./axes/pages/axes.tsx";
import { deletedPages } from "./deletion/pages/deleted.tsx";
import { fichePages } from "./fiche/pages/fiche.tsx";
import { loadActions } from "./action/store.ts";
import { readSharedAxes } from "./axes/shared-axes.ts";
import { planHome } from "./home/pages/home.tsx";
import { planImport } from "./import/command.ts";
import { importPages } from "./import/pages/import-pages.tsx";
import { planApi } from "./public/api.ts";
import { planPublicPart } from "./public/public-part.tsx";
import { planArchive } from "./reports/archive.ts";
import { exportPages } from "./reports/pages/export.tsx";
import { planViewPages } from "./views/pages/views.tsx";
import { abandonImport } from "./import/use-cases/abandon-import.ts";
import { acceptImport } from "./import/use-cases/accept-import.ts";
import { addNote } from "./notes/use-cases/add-note.ts";
import { attachFile } from "./action/use-cases/attach-file.ts";
import { chooseInImport } from "./import/use-cases/choose-in-import.ts";
import { createAction } from "./action/use-cases/create-action.ts";
import { deleteAction } from "./deletion/use-cases/delete-action.ts";
import { deleteNote } from "./notes/use-cases/delete-note.ts";
import { deleteView } from "./views/use-cases/delete-view.ts";
import { detachFile } from "./action/use-cases/detach-file.ts";
import { editBlock } from "./action/use-cases/edit-block.ts";
import { editNote } from "./notes/use-cases/edit-note.ts";
import { emptyExamples } from "./deletion/use-cases/empty-examples.ts";
import { entrustAction } from "./action/use-cases/entrust-action.ts";
import { linkActions } from "./action/use-cases/link-actions.ts";
import { mapImport } from "./import/use-cases/map-import.ts";
import { removeAxis } from "./axes/use-cases/remove-axis.ts";
import { removeObjective } from "./axes/use-cases/remove-objective.ts";
import { reportProgress } from "./fiche/use-cases/report-progress.ts";
import { restoreAction } from "./deletion/use-cases/restore-action.ts";
import { restoreExamples } from "./deletion/use-cases/restore-examples.ts";
import { saveAxis } from "./axes/use-cases/save-axis.ts";
import { saveObjective } from "./axes/use-cases/save-objective.ts";
import { saveView } from "./views/use-cases/save-view.ts";
import { startImport } from "./import/use-cases/start-import.ts";
import { unlinkActions } from "./action/use-cases/unlink-actions.ts";
import { validateAction } from "./action/use-cases/validate-action.ts";

/** The plan: its axes, its objectives, its actions, what they cost, measure and become. */
export const planWing: Wing = {
  name: "plan",
  useCases: [
    listed(abandonImport),
    listed(acceptImport),
    listed(addNote),
    listed(attachFile),
    listed(chooseInImport),
    listed(createAction),
    listed(deleteAction),
    listed(deleteNote),
    listed(deleteView),
    listed(detachFile),
    listed(editBlock),
    listed(editNote),
    listed(emptyExamples),
    listed(entrustAction),
    listed(linkActions),
    listed(mapImport),
    listed(removeAxis),
    listed(removeObjective),
    listed(reportProgress),
    listed(restoreAction),
    listed(restoreExamples),
    listed(saveAxis),
    listed(saveObjective),
    listed(saveView),
    listed(startImport),
    listed(unlinkActions),
    listed(validateAction),
  ],
  pages: [exportPages, importPages, planViewPages, axesPages, deletedPages, fichePages],
  navigation: [{ path: "/plan", label: { fr: "Plan d’actions", en: "Action plan" }, seenBy: "everyone", rank: 30 }],
  home: planHome,
  publicPart: planPublicPart,
  api: planApi,
  frozen: frozenPlan,
  sharedAxes: readSharedAxes,
  countExisting: async (tx, kind, ids) =>
    kind === "action"
      ? (
          await loadActions(
            tx,
            ids.map((id) => ActionId.parse(id)),
          )
        ).length
      : 0,
  archive: planArchive,
  commands: [planImport],
};
