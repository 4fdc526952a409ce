import { expectFile } from "./files.ts";
import { expect, test } from "./instance.ts";

// The coordinator keeps the plan true, in minutes.
test.beforeEach(async ({ enterAs }) => enterAs("coordinator"));

test("home says what to do, and leads there", async ({ page, expectOpenToAll }) => {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Bonjour Camille, \d+ actions vous attendent$/);
  await expect(page.getByRole("heading", { level: 2 })).toHaveText(["À faire", /^Ce qui a changé/, "Ce qui vient"]);
  await expectOpenToAll();
  await page.getByRole("link", { name: /^\d+ en retard$/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/toutes en retard$/);
  await expectOpenToAll("filtered");
});

test("the plan is filtered, and seen in four ways", async ({ page, at, visit, expectOpenToAll, javaScriptEnabled }) => {
  await visit(at("/plan"));
  const title = page.getByRole("heading", { level: 1 });
  const count = async () => Number(/^(\d+) action/.exec(await title.innerText())?.[1]);
  const all = await count();
  await page.getByText("Filtres", { exact: true }).click();
  // Where scripts run, a choice applies at once and the panel stays open for the next one.
  const late = page.getByRole("checkbox", { name: /^En retard/ });
  await late.click();
  if (javaScriptEnabled) await expect(page).toHaveURL(/late=1/);
  await expect(late).toBeChecked();
  const secondAxis = page.getByRole("checkbox", { name: /^2\. Favoriser/ });
  await secondAxis.click();
  if (javaScriptEnabled) await expect(page).toHaveURL(/axis=2/);
  await expect(secondAxis).toBeChecked();
  const commune = page.getByLabel("Commune", { exact: true });
  const remiremont = await commune.locator("option", { hasText: /^Remiremont/ }).getAttribute("value");
  await commune.selectOption(remiremont);
  if (javaScriptEnabled) await expect(page).toHaveURL(/commune=/);
  await page.getByRole("button", { name: "Appliquer les filtres" }).click();
  await expect(page).toHaveURL(/(?=.*axis=2)(?=.*late=1)(?=.*commune=88383)/);
  await expect(title).toHaveText(/ sur \d+, .*en retard$/);
  expect(await page.getByRole("rowheader").count()).toBeGreaterThan(0);
  await expectOpenToAll("filtered");

  await page.getByRole("navigation", { name: "Vues du plan" }).getByRole("link", { name: "Tableau" }).click();
  await expect(page).toHaveURL(/\/plan\/tableau\?.*axis=2/);
  await expectOpenToAll();
  await page.getByRole("link", { name: "Retirer le filtre Axe 2" }).click();
  await expect(page).not.toHaveURL(/axis/);
  await visit(at("/plan/calendrier"));
  await expect(title).toHaveText(/d’ici un an$/);
  await visit(at("/plan/matrice"));
  await expect(title).toHaveText(/cases vides entre thématiques et communes$/);
  await page.getByRole("table").getByRole("link", { name: "Petite enfance" }).first().click();
  await expect(page).toHaveURL(/theme=/);
  expect(all).toBeGreaterThan(20);
});

