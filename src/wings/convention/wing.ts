import { listed } from "../../platform/use-case.ts";
import type { Wing } from "../../platform/wing/wing.ts";
import { conventionArchive } from "./conventions/archive.ts";
import { createPages } from "./conventions/pages/create-pages.tsx";
import { frameworkPages } from "./frameworks/pages/framework-pages.tsx";
import { exportPages } from "./report/pages/export-pages.tsx";
import { editPages } from "./conventions/pages/edit-pages.tsx";
import { partyPages } from "./parties/pages/party-pages.tsx";
import { competencePages } from "./competences/pages/competence-pages.tsx";
import { amendmentPages } from "./amendments/pages/amendment-pages.tsx";
import { changesPages } from "./snapshots/pages/changes-pages.tsx";
import { historyPages } from "./conventions/pages/history-pages.tsx";
import { conventionPages } from "./conventions/pages/convention-pages.tsx";
import { conventionApi } from "./public/api.ts";
import { conventionPublicPart } from "./public/public-part.tsx";
import { addAmendment } from "./amendments/use-cases/add-amendment.ts";
import { addParty } from "./parties/use-cases/add-party.ts";
import { attachDeliberation } from "./parties/use-cases/attach-deliberation.ts";
import { createConvention } from "./conventions/use-cases/create-convention.ts";
import { editConvention } from "./conventions/use-cases/edit-convention.ts";
import { editParty } from "./parties/use-cases/edit-party.ts";
import { moveConvention } from "./conventions/use-cases/move-convention.ts";
import { removeParty } from "./parties/use-cases/remove-party.ts";
import { renewConvention } from "./conventions/use-cases/renew-convention.ts";
import { saveFramework } from "./frameworks/use-cases/save-framework.ts";
import { setCompetence } from "./competences/use-cases/set-competence.ts";
import { signAmendment } from "./amendments/use-cases/sign-amendment.ts";
import { signForParty } from "./parties/use-cases/sign-for-party.ts";
import { withdrawSignature } from "./parties/use-cases/withdraw-signature.ts";

/** The convention: its parties, its texts, its signatures, what each of them froze, its amendments. */
export const conventionWing: Wing = {
  name: "convention",
  useCases: [
    listed(addAmendment),
    listed(addParty),
    listed(attachDeliberation),
    listed(createConvention),
    listed(editConvention),
    listed(editParty),
    listed(moveConvention),
    listed(removeParty),
    listed(renewConvention),
    listed(saveFramework),
    listed(setCompetence),
    listed(signAmendment),
    listed(signForParty),
    listed(withdrawSignature),
  ],
  // "nouvelle" and "schemas" are tried before any identifier.
  pages: [
    createPages,
    frameworkPages,
    conventionPages,
    exportPages,
    editPages,
    partyPages,
    competencePages,
    amendmentPages,
    changesPages,
    historyPages,
  ],
  navigation: [{ path: "/convention", label: { fr: "Convention", en: "Agreement" }, seenBy: "everyone", rank: 50 }],
  publicPart: conventionPublicPart,
  api: conventionApi,
  archive: conventionArchive,
};
