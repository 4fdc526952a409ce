import { parseHTML } from "linkedom";
import { expect, kindOfPage, test, type Visitor } from "./instance.ts";

// Each page that links lead to, as each person: found, whole, open to all, in peace with the browser.
const most = 120;
const visitors: readonly (Visitor | "public")[] = [
  "public",
  "coordinator",
  "operator",
  "party",
  "elected",
  "contributor",
  "reader",
];

const extremes: ReadonlySet<Visitor | "public"> = new Set(["public", "coordinator"]);

/**
 * Files are downloaded, not visited; what follows a choice of language or filter is the same page. A keeper's link in a mail may have ended
 * with its campaign: `directory-campaign.spec.ts` sees it open, and shut.
 */
const isPage = (address: URL): boolean =>
  !/\/annuaire\/cle\/|\.(docx|pdf|xlsx|ods|csv|json|geojson|jsonld|ics|atom|rss|zip)$|\/fichiers\/|\/api\//.test(
    address.pathname,
  ) && !/[?&](lang|theme)=/.test(address.search);

/** What a page says, read without a browser: scripts and styles say nothing. */
function read(html: string): {
  readonly headings: number;
  readonly title: string;
  readonly text: string;
  readonly links: readonly string[];
} {
  const { document } = parseHTML(html);
  for (const silent of document.querySelectorAll("script, style, template")) silent.remove();
  return {
    headings: document.querySelectorAll("h1").length,
    title: document.querySelector("title")?.textContent ?? "",
    text: document.querySelector("body")?.textContent ?? "",
    links: [...document.querySelectorAll("a[href]")].map((link) => link.getAttribute("href") ?? ""),
  };
}

for (const visitor of visitors) {
  test(`every page, as ${visitor}`, async ({
    page,
    enterAs,
    expectOpenToAll,
    isLookedThrough,
    javaScriptEnabled,
    viewport,
    instance,
  }) => {
    // Those who see the most and the least are enough on a phone; without scripts the same HTML comes, whatever the width.
    const isDesk = viewport?.width === 1280;
    test.skip(javaScriptEnabled ? !isDesk && !extremes.has(visitor) : isDesk || !extremes.has(visitor), "seen otherwise");
    test.setTimeout(600_000);
    if (visitor !== "public") await enterAs(visitor);
    const waiting = [visitor === "public" ? `${instance}/` : page.url(), `${instance}/compte`, `${instance}/courriels`];
    const seen = new Set<string>();
    while (waiting.length > 0 && seen.size < most) {
      const address = waiting.shift() ?? "";
      if (seen.has(kindOfPage(address))) continue;
      seen.add(kindOfPage(address));
      await test.step(address, async () => {
        // Asked as the browser would, with its cookies, and read without it; it draws each kind of page once.
        const answer = await page.request.get(address);
        expect.soft(answer.status(), `${address} answers`).toBeLessThan(400);
        const { headings, title, text, links } = read(await answer.text());
        expect.soft(headings, `${address} has one title`).toBe(1);
        expect.soft(title, `${address} has a name`).toMatch(/\S{3}/);
        expect.soft(text, `${address} says all in words`).not.toMatch(/undefined|\[object|NaN|\bnull\b|\{\w+\}/);
        if (!isLookedThrough(answer.url())) {
          await page.goto(address);
          await expectOpenToAll();
        }
        for (const link of links) {
          if (!URL.canParse(link, answer.url())) continue;
          const url = new URL(link, answer.url());
          url.hash = "";
          if (url.origin === instance && isPage(url)) waiting.push(url.href);
        }
      });
    }
    expect(seen.size).toBeGreaterThan(visitor === "public" ? 5 : 10);
  });
}

test("a sample in English: no French is left", async ({ page, at, enterAs, expectOpenToAll, javaScriptEnabled, viewport }) => {
  test.skip(!javaScriptEnabled || viewport?.width !== 1280, "seen once");
  await enterAs("coordinator");
  await page.goto("/compte?lang=en");
  for (const path of [
    "/accueil",
    "/plan",
    "/plan/tableau",
    "/plan/calendrier",
    "/plan/matrice",
    "/plan/actions/nouvelle",
    "/plan/import",
    "/convention",
    "/territoire",
    "/territoire/invitations",
    "/annuaire",
    "/annuaire/gestion",
    "/annuaire/gestion/campagnes/nouvelle",
    "/annuaire/services",
    "/annuaire/donnees",
  ]) {
    await page.goto(at(path));
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    const text = (await page.getByRole("navigation").allInnerTexts()).join(" ");
    expect(text, path).not.toMatch(/Accueil|Plan d’actions|Territoire\b|Réglages|Invitations envoyées/);
    await expectOpenToAll("in English");
  }
});