test("an action is written block by block, deleted, and brought back", async ({ page, at, visit, expectOpenToAll }) => {
  const title = `Une ludothèque <b>itinérante</b> 🚐 ${test.info().project.name}`;
  await visit(at("/plan/actions/nouvelle"));
  await page.getByRole("button", { name: "Ajouter l’action" }).click();
  await expect(page.getByRole("alert")).toContainText("Intitulé");
  await expectOpenToAll();
  await page.getByLabel("Intitulé (obligatoire)").fill(title);
  await page.getByRole("checkbox", { name: "Petite enfance" }).check();
  await page.getByLabel("Structure pilote").selectOption({ label: "Commune de Vecoux" });
  await page.getByRole("button", { name: "Ajouter l’action" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  await expect(page.getByRole("status")).toContainText("L’action est ajoutée");
  await expectOpenToAll("new");
  const fiche = page.url();

  await test.step("steps and money, a row more without losing what was typed", async () => {
    await page.getByRole("link", { name: "Modifier (Étapes et moyens)" }).click();
    await page.getByLabel("Début").fill("2026-09-01");
    await page.getByLabel("Fin (").fill("2027-06-30");
    await page.getByLabel("Étape", { exact: true }).fill("Acheter le fourgon");
    await page.getByRole("button", { name: "Ajouter une étape" }).click();
    const second = page.locator('[name="milestones.1.title"]');
    await second.fill("Première tournée");
    await expect(page.locator('[name="milestones.0.title"]')).toHaveValue("Acheter le fourgon");
    await page.locator('[name="funding.0.year"]').fill("2027");
    await page.locator('[name="funding.0.nature"]').selectOption({ label: "Investissement" });
    await page.locator('[name="funding.0.planned"]').fill("12 500,50");
    await page.getByRole("button", { name: "Ajouter une ligne de financement" }).click();
    await page.locator('[name="funding.1.year"]').fill("2027");
    await page.locator('[name="funding.1.funderId"]').selectOption({ label: "Caisse d’allocations familiales des Vosges" });
    await page.locator('[name="funding.1.nature"]').selectOption({ label: "Fonctionnement" });
    await page.locator('[name="funding.1.planned"]').fill("3000");
    await expect(second).toHaveValue("Première tournée");
    await expectOpenToAll("rows");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByRole("status")).toContainText("Les étapes et les moyens sont enregistrés");
    await expect(page.getByRole("table", { name: /Financements/ })).toContainText("15 500,50 €");
    await expectOpenToAll("filled");
  });

  await test.step("the field is named and all that was typed is kept", async () => {
    await page.goto(`${fiche.split("#")[0] ?? ""}/modifier/how`);
    await page.getByLabel("Fin (").fill("2026-01-01");
    await page.getByLabel("Rythme").fill("chaque mercredi");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByRole("alert")).toContainText("à corriger");
    await expect(page.getByLabel("Fin (")).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel("Fin (")).toHaveValue("2026-01-01");
    await expect(page.getByLabel("Rythme")).toHaveValue("chaque mercredi");
    await expectOpenToAll();

    // As a browser that has no calendar of its own sends it.
    await page.getByLabel("Fin (").evaluate((field) => field.setAttribute("type", "text"));
    await page.getByLabel("Fin (").fill("31/02/2027");
    await page.locator('[name="funding.0.planned"]').fill("douze mille");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByRole("alert").getByRole("link")).toHaveCount(2);
    await expect(page.getByLabel("Fin (")).toHaveAttribute("aria-invalid", "true");
    await expect(page.locator('[name="funding.0.planned"]')).toHaveValue("douze mille");
    await expect(page.getByLabel("Rythme")).toHaveValue("chaque mercredi");

    await page.getByLabel("Fin (").fill("2027-07-31");
    await page.locator('[name="funding.0.planned"]').fill("12 000 €");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByRole("status")).toBeVisible();
  });

  await test.step("a second block, and who changed what", async () => {
    await page.getByRole("link", { name: "Modifier (Pourquoi)" }).click();
    await page.getByLabel("Constats du diagnostic").fill("Aucune ludothèque à moins de vingt minutes.");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByText("Aucune ludothèque à moins de vingt minutes.").first()).toBeVisible();
    await page.getByRole("link", { name: "Voir tout l’historique" }).click();
    await expect(page.getByText("a modifié le pourquoi")).toBeVisible();
    await page
      .getByText(/^Voir les \d+ champs modifiés$/)
      .first()
      .click();
    await expect(page.getByText("31 juillet 2027").first()).toBeVisible();
    await expect(page.getByText("30 juin 2027").first()).toBeVisible();
    await expectOpenToAll();
  });

  await test.step("deleted, then brought back whole", async () => {
    await page.goto(fiche);
    await page.getByRole("link", { name: "Supprimer l’action" }).click();
    await expectOpenToAll();
    await page.getByRole("button", { name: "Supprimer l’action" }).click();
    await expect(page).toHaveURL(/supprimees/);
    await expectOpenToAll();
    expect((await page.goto(fiche.split("#")[0] ?? ""))?.status()).toBe(404);
    await page.goto(at("/plan/supprimees"));
    await page.getByRole("row").filter({ hasText: title }).getByRole("button", { name: "Rétablir" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
    await expect(page.getByText("Aucune ludothèque à moins de vingt minutes.").first()).toBeVisible();
  });
});

test("the committee's table leaves as real files", async ({ page, at, visit }) => {
  await visit(at("/plan"));
  for (const kind of ["docx", "pdf", "xlsx"] as const) {
    await page.getByText("Exporter", { exact: true }).click();
    const download = page.waitForEvent("download");
    await page.locator(`a[href*="/plan/export.${kind}"]`).click();
    await expectFile(await download, kind);
    await page.goto(at("/plan"));
  }
});

test("what changed since the signature is one press away", async ({ page, at, visit, expectOpenToAll }) => {
  await visit(at("/convention"));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("2023-2027");
  await page.getByRole("link", { name: "Ce qui a changé depuis la signature" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^\d+ changements? depuis la signature$/);
  await expect(page.getByText("Le texte figé est intact")).toBeVisible();
  await expectOpenToAll();
});

test("someone is invited, and finds the way in", async ({ page, at, visit, expectOpenToAll }) => {
  const email = `elue.${test.info().project.name}@exemple.invalid`;
  await visit(at("/territoire/invitations"));
  await page.getByLabel("Courriel professionnel").fill("pas une adresse");
  await page.getByLabel("Prénom et nom").fill("Marie Noël (exemple)");
  await page.getByRole("button", { name: "Envoyer l’invitation" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByLabel("Courriel professionnel")).toHaveValue("pas une adresse");
  await expect(page.getByLabel("Prénom et nom")).toHaveValue("Marie Noël (exemple)");
  await expectOpenToAll();
  await page.getByLabel("Courriel professionnel").fill(email);
  await page.getByRole("radio", { name: "Élu·e" }).check();
  await page.getByLabel("Au nom de").selectOption({ label: "Commune de Vecoux" });
  await page.getByRole("button", { name: "Envoyer l’invitation" }).click();
  await expect(page.getByRole("status")).toContainText(email);
  await expect(page.getByRole("row").filter({ hasText: email })).toContainText("attend jusqu’au");
  await expectOpenToAll("waiting");
  await visit("/courriels");
  await expect(page.getByText(email).first()).toBeVisible();
});
