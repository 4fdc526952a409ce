import { parts } from "../src/wings/directory/card/model.ts";
import { closeService, publishService } from "../src/wings/directory/card/use-cases/move-service.ts";
import { addKind } from "../src/wings/directory/settings/use-cases/add-kind.ts";
import { createService } from "../src/wings/directory/card/use-cases/create-service.ts";
import { editPart } from "../src/wings/directory/card/use-cases/edit-part.ts";
import { importDirectory } from "../src/wings/directory/interop/use-cases/import-directory.ts";
import { startDirectoryImport } from "../src/wings/directory/interop/use-cases/start-directory-import.ts";
import { emptyExampleServices } from "../src/wings/directory/card/use-cases/example-services.ts";
import { mergeServices } from "../src/wings/directory/duplicates/use-cases/merge-services.ts";
import { savePlace } from "../src/wings/directory/places/use-cases/save-place.ts";
import { saveSynonym } from "../src/wings/directory/settings/use-cases/save-synonym.ts";
import { campaignKind, ProposalId, QuestionId } from "../src/wings/directory/upkeep/model.ts";
import type { ServiceId } from "../src/wings/directory/card/model.ts";
import { saveService, serviceById } from "../src/wings/directory/card/store.ts";
import { directoryQuestion, proposal } from "../src/wings/directory/upkeep/tables.ts";
import { serviceAction } from "../src/wings/directory/plan-links/tables.ts";
import type { ActionId } from "../src/wings/plan/action/model.ts";
import { done, type plantTerritory } from "../src/wings/plan/action/territory.fixture.ts";
import { v7 } from "../src/platform/id.ts";
import { Day } from "../src/platform/model.ts";
import { RoundId, RoundLinkId } from "../src/platform/rounds/model.ts";
import { digestOf } from "../src/platform/rounds/secret.ts";
import { insertLinks, insertRound, insertSecrets } from "../src/platform/rounds/store.ts";
import { listCommunes } from "../src/wings/territory/territories/store.ts";

type Ground = Awaited<ReturnType<Awaited<ReturnType<typeof plantTerritory>>["another"]>>;

const id = (): string => v7(new Date());

/** The secret of the keeper's link of each corner: whoever holds it may answer for one card. */
export const secretOf = (territory: string): string => `secret-of-${territory}`.padEnd(43, "x").slice(0, 43);

