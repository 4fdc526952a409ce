import { expect, test } from "./instance.ts";

// A parent, on a phone in a valley, without an account.
test("a resident reads what is done near them", async ({ page, at, visit, expectOpenToAll }) => {
  await visit("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("10 communes s’accordent pour mieux servir les familles");
  await expect(page.getByText("inventés pour la démonstration").first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "14 signataires" })).toBeVisible();
  await page.getByRole("link", { name: "Plombières-les-Bains" }).click();
  await expect(page).toHaveURL(/commune=88351/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/actions? répond/);
  await expectOpenToAll();
  await page.getByRole("main").locator("article a, .card a").first().click();
  await expect(page).toHaveURL(/\/plan\/actions\//);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("Exemple").first()).toBeVisible();
  await expectOpenToAll();

  await page.goto("/");
  await page
    .getByRole("link", { name: /actions publiques/ })
    .first()
    .click();
  await expect(page).toHaveURL(/axis=1/);
  await visit(at("/convention"));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("2023-2027");
});

test("the same in English, until French is asked for again", async ({ page, at, expectOpenToAll }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^10 communes/);
  await expect(page).not.toHaveURL(/lang=/);
  await expectOpenToAll("in English");
  await page.goto(at("/plan"));
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^\d+ actions /);
  await expectOpenToAll("in English");
  await page.getByRole("link", { name: "Français" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
});

test("with the keyboard alone", async ({ page, at, javaScriptEnabled }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Aller au contenu" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#main$/);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Trouver un service" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Voir les actions" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/plan$/);

  await page.goto("/connexion");
  const order: string[] = [];
  for (let step = 0; step < 8; step++) {
    await page.keyboard.press("Tab");
    order.push(await page.evaluate(() => document.activeElement?.getAttribute("name") ?? document.activeElement?.tagName ?? ""));
  }
  expect(order).toContain("email");
  const outlined = await page.getByLabel("Courriel professionnel").evaluate((field) => {
    field.focus();
    return getComputedStyle(field).outlineStyle;
  });
  expect(outlined).not.toBe("none");
  if (!javaScriptEnabled) return;
  await page.goto(at("/plan"));
  await page.keyboard.press("/");
  const isSearching = await page.evaluate(() => document.activeElement?.matches("input[type=search]") ?? false);
  expect(isSearching || (await page.locator("input[type=search]").count()) === 0).toBe(true);
});

test("on paper: no navigation, and not an empty sheet", async ({ page, at }) => {
  await page.goto("/");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation", { name: "Navigation principale" })).toHaveCount(0);
  const sheet = await page.pdf({ format: "A4" });
  expect(sheet.subarray(0, 5).toString()).toBe("%PDF-");
  expect(sheet.length).toBeGreaterThan(20_000);
  await page.goto(at("/plan"));
  expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(20_000);
});

test("a wrong address helps, and working pages stay closed", async ({ page, at, expectOpenToAll }) => {
  expect((await page.goto(at("/plan/actoins")))?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cette page n’existe pas, ou plus");
  await expectOpenToAll("unknown");
  await page.getByRole("main").getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect((await page.goto("/nulle-part"))?.status()).toBe(404);
  for (const path of [
    "/accueil",
    "/plan/tableau",
    "/plan/actions/nouvelle",
    "/plan/import",
    "/territoire/personnes",
    "/plan/supprimees",
  ]) {
    expect((await page.goto(at(path)))?.status(), path).toBe(403);
    await expect(page.getByRole("main").getByRole("link", { name: "Se connecter" }), path).toBeVisible();
  }
  await expectOpenToAll("refused");
});
