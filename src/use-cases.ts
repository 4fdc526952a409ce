import type { z } from "zod";
import { addAmendment } from "./convention/actions/add-amendment.ts";
import { addParty } from "./convention/actions/add-party.ts";
import { attachDeliberation } from "./convention/actions/attach-deliberation.ts";
import { createConvention } from "./convention/actions/create-convention.ts";
import { editConvention } from "./convention/actions/edit-convention.ts";
import { editParty } from "./convention/actions/edit-party.ts";
import { moveConvention } from "./convention/actions/move-convention.ts";
import { removeParty } from "./convention/actions/remove-party.ts";
import { renewConvention } from "./convention/actions/renew-convention.ts";
import { saveFramework } from "./convention/actions/save-framework.ts";
import { setCompetence } from "./convention/actions/set-competence.ts";
import { signAmendment } from "./convention/actions/sign-amendment.ts";
import { signForParty } from "./convention/actions/sign-for-party.ts";
import { withdrawSignature } from "./convention/actions/withdraw-signature.ts";
import { enterSignatories } from "./demo/load-ccpvm-facts.ts";
import { loadExamples } from "./demo/load-examples.ts";
import { enterFranceServices } from "./demo/load-services.ts";
import { abandonDirectoryImport } from "./directory/actions/abandon-directory-import.ts";
import { addKind } from "./directory/actions/add-kind.ts";
import { createService } from "./directory/actions/create-service.ts";
import { editPart } from "./directory/actions/edit-part.ts";
import { linkAction } from "./directory/actions/link-action.ts";
import { importDirectory } from "./directory/actions/import-directory.ts";
import { keepApart } from "./directory/actions/keep-apart.ts";
import { mergeServices } from "./directory/actions/merge-services.ts";
import { closeService, publishService } from "./directory/actions/move-service.ts";
import { removeSynonym } from "./directory/actions/remove-synonym.ts";
import { savePlace } from "./directory/actions/save-place.ts";
import { saveSynonym } from "./directory/actions/save-synonym.ts";
import { unlinkAction } from "./directory/actions/unlink-action.ts";
import { startDirectoryImport } from "./directory/actions/start-directory-import.ts";
import { emptyExampleServices, restoreExampleServices } from "./directory/actions/example-services.ts";
import { unmergeServices } from "./directory/actions/unmerge-services.ts";
import { mapDirectoryImport } from "./directory/actions/map-directory-import.ts";
import { verifyService } from "./directory/actions/verify-service.ts";
import { startCampaign } from "./directory/keeping/actions/start-campaign.ts";
import { endCampaign, remindCampaign, revokeLink } from "./directory/keeping/actions/run-campaign.ts";
import { confirmCard, correctCard } from "./directory/keeping/actions/answer-by-link.ts";
import { acceptProposal, proposeChange, refuseProposal } from "./directory/keeping/actions/proposals.ts";
import { askQuestion, closeQuestion } from "./directory/keeping/actions/questions.ts";
import { abandonImport } from "./plan/actions/abandon-import.ts";
import { acceptImport } from "./plan/actions/accept-import.ts";
import { addNote } from "./plan/actions/add-note.ts";
import { attachFile } from "./plan/actions/attach-file.ts";
import { chooseInImport } from "./plan/actions/choose-in-import.ts";
import { createAction } from "./plan/actions/create-action.ts";
import { deleteAction } from "./plan/actions/delete-action.ts";
import { deleteNote } from "./plan/actions/delete-note.ts";
import { deleteView } from "./plan/actions/delete-view.ts";
import { detachFile } from "./plan/actions/detach-file.ts";
import { editBlock } from "./plan/actions/edit-block.ts";
import { editNote } from "./plan/actions/edit-note.ts";
import { emptyExamples } from "./plan/actions/empty-examples.ts";
import { entrustAction } from "./plan/actions/entrust-action.ts";
import { linkActions } from "./plan/actions/link-actions.ts";
import { mapImport } from "./plan/actions/map-import.ts";
import { removeAxis } from "./plan/actions/remove-axis.ts";
import { removeObjective } from "./plan/actions/remove-objective.ts";
import { reportProgress } from "./plan/actions/report-progress.ts";
import { restoreAction } from "./plan/actions/restore-action.ts";
import { restoreExamples } from "./plan/actions/restore-examples.ts";
import { saveAxis } from "./plan/actions/save-axis.ts";
import { saveObjective } from "./plan/actions/save-objective.ts";
import { saveView } from "./plan/actions/save-view.ts";
import { startImport } from "./plan/actions/start-import.ts";
import { unlinkActions } from "./plan/actions/unlink-actions.ts";
import { validateAction } from "./plan/actions/validate-action.ts";
import { perform, type Action, type Outcome, type Runtime } from "./platform/action.ts";
import type { Actor } from "./platform/actor.ts";
import { acceptInvitation } from "./territory/actions/accept-invitation.ts";
import { addTerritory } from "./territory/actions/add-territory.ts";
import { addTheme } from "./territory/actions/add-theme.ts";
import { configureTerritory } from "./territory/actions/configure-territory.ts";
import { endMandate } from "./territory/actions/end-mandate.ts";
import { grantAccess } from "./territory/actions/grant-access.ts";
import { invitePerson } from "./territory/actions/invite-person.ts";
import { removeOrganisation } from "./territory/actions/remove-organisation.ts";
import { removePerson } from "./territory/actions/remove-person.ts";
import { revokeAccess } from "./territory/actions/revoke-access.ts";
import { saveMandate } from "./territory/actions/save-mandate.ts";
import { saveOrganisation } from "./territory/actions/save-organisation.ts";
import { savePerson } from "./territory/actions/save-person.ts";
import { withdrawInvitation } from "./territory/actions/withdraw-invitation.ts";

