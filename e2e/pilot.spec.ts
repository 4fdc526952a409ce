import { expect, test } from "./instance.ts";

test("the pilot reports in one form, a few times a year", async ({ page, at, enterAs, expectOpenToAll }) => {
  await enterAs("contributor");
  await page.getByRole("main").getByRole("link", { name: "1.2 La tournée du relais petite enfance dans les villages" }).click();
  await expectOpenToAll();
  await page.getByRole("link", { name: "Donner des nouvelles" }).click();
  await expectOpenToAll();

  // Blocked asks why: the form comes back with what was written.
  const said = `Trente-deux enfants en octobre. ${test.info().project.name}`;
  await page.getByRole("radio", { name: "Bloquée" }).check();
  await page.getByLabel("Un mot sur ce qui s’est passé").fill(said);
  await page.getByRole("button", { name: "Envoyer les nouvelles" }).click();
  await expect(page.getByRole("alert")).toContainText("à corriger");
  await expect(page.getByLabel("Un mot sur ce qui s’est passé")).toHaveValue(said);
  await expect(page.getByRole("radio", { name: "Bloquée" })).toBeChecked();
  await expectOpenToAll();

  await page.getByLabel("Pourquoi").fill("Le véhicule est au garage.");
  await page.getByLabel(/^Ce qui débloquerait/).fill("La commune du Val-d’Ajol prête le sien.");
  await page.getByRole("button", { name: "Envoyer les nouvelles" }).click();
  await expect(page.getByRole("status")).toContainText("Merci");
  await expect(page.getByText("Le véhicule est au garage.").first()).toBeVisible();
  await expect(page.getByText(said).first()).toBeVisible();
  await expectOpenToAll("blocked");

  await page.getByRole("link", { name: "Donner des nouvelles" }).click();
  await page.getByRole("radio", { name: "En cours" }).check();
  await page.getByRole("button", { name: "Envoyer les nouvelles" }).click();
  await expect(page.getByRole("status")).toContainText("Merci");

  // One fiche, and no other.
  await page.goto(at("/plan?q=ludothèque itinérante annuaire"));
  await page.goto(at("/plan"));
  await page
    .getByRole("link", { name: /^1\.1 / })
    .first()
    .click();
  await expect(page.getByRole("link", { name: "Donner des nouvelles" })).toHaveCount(0);
  expect((await page.goto(`${page.url()}/avancement`))?.status()).toBe(403);
});
