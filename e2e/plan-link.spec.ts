import { expect, test } from "./instance.ts";

test("a coordinator says which action of the plan improves a service, and both say so", async ({
  page,
  at,
  enterAs,
  expectOpenToAll,
}) => {
  await enterAs("coordinator");
  await page.goto(at("/annuaire?q=ludobus"));
  await page.getByRole("link", { name: "Ludobus (exemple)" }).click();
  await page.getByRole("link", { name: "Tenir cette fiche" }).click();
  await expect(page.getByText("Aucune action du plan ne concerne ce service.")).toBeVisible();
  await page.getByRole("link", { name: "Relier à une action" }).click();
  await expectOpenToAll();

  // Nothing chosen: said at its place, and nothing is lost.
  await page.getByLabel("Elle crée ce service").check();
  await page.getByRole("button", { name: "Relier", exact: true }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByLabel("Elle crée ce service")).toBeChecked();
  await expectOpenToAll();

  const action = "4.3 Aller vers : le camion des rencontres";
  await page.getByLabel(/^Action du plan/).selectOption({ label: action });
  await page.getByRole("button", { name: "Relier", exact: true }).click();
  await expect(page.getByText("Le service est relié à l’action.")).toBeVisible();
  await expectOpenToAll("linked");
  await page.getByRole("link", { name: action }).click();
  await expect(page.getByRole("heading", { name: "Ce que l’action a produit" })).toBeVisible();
  await expectOpenToAll("with services");
  await page.getByRole("link", { name: "Ludobus (exemple)" }).click();
  await expect(page.getByText("Ce service est créé par l’action")).toBeVisible();
  await expectOpenToAll("with an action of the plan");

  await page.getByRole("link", { name: "Tenir cette fiche" }).click();
  await page.getByRole("link", { name: "Histoire de la fiche" }).click();
  await expect(page.getByText(/a dit qu’une action du plan concerne ce service/)).toBeVisible();
  await page.goBack();
  await page.getByRole("button", { name: /^Ne plus relier/ }).click();
  await expect(page.getByText("Le service n’est plus relié à l’action.")).toBeVisible();
});