/** A use case as a list of them sees it: whatever it reads, `perform` checks what it is given. */
export interface UseCase {
  readonly name: string;
  readonly declaration: object;
  readonly perform: (runtime: Runtime, actor: Actor, raw: unknown) => Promise<Outcome<unknown>>;
}

const listed = <Input extends z.ZodType, Subject, Value>(action: Action<Input, Subject, Value>): UseCase => ({
  name: action.name,
  declaration: action,
  perform: (runtime, actor, raw) => perform(runtime, action, actor, raw),
});

/** Every way in which anything changes in Maillage. */
export const useCases: readonly UseCase[] = [
  listed(abandonDirectoryImport),
  listed(abandonImport),
  listed(acceptImport),
  listed(acceptInvitation),
  listed(acceptProposal),
  listed(addAmendment),
  listed(addKind),
  listed(addNote),
  listed(addParty),
  listed(addTerritory),
  listed(addTheme),
  listed(askQuestion),
  listed(attachDeliberation),
  listed(attachFile),
  listed(chooseInImport),
  listed(closeQuestion),
  listed(closeService),
  listed(configureTerritory),
  listed(confirmCard),
  listed(correctCard),
  listed(createAction),
  listed(createConvention),
  listed(createService),
  listed(deleteAction),
  listed(deleteNote),
  listed(deleteView),
  listed(detachFile),
  listed(editBlock),
  listed(editConvention),
  listed(editNote),
  listed(editPart),
  listed(editParty),
  listed(emptyExampleServices),
  listed(emptyExamples),
  listed(endCampaign),
  listed(endMandate),
  listed(enterFranceServices),
  listed(enterSignatories),
  listed(entrustAction),
  listed(grantAccess),
  listed(importDirectory),
  listed(invitePerson),
  listed(keepApart),
  listed(linkAction),
  listed(linkActions),
  listed(loadExamples),
  listed(mapDirectoryImport),
  listed(mapImport),
  listed(mergeServices),
  listed(moveConvention),
  listed(proposeChange),
  listed(publishService),
  listed(refuseProposal),
  listed(remindCampaign),
  listed(removeAxis),
  listed(removeObjective),
  listed(removeOrganisation),
  listed(removeParty),
  listed(removePerson),
  listed(removeSynonym),
  listed(renewConvention),
  listed(reportProgress),
  listed(restoreAction),
  listed(restoreExampleServices),
  listed(restoreExamples),
  listed(revokeAccess),
  listed(revokeLink),
  listed(saveAxis),
  listed(saveFramework),
  listed(saveMandate),
  listed(saveObjective),
  listed(saveOrganisation),
  listed(savePerson),
  listed(savePlace),
  listed(saveSynonym),
  listed(saveView),
  listed(setCompetence),
  listed(signAmendment),
  listed(signForParty),
  listed(startCampaign),
  listed(startDirectoryImport),
  listed(startImport),
  listed(unlinkAction),
  listed(unlinkActions),
  listed(unmergeServices),
  listed(validateAction),
  listed(verifyService),
  listed(withdrawInvitation),
  listed(withdrawSignature),
];
