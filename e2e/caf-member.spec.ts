import { expect, test } from "./instance.ts";

// The Caf's adviser contributes to the Caf's part, and sees of the rest what partners share.
test.beforeEach(async ({ enterAs }) => enterAs("party"));

test("the adviser comments on an action that another leads, and may not write it", async ({
  page,
  at,
  visit,
  expectOpenToAll,
}) => {
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Bonjour Sofia");
  await page.getByRole("main").getByRole("link", { name: "2.1 Ouvrir une micro-crèche en haut de vallée" }).click();
  await expectOpenToAll();
  const fiche = page.url();
  const said = `La Caf peut notifier en mars. ${test.info().project.name}`;
  await page.getByLabel("Votre note").fill(said);
  await page.getByRole("radio", { name: "Partagée entre partenaires" }).check();
  await page.getByRole("button", { name: "Ajouter la note" }).click();
  await expect(page.getByRole("status")).toContainText("La note est enregistrée");
  await expect(page.getByText(said)).toBeVisible();

  await expect(page.getByRole("link", { name: /^Modifier/ })).toHaveCount(0);
  expect((await page.goto(`${fiche.split("#")[0] ?? ""}/modifier/identity`))?.status()).toBe(403);
  await expect(page.getByText("Les membres d’un signataire")).toBeVisible();
  await visit(at("/convention"));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("2023-2027");
});

test("the adviser writes what the Caf leads", async ({ page, at, visit, expectOpenToAll }) => {
  const title = `Un forum des familles ${test.info().project.name}`;
  await visit(at("/plan"));
  await page.getByRole("link", { name: "Nouvelle action" }).click();
  await expectOpenToAll("by a member");
  await page.getByLabel("Intitulé (obligatoire)").fill(title);
  await page.getByLabel("Structure pilote").selectOption({ label: "Caisse d’allocations familiales des Vosges" });
  await page.getByRole("button", { name: "Ajouter l’action" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  await page.getByRole("link", { name: "Modifier (Ce qui est fait)" }).click();
  await page.getByLabel("Description").fill("Une journée par an, dans une commune à chaque fois.");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("Une journée par an, dans une commune à chaque fois.").first()).toBeVisible();
});

test("what the team keeps to itself is nowhere to be seen", async ({ page, at, browser, instance, enterAs, contextOptions }) => {
  await page.goto(at("/plan?q=répit"));
  await expect(page.getByRole("link", { name: /logement de répit/ })).toHaveCount(0);

  const desk = await browser.newContext({ ...contextOptions, baseURL: instance });
  const coordinator = await desk.newPage();
  await enterAs("coordinator", coordinator);
  await coordinator.goto(at("/plan?q=répit"));
  const address = await coordinator
    .getByRole("link", { name: /logement de répit/ })
    .first()
    .getAttribute("href");
  await desk.close();
  // The address sent by a colleague says who holds the key, and nothing of what is behind.
  expect((await page.goto(address ?? ""))?.status()).toBe(403);
  await expect(page.getByText("La coordination de la convention", { exact: true })).toBeVisible();
  await expect(page.getByText("répit")).toHaveCount(0);
});
