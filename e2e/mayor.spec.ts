import { expect, test } from "./instance.ts";

// The mayor sees what concerns their commune, says what they think of it, and leaves the writing to others.
test.beforeEach(async ({ enterAs }) => enterAs("elected"));

test("the mayor looks for their commune, reads, comments and validates", async ({ page, at, expectOpenToAll }) => {
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Bonjour Bernard");
  await expectOpenToAll();
  await page.getByRole("link", { name: "Toutes les actions" }).click();
  await page.getByRole("searchbox", { name: "Chercher dans les fiches" }).fill("vecoux");
  await page.getByRole("button", { name: "Chercher" }).click();
  await expect(page).toHaveURL(/q=vecoux/);

  await page.goto(at("/plan?commune=88498"));
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/actions? sur \d+/);
  await expectOpenToAll("filtered");
  await page.getByRole("rowheader").getByRole("link").first().click();
  await expectOpenToAll();

  const said = `Le conseil y tient : « oui », à 100 %. ${test.info().project.name}`;
  await page.getByLabel("Votre note").fill(said);
  await page.getByRole("button", { name: "Ajouter la note" }).click();
  await expect(page.getByRole("status")).toContainText("La note est enregistrée");
  await expect(page.getByText(said)).toBeVisible();
  await page.getByRole("button", { name: "Valider l’action" }).click();
  await expect(page.getByText("Validée par Bernard Claudel (exemple)")).toBeVisible();
  await expectOpenToAll("validated");
});

test("the mayor does not write the fiche, and is told who does", async ({ page, at, expectOpenToAll }) => {
  await page.goto(at("/plan"));
  await page.getByRole("rowheader").getByRole("link").first().click();
  await expect(page.getByRole("link", { name: /^Modifier/ })).toHaveCount(0);
  const answer = await page.goto(`${page.url()}/modifier/how`);
  expect(answer?.status()).toBe(403);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cette porte ne s’ouvre pas avec votre accès");
  await expect(page.getByRole("main").getByRole("listitem").first()).toContainText("La coordination de la convention");
  await expectOpenToAll("refused");
  expect((await page.goto(at("/territoire/invitations")))?.status()).toBe(403);
});
