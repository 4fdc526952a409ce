import { expect, test } from "./instance.ts";

test.skip(
  ({ javaScriptEnabled, viewport }) => javaScriptEnabled !== (viewport?.width === 1280),
  "long: at a desk with script, on a phone without",
);

test("a coordinator adds a place and a service, completes the card, publishes it and closes it", async ({
  page,
  at,
  enterAs,
  expectOpenToAll,
}) => {
  await enterAs("coordinator");
  await page.goto(at("/annuaire/lieux/nouveau"));
  await expectOpenToAll();

  await test.step("what is wrong is said at its place, with what was typed", async () => {
    await page.getByLabel("Nom du lieu").fill("Salle des jeunes (exemple)");
    await page.getByLabel("Latitude").fill("48,02");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByRole("alert")).toContainText("Donnez la latitude et la longitude, ou aucune des deux.");
    await expect(page.getByLabel("Nom du lieu")).toHaveValue("Salle des jeunes (exemple)");
    await expectOpenToAll("with errors");
  });

  await page.getByLabel("Longitude").fill("6,59");
  await page.getByLabel("Structure").selectOption({ index: 1 });
  await page.getByLabel("Commune").selectOption({ label: "Vecoux" });
  await page.getByRole("button", { name: "Enregistrer" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Ajouter un service" })).toBeVisible();
  await expectOpenToAll();
  await page.getByLabel("Nom du service").fill("Accueil des jeunes du mercredi (exemple)");
  await page.getByLabel("Genre de service").selectOption({ index: 2 });
  await page.getByRole("button", { name: "Créer la fiche" }).click();
  await expect(page.getByText("La fiche est créée.")).toBeVisible();
  await expect(page.getByText("Brouillon")).toBeVisible();
  await expectOpenToAll();

  await test.step("ages and hours as people write them", async () => {
    await page.getByRole("link", { name: "Modifier (Pour qui)" }).click();
    await page.getByLabel("À partir de quel âge").fill("onze ans");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByRole("alert")).toContainText("Cet âge n’est pas compris");
    await page.getByLabel("À partir de quel âge").fill("11 ans");
    await page.getByLabel("Jusqu’à quel âge").fill("17 ans");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByText("C’est enregistré : Pour qui.")).toBeVisible();
    await expect(page.getByText("11 ans")).toBeVisible();
    await page.getByRole("link", { name: "Modifier (Quand)" }).click();
    await expectOpenToAll();
    await page.getByLabel("Période", { exact: true }).first().selectOption({ label: "Mercredis en période scolaire" });
    await page.getByLabel("Horaires").first().fill("We 14:00-18:00");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByText(/Mercredi 14\sh – 18\sh/)).toBeVisible();
  });

  for (const part of ["Ce qui est proposé", "Où", "Comment s’inscrire", "Combien ça coûte", "Places", "Qui le propose"])
    await test.step(part, async () => {
      await page.getByRole("link", { name: `Modifier (${part})`, exact: true }).click();
      await expect(page.getByRole("heading", { level: 1, name: part })).toBeVisible();
      await expectOpenToAll();
      await page.getByRole("button", { name: "Enregistrer" }).click();
      await expect(page.getByText(`C’est enregistré : ${part}.`)).toBeVisible();
    });

  await page.getByRole("button", { name: "Publier la fiche" }).click();
  await expect(page.getByText("La fiche est publiée.")).toBeVisible();
  await page.getByRole("button", { name: "Tout est juste aujourd’hui" }).click();
  await expect(page.getByText("Merci : la fiche est vérifiée aujourd’hui.")).toBeVisible();
  await page.getByRole("link", { name: "Ce service a fermé" }).click();
  await expectOpenToAll();
  await page.getByLabel("Fermé le").fill("2026-11-01");
  await page.getByLabel("Pourquoi").fill("Les jeunes vont à Remiremont");
  await page.getByRole("button", { name: "Fermer le service" }).click();
  await expect(page.getByText("Le service est fermé.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Publier de nouveau" })).toBeVisible();

  await page.goto(at("/annuaire/services?q=jeunes+mercredi&state=closed"));
  await expect(page.getByRole("link", { name: /Accueil des jeunes du mercredi/ })).toBeVisible();
  await expectOpenToAll();
});

test("the lists of the directory are the territory's own", async ({ page, at, enterAs, expectOpenToAll }) => {
  await enterAs("coordinator");
  await page.goto(at("/annuaire/reglages"));
  await expectOpenToAll();
  await page.getByRole("link", { name: "Ajouter un genre de service" }).click();
  await expectOpenToAll();
  await page.getByLabel("Nom du métier").fill("Café des parents");
  await page.getByRole("button", { name: "Ajouter ce genre" }).click();
  await expect(page.getByText("« Café des parents » est dans la liste des genres.")).toBeVisible();

  await page.getByRole("link", { name: "Ajouter des mots" }).click();
  await expectOpenToAll();
  await page.getByLabel("Quand on tape").fill("papote");
  await page.getByRole("button", { name: "Enregistrer les mots" }).click();
  await expect(page.getByLabel("Quand on tape")).toHaveValue("papote");
  await page.getByLabel("Cela veut dire").fill("café des parents");
  await page.getByRole("button", { name: "Enregistrer les mots" }).click();
  await expect(page.getByText("Les mots sont enregistrés.")).toBeVisible();
  await page.getByRole("button", { name: "Supprimer papote" }).click();
  await expect(page.getByText("Les mots « papote » sont retirés.")).toBeVisible();
});

test("who does not keep the directory is told who does", async ({ page, at, enterAs }) => {
  await page.goto(at("/annuaire/services"));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Cette porte ne s’ouvre pas");
  await enterAs("elected");
  for (const path of ["/annuaire/lieux", "/annuaire/reglages", "/annuaire/services/nouveau"]) {
    const answer = await page.goto(at(path));
    expect(answer?.status(), path).toBe(403);
  }
});
