import type { Page } from "@playwright/test";
import { expect, test } from "./instance.ts";

// What is tried here does not depend on the width of the screen nor on scripts: once is enough.
test.skip(({ javaScriptEnabled, viewport }) => !javaScriptEnabled || viewport?.width !== 1280, "tried once, at a desk");

interface Two {
  readonly first: Page;
  readonly second: Page;
}

const both = test.extend<{ two: Two }>({
  two: async ({ page, browser, instance, enterAs }, use) => {
    const context = await browser.newContext({ baseURL: instance, locale: "fr-FR", viewport: { width: 1280, height: 800 } });
    const second = await context.newPage();
    await enterAs("coordinator", page);
    // The one responsible for the instance writes too.
    await enterAs("operator", second);
    await use({ first: page, second });
    await context.close();
  },
});

const addressOf = async (page: Page, path: string, title: RegExp): Promise<string> => {
  await page.goto(path);
  const href = await page.getByRole("rowheader").getByRole("link", { name: title }).first().getAttribute("href");
  return href ?? "";
};

both("on the same block, the second chooses field by field", async ({ two: { first, second }, at, expectOpenToAll }) => {
  const form = `${await addressOf(first, at("/plan"), /^3\.1 /)}/modifier/why`;
  await first.goto(form);
  await second.goto(form);
  await first.getByLabel("Enjeu").fill("Écrit par la première.");
  await first.getByLabel("Constats du diagnostic").fill("Constat de la première.");
  await first.getByRole("button", { name: "Enregistrer" }).click();
  await expect(first.getByRole("status")).toBeVisible();

  await second.getByLabel("Enjeu").fill("Écrit par le second.");
  await second.getByRole("button", { name: "Enregistrer" }).click();
  await expect(second.getByText("Camille Aubry (exemple) a modifié ce bloc pendant que vous l’écriviez")).toBeVisible();
  const stake = second.getByRole("group", { name: "Enjeu" });
  await expect(stake).toContainText("Écrit par la première.");
  await expect(stake).toContainText("Écrit par le second.");
  await expectOpenToAll("conflict", second);
  await stake.getByRole("radio", { name: /La mienne/ }).check();
  await second
    .getByRole("group", { name: "Constats du diagnostic" })
    .getByRole("radio", { name: /Camille Aubry/ })
    .check();
  await second.getByRole("button", { name: "Enregistrer" }).click();
  await expect(second.getByRole("status")).toContainText("Le pourquoi est enregistré");
  await expect(second.getByText("Écrit par le second.").first()).toBeVisible();
  await expect(second.getByText("Constat de la première.").first()).toBeVisible();
});

both("on different blocks, nobody notices", async ({ two: { first, second }, at }) => {
  const fiche = await addressOf(first, at("/plan"), /^3\.2 /);
  await first.goto(`${fiche}/modifier/why`);
  await second.goto(`${fiche}/modifier/what`);
  await first.getByLabel("Enjeu").fill("Un enjeu.");
  await second.getByLabel("Résultats attendus").fill("Un résultat.");
  await first.getByRole("button", { name: "Enregistrer" }).click();
  await second.getByRole("button", { name: "Enregistrer" }).click();
  await expect(second.getByRole("status")).toContainText("Ce qui est fait est enregistré");
  await expect(second.getByText("Un enjeu.").first()).toBeVisible();
  await expect(second.getByText("Un résultat.").first()).toBeVisible();
});

both(
  "a session that ends in the middle of a form loses nothing",
  async ({ two: { first, second }, at, context, expectOpenToAll }) => {
    await second.close();
    const form = `${await addressOf(first, at("/plan"), /^3\.3 /)}/modifier/why`;
    await first.goto(form);
    const typed = "Deux lignes,\nécrites avant que la session ne finisse, assez longues pour que l’on veuille les garder.";
    await first.getByLabel("Enjeu").fill(typed);
    await context.clearCookies();
    await first.getByRole("button", { name: "Enregistrer" }).click();
    await expect(first.getByRole("heading", { level: 1 })).toHaveText("Votre session a pris fin");
    await expect(first.getByRole("main").locator("textarea").filter({ hasText: "écrites avant" })).toBeVisible();
    await expectOpenToAll("expired");

    // In another tab, as the page says.
    const tab = await context.newPage();
    await tab.goto("/demonstration");
    await tab.locator('form[id^="as-coordinator"] .button').first().click();
    await expect(tab).toHaveURL(/accueil/);
    await tab.close();
    await first.getByRole("button", { name: "Envoyer de nouveau" }).click();
    await expect(first.getByRole("status")).toContainText("Le pourquoi est enregistré");
    await expect(first.getByText("écrites avant que la session").first()).toBeVisible();
  },
);
