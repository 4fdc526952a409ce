import { readFile } from "node:fs/promises";
import { expect, test } from "./instance.ts";

const file = (name: string): string => `src/demo/files/${name}`;

test("the coordinator brings in the plan of a spreadsheet, and leaves with the committee's table", async ({
  page,
  at,
  enterAs,
  expectOpenToAll,
}, { project }) => {
  await enterAs("coordinator");
  await page.goto(at("/plan/import"));
  await expectOpenToAll();

  await page.getByLabel(/Le fichier du plan/).setInputFiles({
    name: "photo.xlsx",
    mimeType: "image/png",
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]),
  });
  await page.getByRole("button", { name: "Lire ce fichier" }).click();
  await expect(page.locator(".field-error")).toContainText("Ce fichier est une image");
  await expectOpenToAll();

  await page.getByLabel(/Le fichier du plan/).setInputFiles(file("exemple-tableau-de-bord-cotech.xlsx"));
  await page.getByRole("button", { name: "Lire ce fichier" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("12 actions à créer");
  await expectOpenToAll();

  await page.getByRole("link", { name: "Corriger la feuille ou les colonnes" }).click();
  await expectOpenToAll();
  await page.getByLabel(/Observations/).selectOption({ label: "Laisser cette colonne de côté" });
  await page.getByRole("button", { name: "Utiliser ces colonnes" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("12 actions à créer");

  await page.getByRole("button", { name: "Créer 12 actions" }).click();
  await expect(page.getByRole("alert")).toContainText("dites pourquoi");
  await page.getByLabel(/Pourquoi est-elle bloquée/).fill("Le vote est reporté.");
  await page.getByLabel(/Qu’est-ce qui la débloquerait/).fill("La commune, en trouvant un local.");
  await page.getByRole("button", { name: "Créer 12 actions" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("12 actions créées");
  await expectOpenToAll();

  await page.goto(at("/plan/import"));
  await page.getByLabel(/Le fichier du plan/).setInputFiles(file("exemple-tableau-de-bord-cotech.xlsx"));
  await page.getByRole("button", { name: "Lire ce fichier" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("12 inchangées");
  await expect(page.getByText("Il n’y a rien à changer")).toBeVisible();

  await page.goto(at("/plan?q=micro-crèche"));
  await expect(page.getByRole("link", { name: /Micro-crèche à horaires élargis/ }).first()).toBeVisible();
  await page.locator("summary", { hasText: "Exporter" }).first().click();
  const download = page.waitForEvent("download");
  await page.locator('a[href*="export.xlsx"]').first().click();
  const table = await readFile(await (await download).path());
  expect(table.subarray(0, 2).toString(), `an XLSX is a ZIP (${project.name})`).toBe("PK");
});
