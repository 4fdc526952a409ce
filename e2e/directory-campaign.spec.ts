import { expect, test } from "./instance.ts";

test.skip(({ viewport }) => viewport?.width === 1280, "on a phone, with script and without");

test("a coordinator runs a campaign, and a keeper answers from the mail", async ({
  page,
  at,
  enterAs,
  expectOpenToAll,
  browser,
}) => {
  await enterAs("coordinator");
  await page.goto(at("/annuaire/gestion"));
  await expectOpenToAll();
  await page.getByRole("link", { name: "Lancer une campagne" }).click();
  await expectOpenToAll();
  await page.getByRole("checkbox", { name: "Ludothèque" }).check();
  await page.getByRole("button", { name: "Compter les courriels" }).click();
  await expect(page.getByText(/courriels? partir/)).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Ludothèque" })).toBeChecked();
  await page.getByLabel("Son nom, pour vous y retrouver").fill("Ludothèques (exemple)");
  await page.getByLabel("Réponses attendues avant le").fill("2020-01-01");
  await page.getByRole("button", { name: "Envoyer les courriels" }).click();
  await expect(page.getByRole("alert")).toContainText("Cette date est passée");
  await expect(page.getByLabel("Son nom, pour vous y retrouver")).toHaveValue("Ludothèques (exemple)");
  await page.getByLabel("Réponses attendues avant le").fill("2099-12-31");
  await page.getByRole("button", { name: "Envoyer les courriels" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ludothèques (exemple)" })).toBeVisible();
  await expect(page.getByText(/Aucune réponse sur \d/)).toBeVisible();
  await expectOpenToAll();
  const campaign = page.url();
  await page.getByRole("button", { name: "Envoyer un rappel à ceux qui n’ont pas répondu" }).click();
  await expect(page.getByRole("alert")).toContainText("Un courriel est déjà parti aujourd’hui");

  await page.goto("/courriels");
  const link = /http\S+\/annuaire\/cle\/[\w-]{43}/.exec(await page.getByRole("main").innerText())?.[0] ?? "";
  const keeper = await (await browser.newContext()).newPage();
  await test.step("the keeper, without an account, corrects a part then says that all is right", async () => {
    await keeper.goto(link);
    await expectOpenToAll("keeper", keeper);
    await keeper.getByRole("link", { name: "Modifier (Quand)" }).click();
    await expectOpenToAll("keeper", keeper);
    await keeper.getByLabel("Période", { exact: true }).first().selectOption({ label: "Toute l’année" });
    await keeper.getByLabel("Horaires").first().fill("du lundi au vendredi de 9h à 17h30");
    await keeper.getByRole("button", { name: "Enregistrer" }).click();
    await expect(keeper.getByText("C’est corrigé : Quand.")).toBeVisible();
    await expect(keeper.getByText(/lundi au vendredi/i).first()).toBeVisible();
    await keeper.getByRole("button", { name: "Tout est juste" }).first().click();
    await expect(keeper.getByText("Merci : les familles savent que cette fiche est juste aujourd’hui.")).toBeVisible();
    await expect(keeper.getByRole("button", { name: "Tout est juste" })).toHaveCount(0);
    await expectOpenToAll("thanked", keeper);
  });

  await page.goto(campaign);
  await expect(page.getByText(/1 fiche a une réponse sur/)).toBeVisible();
  await page.getByRole("button", { name: "Terminer la campagne" }).click();
  await expect(page.getByText("La campagne est terminée")).toBeVisible();
  await expectOpenToAll("ended");
  const answer = await keeper.goto(link);
  expect(answer?.status()).toBe(410);
  await expect(keeper.getByRole("heading", { level: 1, name: "Ce lien n’ouvre plus rien" })).toBeVisible();
  await expectOpenToAll("shut", keeper);
  await keeper.close();
});

test("a family proposes a correction and asks a question; the coordinator reads the difference and answers", async ({
  page,
  at,
  enterAs,
  expectOpenToAll,
}) => {
  await page.goto(at("/annuaire?q=halte-garderie%20passerelles"));
  await page.getByRole("link", { name: "Halte-garderie des Passerelles (exemple)" }).click();
  await page.getByRole("link", { name: "Signaler un changement" }).click();
  await expectOpenToAll();
  await page.getByRole("button", { name: "Envoyer" }).click();
  await expect(page.getByRole("alert")).toContainText("Dites ce qui n’est pas juste.");
  await page.getByRole("link", { name: "Combien ça coûte" }).click();
  await expectOpenToAll();
  await page.getByRole("radio", { name: "Gratuit" }).check();
  await page.getByLabel("Comment le savez-vous ?").fill("J’y suis allée samedi (exemple).");
  await page.getByRole("button", { name: "Envoyer" }).click();
  await expect(page.getByText("Merci : votre proposition est envoyée")).toBeVisible();

  await page.goto(at("/annuaire?q=zzzzqqqq"));
  await page.getByRole("link", { name: /question/i }).click();
  await expectOpenToAll();
  await page.getByLabel("Que cherchez-vous ?").fill("Une garde le dimanche (exemple)");
  await page.getByLabel("Votre courriel").fill("pas une adresse");
  await page.getByRole("button", { name: "Envoyer la question" }).click();
  await expect(page.getByLabel("Que cherchez-vous ?")).toHaveValue("Une garde le dimanche (exemple)");
  await expectOpenToAll("with errors");
  await page.getByLabel("Votre courriel").fill("");
  await page.getByRole("button", { name: "Envoyer la question" }).click();
  await expect(page.getByText("Merci : votre question est envoyée")).toBeVisible();

  await enterAs("coordinator");
  await page.goto(at("/annuaire/gestion"));
  await page.getByRole("link", { name: "Halte-garderie des Passerelles (exemple)" }).last().click();
  await expect(page.getByText("J’y suis allée samedi (exemple).")).toBeVisible();
  await expect(page.getByRole("main").locator("ins")).toContainText(["Gratuit"]);
  await expectOpenToAll();
  await page.getByRole("button", { name: "Accepter et corriger la fiche" }).click();
  await expect(page.getByText("C’est traité, et la fiche garde l’histoire")).toBeVisible();
  const question = page.locator("article").filter({ hasText: "Une garde le dimanche (exemple)" });
  await question.getByRole("button", { name: "C’est traité" }).click();
  await expect(page.getByText("La question est traitée.")).toBeVisible();
  await expect(question).toHaveCount(0);

  await page.goto(at("/annuaire/services?q=halte-garderie"));
  await page.getByRole("link", { name: "Halte-garderie des Passerelles (exemple)" }).click();
  await page.getByRole("link", { name: "Histoire de la fiche" }).click();
  await expect(page.getByText(/a accepté une proposition/)).toBeVisible();
  await expectOpenToAll();
});
