import { defineConfig } from "@playwright/test";
import { findBrowser } from "./e2e/browser.ts";

const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 800 };

/**
 * The journeys can run four times: on a phone and at a desk, with script and without. The gate runs the two that differ most, `npm test -- deep` all.
 * Each worker has an instance of its own, which its journeys find as the others of their file left it.
 */
export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  workers: 2,
  fullyParallel: false,
  // Some journeys are long, and a busy machine is no fault of theirs.
  timeout: 240_000,
  expect: { timeout: 10_000 },
  reporter: process.env["CI"] ? [["list"], ["json", { outputFile: "test-results/journeys.json" }]] : [["list"]],
  use: {
    actionTimeout: 10_000,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    launchOptions: await findBrowser(),
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "desk", use: { viewport: desk } },
    { name: "phone", use: { viewport: phone, hasTouch: true } },
    { name: "desk-without-script", use: { viewport: desk, javaScriptEnabled: false } },
    { name: "phone-without-script", use: { viewport: phone, javaScriptEnabled: false } },
  ],
});
