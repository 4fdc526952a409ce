import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";

// The look on its own, without an instance behind it: every component and three whole screens.
const run = promisify(execFile);
let folder = "";

const types: Record<string, string> = {
  html: "text/html",
  css: "text/css",
  js: "text/javascript",
  woff2: "font/woff2",
  svg: "image/svg+xml",
};

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, "axe is itself a script; the HTML is the same without");

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maillage-gallery-"));
  if (!existsSync("dist/client/.vite/manifest.json")) await run("node_modules/.bin/vite", ["build"]);
  await run("node_modules/.bin/tsx", ["src/ui/gallery/render.tsx", folder]);
});

test.afterAll(async () => rm(folder, { recursive: true, force: true }));

async function open(page: Page, name: string): Promise<void> {
  await page.route("http://gallery.test/**", async (route) => {
    const path = new URL(route.request().url()).pathname.slice(1);
    if (route.request().method() === "POST") await new Promise((later) => setTimeout(later, 1500));
    const body = await readFile(join(folder, path)).catch(() => null);
    await (body
      ? route.fulfill({ body, contentType: types[path.split(".").at(-1) ?? ""] ?? "text/plain" })
      : route.fulfill({ status: 404 }));
  });
  await page.goto(`http://gallery.test/${name}.html`);
}

for (const screen of ["components", "public", "home", "fiche", "form"]) {
  for (const theme of ["light", "dark"]) {
    test(`${screen}, ${theme}: open to all`, async ({ page }) => {
      await open(page, `${screen}-${theme}`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)).toEqual([]);
    });
  }

  test(`${screen}: never scrolls sideways, even narrow, enlarged or with airy text`, async ({ page }) => {
    await open(page, `${screen}-light`);
    const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await sideways()).toBe(0);
    await page.addStyleTag({
      content: "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }",
    });
    expect(await sideways()).toBe(0);
    await page.setViewportSize({ width: 640, height: 700 });
    await page.addStyleTag({ content: "html { font-size: 200% }" });
    expect(await sideways()).toBe(0);
  });
}

test.describe("with a script", () => {
  test.beforeEach(async ({ page }) => open(page, "components-light"));

  test("the summary of errors takes the focus, and leads to the field", async ({ page }) => {
    await expect(page.locator("#errors")).toBeFocused();
    await page.getByRole("link", { name: "Donnez un titre" }).click();
    await expect(page.getByLabel("Titre (obligatoire)")).toBeFocused();
  });

  test("/ reaches the search, but not from a field", async ({ page }) => {
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox", { name: "Chercher une action" })).toBeFocused();
    await page.getByLabel("Titre (obligatoire)").focus();
    await page.keyboard.press("/");
    await expect(page.getByLabel("Titre (obligatoire)")).toHaveValue("/");
  });

  test("Escape closes a menu and gives the focus back", async ({ page }) => {
    const menu = page.getByRole("main").locator("details[data-menu]");
    await menu.locator("summary").click();
    await expect(page.getByRole("link", { name: "Tableur (XLSX)" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("link", { name: "Tableur (XLSX)" })).toBeHidden();
    await expect(menu.locator("summary")).toBeFocused();
  });

  test("rows are added under new names, and removed", async ({ page }) => {
    await page.getByRole("button", { name: "Ajouter une étape" }).click();
    const added = page.locator('[name="milestones.2.label"]');
    await expect(added).toBeFocused();
    await page.getByRole("group", { name: "Ligne 3" }).getByRole("button").click();
    await expect(added).toHaveCount(0);
    await page.getByRole("button", { name: "Ajouter une étape" }).click();
    await expect(page.locator('[name="milestones.3.label"]')).toHaveCount(1);
  });

  test("what is left to write is counted, an emoji as one", async ({ page }) => {
    await page.getByLabel("Pourquoi").fill("😀".repeat(3));
    await expect(page.getByText("Caractères restants : 1 997")).toBeVisible();
    await page.getByLabel("Pourquoi").fill("a".repeat(2005));
    await expect(page.getByText("Caractères en trop : 5")).toBeVisible();
  });

  test("the rule behind a fact opens on focus and closes on Escape", async ({ page }) => {
    await page.getByRole("link", { name: "Petite enfance", exact: true }).first().focus();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Comment est-ce calculé" })).toBeFocused();
    await expect(page.getByText("12 des 17 champs attendus")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByText("12 des 17 champs attendus")).toBeHidden();
  });

  test("a form goes once, and says that it is on its way", async ({ page }) => {
    let posts = 0;
    page.on("request", (request) => request.method() === "POST" && posts++);
    // The answer goes to a frame, so that the page stays in sight while it waits.
    await page.evaluate(() => {
      const frame = document.createElement("iframe");
      frame.name = "answer";
      document.body.append(frame);
      for (const form of document.querySelectorAll("form")) form.target = "answer";
    });
    const save = page.getByRole("button", { name: "Enregistrer" }).last();
    await save.dblclick();
    await expect(save).toHaveClass(/is-sending/);
    expect(posts).toBe(1);
  });

  test("what was typed is found again after the page was left", async ({ page }) => {
    await page.goto("http://gallery.test/form-light.html");
    await page.getByLabel("Pourquoi").fill("Une longue explication");
    await page.getByRole("button", { name: "Ajouter une étape" }).click();
    await page.locator('[name="milestones.2.label"]').fill("Recruter");
    page.once("dialog", (dialog) => void dialog.accept());
    await page.goto("http://gallery.test/home-light.html");
    await page.goto("http://gallery.test/form-light.html");
    await page.getByRole("button", { name: "La reprendre" }).click();
    await expect(page.getByLabel("Pourquoi")).toHaveValue("Une longue explication");
    await expect(page.locator('[name="milestones.2.label"]')).toHaveValue("Recruter");
  });
});
