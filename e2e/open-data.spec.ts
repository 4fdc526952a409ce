import { readFile } from "node:fs/promises";
import { expect, test } from "./instance.ts";

// The clerk of a neighbouring commune, without an account, wants the services of the territory on their own map.
test("anyone takes the directory away", async ({ page, at, visit, expectOpenToAll }) => {
  await visit(at("/annuaire"));
  await page.getByRole("link", { name: "Prendre les données de l’annuaire" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Prenez l’annuaire avec vous");
  await expectOpenToAll();
  const counted = await page.getByText(/\d+ services publiés/).innerText();
  await expect(page.getByRole("link", { name: "Licence Ouverte 2.0" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Ce que le format national ne sait pas dire" })).toBeVisible();
  // What is for those who keep the directory is not shown to others.
  await expect(page.getByRole("heading", { name: "Ce que le format demande" })).toHaveCount(0);

  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "annuaire.geojson" }).click();
  const file = await waiting;
  expect(file.suggestedFilename()).toMatch(/^annuaire-porte-des-vosges-meridionales-\d{4}-\d{2}-\d{2}\.geojson$/);
  const { features } = JSON.parse(await readFile(await file.path(), "utf8")) as { features: { properties: object }[] };
  expect(counted).toContain(`${features.length} services publiés`);

  for (const link of await page.getByRole("main").locator('a[href^="/"]').all()) {
    const href = (await link.getAttribute("href")) ?? "";
    expect.soft((await page.request.get(href)).status(), href).toBe(200);
  }
});

test("the same page in English", async ({ page, at, visit }) => {
  await page.goto(at("/annuaire/donnees?lang=en"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Take the directory with you");
  await expect(page.getByText(/\d+ published services/)).toBeVisible();
  await visit(at("/annuaire/donnees"));
});

test("those who keep the directory see that what goes out follows the format", async ({ page, at, enterAs, expectOpenToAll }) => {
  await enterAs("coordinator");
  await page.goto(at("/annuaire/donnees"));
  await expect(page.getByText(/^Les \d+ fiches qui partent respectent toutes les règles/)).toBeVisible();
  await expectOpenToAll("as coordinator");
});
