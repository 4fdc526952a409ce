import type { z } from "zod";
import { addAmendment } from "../wings/convention/amendments/use-cases/add-amendment.ts";
import { addParty } from "../wings/convention/parties/use-cases/add-party.ts";
import { attachDeliberation } from "../wings/convention/parties/use-cases/attach-deliberation.ts";
import { createConvention } from "../wings/convention/conventions/use-cases/create-convention.ts";
import { editConvention } from "../wings/convention/conventions/use-cases/edit-convention.ts";
import { editParty } from "../wings/convention/parties/use-cases/edit-party.ts";
import { moveConvention } from "../wings/convention/conventions/use-cases/move-convention.ts";
import { removeParty } from "../wings/convention/parties/use-cases/remove-party.ts";
import { renewConvention } from "../wings/convention/conventions/use-cases/renew-convention.ts";
import { saveFramework } from "../wings/convention/frameworks/use-cases/save-framework.ts";
import { setCompetence } from "../wings/convention/competences/use-cases/set-competence.ts";
import { signAmendment } from "../wings/convention/amendments/use-cases/sign-amendment.ts";
import { signForParty } from "../wings/convention/parties/use-cases/sign-for-party.ts";
import { withdrawSignature } from "../wings/convention/parties/use-cases/withdraw-signature.ts";
import { enterSignatories } from "../demo/load-ccpvm-facts.ts";
import { loadExamples } from "../demo/load-examples.ts";
import { enterFranceServices } from "../demo/load-services.ts";
import { abandonDirectoryImport } from "../wings/directory/interop/use-cases/abandon-directory-import.ts";
import { addKind } from "../wings/directory/card/use-cases/add-kind.ts";
import { createService } from "../wings/directory/card/use-cases/create-service.ts";
import { editPart } from "../wings/directory/card/use-cases/edit-part.ts";
import { linkAction } from "../wings/directory/plan-links/use-cases/link-action.ts";
import { importDirectory } from "../wings/directory/interop/use-cases/import-directory.ts";
import { keepApart } from "../wings/directory/duplicates/use-cases/keep-apart.ts";
import { mergeServices } from "../wings/directory/duplicates/use-cases/merge-services.ts";
import { closeService, publishService } from "../wings/directory/card/use-cases/move-service.ts";
import { removeSynonym } from "../wings/directory/search/use-cases/remove-synonym.ts";
import { savePlace } from "../wings/directory/places/use-cases/save-place.ts";
import { saveSynonym } from "../wings/directory/search/use-cases/save-synonym.ts";
import { unlinkAction } from "../wings/directory/plan-links/use-cases/unlink-action.ts";
import { startDirectoryImport } from "../wings/directory/interop/use-cases/start-directory-import.ts";
import { emptyExampleServices, restoreExampleServices } from "../wings/directory/card/use-cases/example-services.ts";
import { unmergeServices } from "../wings/directory/duplicates/use-cases/unmerge-services.ts";
import { mapDirectoryImport } from "../wings/directory/interop/use-cases/map-directory-import.ts";
import { verifyService } from "../wings/directory/card/use-cases/verify-service.ts";
import { startCampaign } from "../wings/directory/upkeep/use-cases/start-campaign.ts";
import { endCampaign, remindCampaign, revokeLink } from "../wings/directory/upkeep/use-cases/run-campaign.ts";
import { confirmCard, correctCard } from "../wings/directory/upkeep/use-cases/answer-by-link.ts";
import { acceptProposal, proposeChange, refuseProposal } from "../wings/directory/upkeep/use-cases/proposals.ts";
import { askQuestion, closeQuestion } from "../wings/directory/upkeep/use-cases/questions.ts";
import { abandonImport } from "../wings/plan/import/use-cases/abandon-import.ts";
import { acceptImport } from "../wings/plan/import/use-cases/accept-import.ts";
import { addNote } from "../wings/plan/notes/use-cases/add-note.ts";
import { attachFile } from "../wings/plan/action/use-cases/attach-file.ts";
import { chooseInImport } from "../wings/plan/import/use-cases/choose-in-import.ts";
import { createAction } from "../wings/plan/action/use-cases/create-action.ts";
import { deleteAction } from "../wings/plan/action/use-cases/delete-action.ts";
import { deleteNote } from "../wings/plan/notes/use-cases/delete-note.ts";
import { deleteView } from "../wings/plan/views/use-cases/delete-view.ts";
import { detachFile } from "../wings/plan/action/use-cases/detach-file.ts";
import { editBlock } from "../wings/plan/action/use-cases/edit-block.ts";
import { editNote } from "../wings/plan/notes/use-cases/edit-note.ts";
import { emptyExamples } from "../wings/plan/action/use-cases/empty-examples.ts";
import { entrustAction } from "../wings/plan/action/use-cases/entrust-action.ts";
import { linkActions } from "../wings/plan/action/use-cases/link-actions.ts";
import { mapImport } from "../wings/plan/import/use-cases/map-import.ts";
import { removeAxis } from "../wings/plan/axes/use-cases/remove-axis.ts";
import { removeObjective } from "../wings/plan/axes/use-cases/remove-objective.ts";
import { reportProgress } from "../wings/plan/action/use-cases/report-progress.ts";
import { restoreAction } from "../wings/plan/action/use-cases/restore-action.ts";
import { restoreExamples } from "../wings/plan/action/use-cases/restore-examples.ts";
import { saveAxis } from "../wings/plan/axes/use-cases/save-axis.ts";
import { saveObjective } from "../wings/plan/axes/use-cases/save-objective.ts";
import { saveView } from "../wings/plan/views/use-cases/save-view.ts";
import { startImport } from "../wings/plan/import/use-cases/start-import.ts";
import { unlinkActions } from "../wings/plan/action/use-cases/unlink-actions.ts";
import { validateAction } from "../wings/plan/action/use-cases/validate-action.ts";
import { perform, type UseCase, type Outcome, type Runtime } from "../platform/use-case.ts";
import type { Actor } from "../platform/actor.ts";
import { acceptInvitation } from "../wings/territory/people/use-cases/accept-invitation.ts";
import { addTerritory } from "../wings/territory/territories/use-cases/add-territory.ts";
import { addTheme } from "../wings/territory/territories/use-cases/add-theme.ts";
import { configureTerritory } from "../wings/territory/territories/use-cases/configure-territory.ts";
import { endMandate } from "../wings/territory/people/use-cases/end-mandate.ts";
import { grantAccess } from "../wings/territory/people/use-cases/grant-access.ts";
import { invitePerson } from "../wings/territory/people/use-cases/invite-person.ts";
import { removeOrganisation } from "../wings/territory/organisations/use-cases/remove-organisation.ts";
import { removePerson } from "../wings/territory/people/use-cases/remove-person.ts";
import { revokeAccess } from "../wings/territory/people/use-cases/revoke-access.ts";
import { saveMandate } from "../wings/territory/people/use-cases/save-mandate.ts";
import { saveOrganisation } from "../wings/territory/organisations/use-cases/save-organisation.ts";
import { savePerson } from "../wings/territory/people/use-cases/save-person.ts";
import { withdrawInvitation } from "../wings/territory/people/use-cases/withdraw-invitation.ts";

/** A use case as a list of them sees it: whatever it reads, `perform` checks what it is given. */
export interface ListedUseCase {
  readonly name: string;
  readonly declaration: object;
  readonly perform: (runtime: Runtime, actor: Actor, raw: unknown) => Promise<Outcome<unknown>>;
}

const listed = <Input extends z.ZodType, Subject, Value>(useCase: UseCase<Input, Subject, Value>): ListedUseCase => ({
  name: useCase.name,
  declaration: useCase,
  perform: (runtime, actor, raw) => perform(runtime, useCase, actor, raw),
});

/** Every way in which anything changes in Maillage. */
export const useCases: readonly ListedUseCase[] = [
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
