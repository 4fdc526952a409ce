import type { Page } from "@playwright/test";
import { expect, test } from "./instance.ts";

const spaces = (...rows: readonly string[]): Buffer =>
  Buffer.from(
    [
      "id_fs,lib_fs,adresse,insee_com,code_postal,lib_com,latitude,longitude,h_lundi,h_mardi,h_mercredi,h_jeudi,h_vendredi,h_samedi,itinerance",
      ...rows,
    ].join("\n"),
  );
const vecoux = "1 rue de l’Exemple,88498,88200,Vecoux,47.97,6.64,09:00 - 12:00,,,,,,Non";
const eloyes = "2 rue de l’Exemple,88158,88510,Éloyes,48.09,6.61,,,09:00 - 12:00,,,,Non";

const send = async (page: Page, at: (path: string) => string, name: string, buffer: Buffer) => {
  await page.goto(at("/annuaire/importer"));
  await page.getByLabel("Fichier", { exact: true }).setInputFiles({ name, mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Lire le fichier" }).click();
};

test("a coordinator brings in a list: what it would change is said first, and the same list again changes nothing", async ({
  page,
  at,
  enterAs,
  expectOpenToAll,
}) => {
  await enterAs("coordinator");
  await page.goto(at("/annuaire/services"));
  await page.getByRole("link", { name: "Importer un fichier" }).click();
  await expectOpenToAll();

  await send(page, at, "caf.csv", Buffer.from(`"iris_code";"percou"\n"881600101";"3"`));
  await expect(page.getByRole("alert")).toContainText("il ne décrit aucun service");
  await expectOpenToAll("with errors");

  const two = [`901,Exemple : espace de Vecoux,${vecoux}`, `902,Exemple : espace d’Éloyes,${eloyes}`];
  const others = [",Sans numéro,,,,,,,,,,,,,", "903,Exemple : ailleurs,,75056,75001,Paris,,,le matin,,,,,,Non"];
  await send(page, at, "liste-2026.csv", spaces(...two, ...others));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("2 fiches à ajouter");
  await expect(page.getByText("Ligne 4")).toBeVisible();
  await expect(page.getByText("Il manque l’identifiant")).toBeVisible();
  await expect(page.getByText("1 ligne est hors du territoire.")).toBeVisible();
  await expectOpenToAll();
  await page.getByLabel("Toutes").check();
  await page.getByRole("button", { name: "Mettre à jour l’aperçu" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("3 fiches à ajouter");
  await page.getByLabel("Celles des communes du territoire").check();
  await page.getByRole("button", { name: "Mettre à jour l’aperçu" }).click();
  await page.getByRole("button", { name: "Ajouter 2 fiches" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("2 fiches ajoutées");
  await expectOpenToAll("done");

  await send(page, at, "liste-2026.csv", spaces(...two));
  await expect(page.getByText("Tout ce que dit ce fichier est déjà dans l’annuaire.")).toBeVisible();
  await page.getByRole("button", { name: "Ranger ce fichier sans l’importer" }).click();
  await expect(page.getByText("Le fichier est rangé")).toBeVisible();
});

test("what was corrected here is kept; what left the list is closed only when ticked, and asked twice", async ({
  page,
  at,
  enterAs,
  expectOpenToAll,
}) => {
  await enterAs("coordinator");
  await send(
    page,
    at,
    "autre-2026.csv",
    spaces(`911,Exemple : point de Vecoux,${vecoux}`, `912,Exemple : point d’Éloyes,${eloyes}`),
  );
  await page.getByRole("button", { name: "Ajouter 2 fiches" }).click();
  await page.goto(at("/annuaire/services?q=point+de+vecoux"));
  await page.getByRole("link", { name: "Exemple : point de Vecoux" }).click();
  await page.getByRole("link", { name: "Modifier (Quand)" }).click();
  await page.getByLabel("Horaires").first().fill("Mo 10:00-12:00");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText(/Lundi 10\sh – midi/)).toBeVisible();

  await send(page, at, "autre-2027.csv", spaces(`911,Exemple : point de Vecoux,${vecoux.replace("09:00", "08:00")}`));
  await expect(page.getByText("1 fiche ne dit pas la même chose ici et dans le fichier")).toBeVisible();
  await expect(page.getByText("Le fichier a perdu la moitié de ses services, ou plus")).toBeVisible();
  await page.getByLabel("Exemple : point d’Éloyes").check();
  await page.getByLabel(/prendre ce que dit le fichier/).check();
  await page.getByRole("button", { name: "Enregistrer mes choix" }).click();
  await expect(page.getByRole("alert")).toContainText("confirmez que c’est bien le fichier entier");
  await expect(page.getByLabel("Exemple : point d’Éloyes")).toBeChecked();
  await expect(page.getByLabel(/prendre ce que dit le fichier/)).toBeChecked();
  await expectOpenToAll("asked twice");
  await page.getByLabel(/C’est bien le fichier entier/).check();
  await page.getByRole("button", { name: "Enregistrer mes choix" }).click();
  await expect(page.getByText("1 service fermé")).toBeVisible();
  await page.goto(at("/annuaire/services?q=point+de+vecoux"));
  await page.getByRole("link", { name: "Exemple : point de Vecoux" }).click();
  await expect(page.getByText(/Lundi 8\sh – midi/)).toBeVisible();
});

test("importing is for those who coordinate", async ({ page, at, enterAs }) => {
  await enterAs("party");
  const answer = await page.goto(at("/annuaire/importer"));
  expect(answer?.status()).toBe(403);
  await page.goto(at("/annuaire/services"));
  await expect(page.getByRole("link", { name: "Importer un fichier" })).toHaveCount(0);
});

test("a table of one’s own: its columns are said first, then it comes in like any list", async ({
  page,
  at,
  enterAs,
  expectOpenToAll,
}) => {
  await enterAs("coordinator");
  const table = Buffer.from(
    [
      "Associations de loisirs 2026;;;;;",
      "Nom de la structure;Type;Commune;Tél;Horaires;Remarques",
      "Exemple : les jeux du jeudi;Ludotheque;Vecoux;03 29 00 00 00;le jeudi de 14h à 17h;à rappeler",
      "Exemple : mystère;Soucoupe;Vecoux;;;",
      "Exemple : devoirs au calme;CLAS;Saint-Amé;;;",
    ].join("\n"),
  );
  await send(page, at, "associations.csv", table);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dites ce que contient chaque colonne");
  await expectOpenToAll();
  await expect(page.getByLabel("C · Commune")).toHaveValue("commune");
  await page.getByLabel("A · Nom de la structure").selectOption("");
  await page.getByRole("button", { name: "Utiliser ces colonnes" }).click();
  await expect(page.getByRole("alert")).toContainText("Aucune colonne ne donne le nom des services");
  await expect(page.getByLabel("D · Tél")).toHaveValue("phone");
  await expectOpenToAll("with errors");
  await page.getByLabel("A · Nom de la structure").selectOption("name");
  await page.getByLabel("B · Type").selectOption("kind");
  await page.getByRole("button", { name: "Utiliser ces colonnes" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("2 fiches à ajouter");
  await expect(page.getByText("« Soucoupe » n’est pas dans la liste.")).toBeVisible();
  await expectOpenToAll();
  await page.getByRole("button", { name: "Ajouter 2 fiches" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("2 fiches ajoutées");
});
