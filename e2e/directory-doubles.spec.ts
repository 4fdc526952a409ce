import { expect, test } from "./instance.ts";

test("a coordinator finds a card entered twice, makes one of two, and takes them apart again", async ({
  page,
  at,
  enterAs,
  expectOpenToAll,
}) => {
  await enterAs("coordinator");
  for (const [name, part] of [
    ["Ludothèque du Lac (exemple)", "Combien ça coûte"],
    ["La ludothèque du lac (exemple)", "Pour qui"],
  ] as const) {
    await page.goto(at("/annuaire/services/nouveau"));
    await page.locator('select[name="placeId"]').selectOption({ index: 1 });
    await page.getByLabel("Nom du service").fill(name);
    await page.getByLabel("Genre de service").selectOption({ index: 3 });
    await page.getByRole("button", { name: "Créer la fiche" }).click();
    await page.getByRole("link", { name: `Modifier (${part})`, exact: true }).click();
    if (part === "Pour qui") await page.getByLabel("À partir de quel âge").fill("3 ans");
    else await page.getByLabel("Précisions").fill("Dix euros par an");
    await page.getByRole("button", { name: "Enregistrer" }).click();
  }

  await page.goto(at("/annuaire/services"));
  await page.getByRole("link", { name: "Doublons" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("possible");
  await expectOpenToAll();
  await page.getByRole("link", { name: /Comparer.*ludothèque du lac/i }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Réunir deux fiches" })).toBeVisible();
  await expectOpenToAll();
  await page.getByRole("link", { name: "Garder plutôt" }).click();
  await page.getByRole("button", { name: "Réunir les deux fiches" }).click();
  await expect(page.getByText("Les deux fiches n’en font plus qu’une.")).toBeVisible();
  await expect(page.getByText("Dix euros par an")).toBeVisible();
  await expect(page.getByText("3 ans")).toBeVisible();

  await page.goto(at("/annuaire/doublons"));
  await expectOpenToAll("merged");
  await page.getByRole("button", { name: /Séparer.*ludothèque/i }).click();
  await expect(page.getByText("Les deux fiches sont de nouveau séparées, comme elles étaient.")).toBeVisible();
  await page.getByRole("link", { name: /Comparer.*ludothèque du lac/i }).click();
  await page.getByRole("button", { name: "Ce sont deux services" }).click();
  await expect(page.getByText("C’est noté : ce sont deux services.")).toBeVisible();
  await expect(page.getByRole("link", { name: /Comparer.*ludothèque du lac/i })).toHaveCount(0);
});
