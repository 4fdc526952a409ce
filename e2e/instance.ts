import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { stopWithParent } from "../test/instance.ts";

/** Those who can be entered as, through the door of the demonstration. */
export type Visitor = "operator" | "coordinator" | "party" | "elected" | "contributor" | "reader";

interface Tools {
  /** Address of the territory: `at("/plan")`. */
  readonly at: (path: string) => string;
  readonly enterAs: (visitor: Visitor, page?: Page) => Promise<void>;
  /** Fails when the page holds an obstacle, or scrolls sideways. `moment` tells apart what an address can show: a form, its errors. */
  readonly expectOpenToAll: (moment?: string, page?: Page) => Promise<void>;
  /** Whether this kind of page was already drawn and looked through here. */
  readonly isLookedThrough: (address: string) => boolean;
  /** Goes there, and finds a page that is open to all. */
  readonly visit: (path: string) => Promise<void>;
  /** What the browser complained about; a test ends with nothing in it. */
  readonly complaints: string[];
}

/**
 * The kinds of pages that axe has looked through in this run, in either worker: it takes most of a second. The folder goes with each run's results.
 */
const lookedThrough = {
  place: (kind: string) =>
    join(
      test.info().project.outputDir,
      "looked-through",
      createHash("sha1").update(`${test.info().project.name} ${kind}`).digest("hex"),
    ),
  has: (kind: string): boolean => existsSync(lookedThrough.place(kind)),
  /** Whether it had not been looked through until now. */
  async add(kind: string): Promise<boolean> {
    const place = lookedThrough.place(kind);
    await mkdir(dirname(place), { recursive: true });
    try {
      await mkdir(place);
      return true;
    } catch (error) {
      // Only what the other worker looks through is left to it.
      if (existsSync(place)) return false;
      throw error;
    }
  },
};

/** `/plan/actions/0192…/modifier/how` is the same kind of page for every action. */
export const kindOfPage = (address: string): string =>
  new URL(address).pathname
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ":id")
    .replace(/(competences)\/[^/]+\/[^/]+$/, "$1/:theme/:holder");

/** A journey, in a real browser, through an instance that was just built from nothing. */
export const test = base.extend<Tools, { instance: string }>({
  instance: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from this pattern
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), "maillage-e2e-"));
      const port = await freePort();
      const server = spawn(process.execPath, ["--import", stopWithParent, "dist/server/server.js"], {
        env: {
          ...process.env,
          MAILLAGE_DATA: folder,
          PORT: String(port),
          HOST: "localhost",
          DATABASE_URL: "",
          MAILLAGE_DEMO: "on",
        },
        stdio: ["ignore", "pipe", "inherit", "ipc"],
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
  baseURL: async ({ instance }, use) => use(instance),
  // eslint-disable-next-line no-empty-pattern -- see above
  at: async ({}, use) => use((path) => `/porte-des-vosges-meridionales${path}`),
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      context.on("console", (message) => {
        // A page that says no has a status that says so.
        const isAnswer = /status of (401|403|404|409|422)/.test(message.text());
        if (message.type() === "error" && !isAnswer) complaints.push(message.text());
      });
      context.on("weberror", (error) => complaints.push(error.error().message));
      await use(complaints);
      expect(complaints, "what the browser complained about").toEqual([]);
    },
    { auto: true },
  ],
  enterAs: async ({ page }, use) =>
    use(async (visitor, seen = page) => {
      await seen.goto("/demonstration");
      await seen.locator(`form[id^="as-${visitor}"] .button`).first().click();
      await expect(seen).toHaveURL(/accueil|instance/);
    }),
  expectOpenToAll: async ({ page, javaScriptEnabled }, use) =>
    use(async (moment = "", seen = page) => {
      // A page that has just been asked for may not have its first element yet.
      await seen.locator("main").waitFor();
      await seen.waitForLoadState("load");
      const overflow = await seen.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, `${seen.url()} scrolls sideways`).toBeLessThanOrEqual(0);
      const hasErrors = (await seen.getByRole("alert").count()) > 0;
      const kind = `${kindOfPage(seen.url())} ${moment} ${hasErrors ? "errors" : ""}`;
      if (!(await lookedThrough.add(kind))) return;
      // Axe is itself a script of the page: where scripts are off, the same HTML is looked through with them on.
      if (!javaScriptEnabled) return;
      // What was found well is not described, nor brought together in a page of its own: both cost more than the looking.
      const { violations } = await new AxeBuilder({ page: seen })
        .options({ resultTypes: ["violations"] })
        .setLegacyMode(true)
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        .analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
      expect(found, `obstacles at ${seen.url()}`).toEqual([]);
    }),
  // eslint-disable-next-line no-empty-pattern -- see above
  isLookedThrough: async ({}, use) => use((address) => lookedThrough.has(`${kindOfPage(address)}  `)),
  visit: async ({ page, expectOpenToAll }, use) =>
    use(async (path) => {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(200);
      await expectOpenToAll();
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

async function readyAddress(output: NodeJS.ReadableStream | null): Promise<string> {
  if (output === null) throw new Error("the instance is not heard");
  for await (const line of createInterface({ input: output })) {
    const address = /^Maillage est prêt : (\S+)$/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error("the instance did not open");
}

export { expect };
