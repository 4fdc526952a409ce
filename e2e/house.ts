import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";

/** Those who can be entered as, through the door of the demonstration. */
export type Visitor = "operator" | "coordinator" | "party" | "elected" | "contributor" | "reader";

interface Tools {
  /** Address of the territory: `at("/plan")`. */
  readonly at: (path: string) => string;
  readonly enterAs: (visitor: Visitor) => Promise<void>;
  /** Fails when the page holds an obstacle, or scrolls sideways. */
  readonly expectOpenToAll: (page?: Page) => Promise<void>;
}

/** A journey, in a real browser, through a house that was just built from nothing. */
export const test = base.extend<Tools, { house: string }>({
  house: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), "maillage-e2e-"));
      const port = await freePort();
      const server = spawn(process.execPath, ["dist/server/server.js"], {
        env: {
          ...process.env,
          MAILLAGE_DATA: folder,
          PORT: String(port),
          HOST: "localhost",
          DATABASE_URL: "",
          MAILLAGE_DEMO: "on",
        },
        stdio: ["ignore", "pipe", "inherit"],
      });
      const ended = once(server, "exit");
      try {
        await use(await readyAddress(server.stdout));
      } finally {
        server.kill("SIGTERM");
        await ended;
        await rm(folder, { recursive: true, force: true });
      }
    },
    { scope: "worker", timeout: 60_000 },
  ],
  baseURL: async ({ house }, use) => use(house),
  at: async ({}, use) => use((path) => `/porte-des-vosges-meridionales${path}`),
  enterAs: async ({ page }, use) =>
    use(async (visitor) => {
      await page.goto("/demonstration");
      await page.locator(`button[value="${visitor}"]`).click();
      await expect(page).toHaveURL(/accueil|instance/);
    }),
  expectOpenToAll: async ({ page }, use) =>
    use(async (seen = page) => {
      const { violations } = await new AxeBuilder({ page: seen })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)).toEqual([]);
      const overflow = await seen.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, "the page scrolls sideways").toBeLessThanOrEqual(0);
    }),
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "localhost");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

async function readyAddress(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const address = /^Maillage est prêt : (\S+)$/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error("the house did not open");
}

export { expect };
