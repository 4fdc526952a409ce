import { listed } from "../../platform/use-case.ts";
import type { Wing } from "../../platform/wing/wing.ts";
import { directoryArchive } from "./card/archive.ts";
import { cardEditPages } from "./card/pages/card-edit.tsx";
import { cardListPages } from "./card/pages/card-list.tsx";
import { cardNewPages } from "./card/pages/card-new.tsx";
import { cardWorkPages } from "./service/pages/card-work.tsx";
import { coveragePages } from "./coverage/pages/coverage-pages.tsx";
import { duplicatesPages } from "./duplicates/pages/duplicates-pages.tsx";
import { directoryImportPages } from "./interop/pages/import-pages.tsx";
import { placePages } from "./places/pages/place-pages.tsx";
import { planLinkPages } from "./plan-links/pages/plan-link-pages.tsx";
import { bookletPages } from "./booklets/pages/booklet-pages.tsx";
import { dataDownloads } from "./interop/pages/data-downloads.ts";
import { dataPages } from "./interop/pages/data-page.tsx";
import { upkeepPages } from "./upkeep/pages/upkeep-pages.ts";
import { proposePages } from "./upkeep/pages/propose-pages.tsx";
import { questionPages } from "./upkeep/pages/question-page.tsx";
import { searchPages } from "./search/pages/search-page.tsx";
import { servicePages } from "./service/pages/service-page.tsx";
import { widgetPages } from "./widget/pages/widget.tsx";
import { settingsPages } from "./settings/pages/settings-pages.tsx";
import { directoryApi } from "./interop/api.ts";
import { directoryImport } from "./interop/import/command.ts";
import { servicesOnThread } from "./plan-links/evidence.ts";
import { directoryPublicPart } from "./public/public-part.tsx";
import { abandonDirectoryImport } from "./interop/use-cases/abandon-directory-import.ts";
import { addKind } from "./settings/use-cases/add-kind.ts";
import { createService } from "./card/use-cases/create-service.ts";
import { editPart } from "./card/use-cases/edit-part.ts";
import { linkAction } from "./plan-links/use-cases/link-action.ts";
import { importDirectory } from "./interop/use-cases/import-directory.ts";
import { keepApart } from "./duplicates/use-cases/keep-apart.ts";
import { mergeServices } from "./duplicates/use-cases/merge-services.ts";
import { closeService, publishService } from "./card/use-cases/move-service.ts";
import { removeSynonym } from "./settings/use-cases/remove-synonym.ts";
import { savePlace } from "./places/use-cases/save-place.ts";
import { saveSynonym } from "./settings/use-cases/save-synonym.ts";
import { unlinkAction } from "./plan-links/use-cases/unlink-action.ts";
import { startDirectoryImport } from "./interop/use-cases/start-directory-import.ts";
import { emptyExampleServices, restoreExampleServices } from "./card/use-cases/example-services.ts";
import { unmergeServices } from "./duplicates/use-cases/unmerge-services.ts";
import { mapDirectoryImport } from "./interop/use-cases/map-directory-import.ts";
import { verifyService } from "./card/use-cases/verify-service.ts";
import { campaignRounds } from "./upkeep/campaign-kind.ts";
import { startCampaign } from "./upkeep/use-cases/start-campaign.ts";
import { endCampaign, remindCampaign, revokeLink } from "./upkeep/use-cases/run-campaign.ts";
import { confirmCard, correctCard } from "./upkeep/use-cases/answer-by-link.ts";
import { acceptProposal, proposeChange, refuseProposal } from "./upkeep/use-cases/proposals.ts";
import { askQuestion, closeQuestion } from "./upkeep/use-cases/questions.ts";

/** The services offered to families: found, kept true, exchanged, compared with needs. */
export const directoryWing: Wing = {
  name: "directory",
  useCases: [
    listed(abandonDirectoryImport),
    listed(acceptProposal),
    listed(addKind),
    listed(askQuestion),
    listed(closeQuestion),
    listed(closeService),
    listed(confirmCard),
    listed(correctCard),
    listed(createService),
    listed(editPart),
    listed(emptyExampleServices),
    listed(endCampaign),
    listed(importDirectory),
    listed(keepApart),
    listed(linkAction),
    listed(mapDirectoryImport),
    listed(mergeServices),
    listed(proposeChange),
    listed(publishService),
    listed(refuseProposal),
    listed(remindCampaign),
    listed(removeSynonym),
    listed(restoreExampleServices),
    listed(revokeLink),
    listed(savePlace),
    listed(saveSynonym),
    listed(startCampaign),
    listed(startDirectoryImport),
    listed(unlinkAction),
    listed(unmergeServices),
    listed(verifyService),
  ],
  // "nouveau" and "nouvelle" are tried before any identifier.
  pages: [
    searchPages,
    dataPages,
    dataDownloads,
    cardListPages,
    cardNewPages,
    servicePages,
    cardWorkPages,
    cardEditPages,
    placePages,
    settingsPages,
    directoryImportPages,
    duplicatesPages,
    coveragePages,
    planLinkPages,
    upkeepPages,
    proposePages,
    questionPages,
    widgetPages,
    bookletPages,
  ],
  navigation: [{ path: "/annuaire", label: { fr: "Annuaire", en: "Directory" }, seenBy: "everyone", rank: 40 }],
  publicPart: directoryPublicPart,
  api: directoryApi,
  evidence: servicesOnThread,
  rounds: [campaignRounds],
  archive: directoryArchive,
  commands: [directoryImport],
};
