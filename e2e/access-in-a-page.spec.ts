import { expect, test } from "@playwright/test";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { territory, type Territory } from "./territory-in-a-page.ts";

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, "a computation is script");

test("a page finds the access of a territory without a server, as Node does", async ({ page }) => {
  test.setTimeout(240_000);
  const bundles = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL("territory-in-a-page.ts", import.meta.url)), formats: ["iife"], name: "access" },
    },
  });
  const [bundle] = [bundles].flat();
  if (bundle === undefined || !("output" in bundle)) throw new Error("Nothing was built.");
  await page.addScriptTag({ content: bundle.output[0].code });
  const found = await page.evaluate<Territory>("access.territory()");
  test.info().annotations.push({ type: "seconds", description: (found.ms / 1_000).toFixed(1) });
  expect(found.scores).toEqual(territory().scores);
  expect(found.scores.some((score) => score > 0)).toBe(true);
});