/** A directory with something of everything: cards published, in draft, closed and doubled, and all that hangs on them. */
export async function openDirectory(ground: Ground, actionId: ActionId) {
  const { territory, organisations, as, run, read } = ground;
  const newPlace = async (organisationId: string, name: string) =>
    done(await run(savePlace, as.coordinator, { organisationId, name, address: "1 rue de l’Exemple", wheelchair: "unknown" }));
  const places = {
    lead: await newPlace(organisations.centre, "Exemple : maison de l’enfance"),
    partner: await newPlace(organisations.caf, "Exemple : point d’accueil"),
  };
  const newService = async (placeId: string, name: string) =>
    done(await run(createService, as.coordinator, { placeId, offer: { name, kind: "eaje", themes: "petite-enfance" } }));
  const published = async (placeId: string, name: string): Promise<ServiceId> => {
    const serviceId = await newService(placeId, name);
    done(await run(publishService, as.coordinator, { serviceId }));
    return serviceId;
  };
  const services = {
    published: await published(places.lead, "Exemple : crèche des Tilleuls"),
    duplicate: await published(places.lead, "Exemple : crèche les Tilleuls"),
    draft: await newService(places.lead, "Exemple : crèche à ouvrir"),
    closed: await published(places.lead, "Exemple : halte-garderie fermée"),
    merged: await published(places.partner, "Exemple : crèche des Tilleuls, deux fois"),
  };
  done(await run(closeService, as.coordinator, { serviceId: services.closed, on: "2026-06-30" }));
  const communeCode = (await read((tx) => listCommunes(tx)))[0]?.code ?? "";
  done(await run(mergeServices, as.coordinator, { serviceId: services.published, otherId: services.merged }));
  const keeper = { keeperEmail: "tient-la-fiche@exemple.fr", keeperName: "Une directrice (exemple)", phone: "06 00 00 00 00" };
  done(await run(editPart, as.coordinator, { serviceId: services.published, seen: "0", part: "internal", value: keeper }));
  const carried = { supporterIds: [organisations.caf] };
  done(await run(editPart, as.coordinator, { serviceId: services.published, seen: "0", part: "carried", value: carried }));
  const addExample = async (): Promise<void> => {
    const serviceId = await newService(places.lead, "Exemple : inventée");
    await read(async (tx) => {
      const card = await serviceById(tx, serviceId);
      if (card !== undefined) await saveService(tx, territory, { ...card, provenance: { kind: "example" } });
    });
  };
  await addExample();
  done(await run(emptyExampleServices, as.coordinator, {}));
  await addExample();
  const kind = done(await run(addKind, as.operator, { nameFr: "Bibliothèque de jouets" }));
  const synonym = done(await run(saveSynonym, as.operator, { words: "nounou du coin", means: "assistante maternelle" }));
  const structure = (siret: string, name: string) => ({
    structure: name,
    Siret: siret,
    "Nb de conseillers recrutés": 1,
    "Code commune Insee": communeCode,
  });
  const brought = structure("99999999900011", "Exemple : une structure");
  const importFile = async (rows: readonly object[]) => {
    const file = new File([JSON.stringify(rows)], "conseillers-numeriques.json");
    return done(await run(startDirectoryImport, as.operator, { file })).id;
  };
  done(await run(importDirectory, as.operator, { importId: await importFile([brought]) }));
  const draft = await importFile([brought, structure("99999999900029", "Exemple : une autre structure")]);
  const { id: table } = done(
    await run(startDirectoryImport, as.operator, { file: new File(["Nom;Commune\nExemple : un club;Vecoux\n"], "tableau.csv") }),
  );
  const ids = {
    campaign: RoundId.parse(id()),
    keeperLink: RoundLinkId.parse(id()),
    proposal: ProposalId.parse(id()),
    question: QuestionId.parse(id()),
  };
  const now = new Date();
  const lastWeek = new Date("2026-10-26T09:00:00Z");
  await read(async (tx) => {
    await tx
      .insert(serviceAction)
      .values({ territoryId: territory, serviceId: services.published, actionId, effect: "improves" });
    await insertRound(tx, territory, {
      id: ids.campaign,
      kind: campaignKind,
      name: "Exemple : rentrée",
      about: { kinds: [], communes: [] },
      startedAt: lastWeek,
      startedBy: "Prénom coordinator",
      closesOn: Day.parse("2099-12-31"),
      endedAt: null,
      undoMinutes: 0,
    });
    await insertLinks(tx, territory, [
      {
        id: ids.keeperLink,
        roundId: ids.campaign,
        objectId: services.published,
        email: keeper.keeperEmail,
        name: keeper.keeperName,
        askedAt: lastWeek,
        remindedAt: null,
        expiresAt: new Date("2100-01-15T00:00:00Z"),
        revokedAt: null,
        passedFrom: null,
        passedAt: null,
        answeredAt: null,
        answer: null,
      },
    ]);
    await insertSecrets(tx, territory, [{ digest: digestOf(secretOf(territory)), linkId: ids.keeperLink }]);
    await tx.insert(proposal).values({
      territoryId: territory,
      id: ids.proposal,
      serviceId: services.published,
      at: now,
      author: { name: null, email: null },
      message: "Le prix a changé.",
      changes: { fees: parts.fees.parse({ fee: "family_quotient" }) },
      seen: 0,
      state: { kind: "waiting" },
    });
    await tx.insert(directoryQuestion).values({
      territoryId: territory,
      id: ids.question,
      at: now,
      text: "Une garde le dimanche ?",
      state: { kind: "open" },
    });
  });
  return { places, services, kind: kind.key, synonym, import: draft, table, ...ids };
}
