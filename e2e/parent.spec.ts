import { expect, test } from "./instance.ts";

// A parent in Vecoux, with one hand: who can keep a child of two on Wednesday, and near?
test("a parent finds who can keep a two-year-old on Wednesday near Vecoux", async ({ page, at, visit, expectOpenToAll }) => {
  await visit("/");
  await page.goto(at("/annuaire"));
  await page.getByLabel("Que cherchez-vous ?").fill("garde mercredi 2 ans à Vecoux");
  await page.getByRole("button", { name: "Chercher" }).click();
  await expect(page).toHaveURL(/q=garde/);
  await expect(page.getByText(/^Compris\s: .*Vecoux.*2 ans.*mercredi/)).toBeVisible();
  const first = page.getByRole("article").first();
  await expect(first).toContainText(/crèche|assistant|garde/i);
  await expect(first).toContainText("le mercredi");
  await expect(first).toContainText(/à \d+ km|à moins d’un kilomètre|Vecoux/);
  await expectOpenToAll("what a parent typed");

  await first.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/annuaire\/services\//);
  for (const question of ["Pour qui ?", "Quand ?", "Où ?", "Qui appeler ?", "Comment s’inscrire ?", "Combien ça coûte ?"])
    await expect(page.getByRole("heading", { name: question })).toBeVisible();
  const call = page.getByRole("link", { name: /^0\d( \d\d){4}$/ }).first();
  await expect(call).toHaveAttribute("href", /^tel:0\d{9}$/);
  await expectOpenToAll("a service that keeps children");
});

test("the same by choosing, without writing anything", async ({ page, at, visit, expectOpenToAll }) => {
  await visit(at("/annuaire"));
  await page.getByText("Filtres", { exact: true }).click();
  await page.getByLabel("Âge de mon enfant").selectOption("2");
  await page.getByLabel("Jour", { exact: true }).selectOption("We");
  await page.getByLabel("Genre de service").selectOption("eaje");
  await page
    .getByRole("button", { name: /filtres/i })
    .first()
    .click();
  await expect(page).toHaveURL(/age=2.*day=We|day=We.*age=2/);
  await page.getByLabel("Près de").fill("Vecoux");
  await page.getByRole("button", { name: "Chercher" }).click();
  await expect(page.getByRole("article").first()).toContainText(/km/);
  await expectOpenToAll("chosen by filters");
});

test("what a commune has and lacks, for under three, leads to the services", async ({ page, at, visit, expectOpenToAll }) => {
  await visit(at("/annuaire/couverture"));
  await page.getByRole("link", { name: "Moins de 3 ans" }).click();
  await expect(page).toHaveURL(/ages=0-2/);
  await expectOpenToAll("under three");
  await page.getByRole("heading", { name: "Vecoux" }).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Vecoux");
  await expect(page.getByRole("heading", { name: "Ce qui manque" })).toBeVisible();
  await expectOpenToAll("one commune");
  await page
    .getByRole("row", { name: /Crèche/ })
    .getByRole("link", { name: /service/ })
    .click();
  await expect(page).toHaveURL(/\/annuaire\?.*kind=eaje/);
  await expect(page.getByRole("article")).not.toHaveCount(0);
  await expect(page.getByText("Moins de 3 ans")).toBeVisible();
});

test("the directory on paper, for a fridge door", async ({ page, at, visit, expectOpenToAll, request }) => {
  await visit(at("/annuaire"));
  await page.getByRole("link", { name: "L’annuaire sur papier" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("L’annuaire sur papier");
  await expectOpenToAll();
  for (const name of ["Lire (PDF) Services aux familles à Vecoux", "Imprimer et plier (PDF) Services aux familles à Vecoux"]) {
    const address = await page.getByRole("link", { name }).getAttribute("href");
    const answer = await request.get(address ?? "");
    expect(answer.headers()["content-type"]).toBe("application/pdf");
    expect((await answer.body()).subarray(0, 5).toString()).toBe("%PDF-");
  }
  expect((await request.get(at("/annuaire/livret.pdf?commune=75056"))).status()).toBe(404);
});
