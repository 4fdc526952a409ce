import { listed } from "../../platform/use-case.ts";
import type { Wing } from "../../platform/wing/wing.ts";
import { territoryApi } from "./public/api.ts";
import { territoryArchive } from "./overview/archive.ts";
import { territoryAdd, territoryList } from "./territories/commands.ts";
import { instancePages } from "./instance/pages/instance-pages.tsx";
import { overviewPages } from "./overview/pages/overview-pages.tsx";
import { invitationPages } from "./people/pages/invitation-pages.tsx";
import { organisationPages } from "./people/pages/organisation-pages.tsx";
import { peoplePages } from "./people/pages/people-pages.tsx";
import { settingsPages } from "./territories/pages/settings-pages.tsx";
import { acceptInvitation } from "./people/use-cases/accept-invitation.ts";
import { addTerritory } from "./territories/use-cases/add-territory.ts";
import { addTheme } from "./territories/use-cases/add-theme.ts";
import { configureTerritory } from "./territories/use-cases/configure-territory.ts";
import { endMandate } from "./people/use-cases/end-mandate.ts";
import { grantAccess } from "./people/use-cases/grant-access.ts";
import { invitePerson } from "./people/use-cases/invite-person.ts";
import { removeOrganisation } from "./people/use-cases/remove-organisation.ts";
import { removePerson } from "./people/use-cases/remove-person.ts";
import { revokeAccess } from "./people/use-cases/revoke-access.ts";
import { saveMandate } from "./people/use-cases/save-mandate.ts";
import { saveOrganisation } from "./organisations/use-cases/save-organisation.ts";
import { savePerson } from "./people/use-cases/save-person.ts";
import { withdrawInvitation } from "./people/use-cases/withdraw-invitation.ts";

/** The EPCI, its communes, its organisations, its people and what they may do. */
export const territoryWing: Wing = {
  name: "territory",
  useCases: [
    listed(acceptInvitation),
    listed(addTerritory),
    listed(addTheme),
    listed(configureTerritory),
    listed(endMandate),
    listed(grantAccess),
    listed(invitePerson),
    listed(removeOrganisation),
    listed(removePerson),
    listed(revokeAccess),
    listed(saveMandate),
    listed(saveOrganisation),
    listed(savePerson),
    listed(withdrawInvitation),
  ],
  pages: [overviewPages, organisationPages, peoplePages, invitationPages, settingsPages],
  instancePages,
  navigation: [{ path: "/territoire", label: { fr: "Territoire", en: "Territory" }, seenBy: "signed-in", rank: 90 }],
  api: territoryApi,
  archive: territoryArchive,
  commands: [territoryAdd, territoryList],
};

// What the assembly needs to let anyone in: which territory an address names, and who its visitor is there.
export { acceptInvitations } from "./people/use-cases/accept-invitation.ts";
export { PersonId, type Territory } from "./territories/model.ts";
export type { Membership, Person } from "./people/model.ts";
export type { Organisation } from "./organisations/model.ts";
export { territoryRights } from "./territories/rights.ts";
export { actorIn } from "./people/rules.ts";
export { listOrganisations } from "./organisations/store.ts";
export { listPeople, personByEmail, personById } from "./people/store.ts";
export { listTerritories } from "./territories/store.ts";
