import { once } from "node:events";
import { createServer } from "node:http";
import { expect, test } from "./instance.ts";

// The site of a commune, elsewhere: one page, with the line that was copied.
async function communeSite(line: string) {
  const page = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Commune de Vecoux (exemple)</title>
    <main><h1>Vivre à Vecoux</h1>${line}</main>`;
  const server = createServer((request, response) => {
    response.writeHead(request.url === "/" ? 200 : 204, { "Content-Type": "text/html; charset=utf-8" }).end(page);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the site did not open");
  return { origin: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}

test("a commune embeds the directory in its own site", async ({ page, at, visit, expectOpenToAll, context }) => {
  await visit(at("/annuaire"));
  await page.getByRole("link", { name: "Mettre l’annuaire sur le site de votre commune" }).click();
  await page.getByLabel("Services de la commune").selectOption({ label: "Vecoux" });
  await page.getByRole("button", { name: "Voir ce que cela donne" }).click();
  await expect(page).toHaveURL(/commune=88498/);
  await expect(page.frameLocator("iframe").getByRole("heading", { level: 1 })).toHaveText("Services aux familles à Vecoux");
  await expectOpenToAll("Vecoux");
  const line = await page.getByLabel("Ligne de HTML à copier").inputValue();
  expect(line).toMatch(/^<iframe [^\n]+><\/iframe>$/);

  const site = await communeSite(line);
  try {
    await page.goto(site.origin);
    const frame = page.frameLocator("iframe");
    await expect(frame.getByRole("heading", { level: 1 })).toHaveText("Services aux familles à Vecoux");
    await expect(frame.getByRole("listitem")).not.toHaveCount(0);
    await expectOpenToAll("in the site of a commune");
    // Each link opens beside: the commune's page stays.
    const opened = context.waitForEvent("page");
    await frame.getByRole("link", { name: "Garderie du matin et du soir (exemple)" }).click();
    const service = await opened;
    await expect(service).toHaveURL(/\/annuaire\/services\//);
    await expect(page).toHaveURL(site.origin);
    const searched = context.waitForEvent("page");
    await frame.getByLabel("Que cherchez-vous ?").fill("garde bébé");
    await frame.getByRole("button", { name: "Chercher" }).click();
    const results = await searched;
    await expect(results).toHaveURL(/\/annuaire\?.*commune=88498/);
  } finally {
    site.close();
  }
});

test("nothing else is shown in a frame of others", async ({ request, at }) => {
  for (const path of ["/annuaire", "/annuaire/integrer", "/annuaire/couverture", "/plan"]) {
    const answer = await request.get(at(path));
    expect(answer.headers()["content-security-policy"], path).toContain("frame-ancestors 'none'");
  }
  const frame = await request.get(at("/annuaire/widget?commune=88498"));
  expect(frame.headers()["content-security-policy"]).toContain("frame-ancestors *");
  const nowhere = await request.get(at("/annuaire/widget?commune=75056&theme=%3Cscript%3E"));
  expect(nowhere.status()).toBe(200);
  expect(await nowhere.text()).not.toContain("<script");
});
