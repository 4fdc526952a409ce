import { readFile } from "node:fs/promises";
import { expect, type Download } from "@playwright/test";

/** The first bytes of the real thing: a page that says no begins otherwise. */
const beginnings = { pdf: "%PDF-", docx: "PK\u0003\u0004", xlsx: "PK\u0003\u0004", ods: "PK\u0003\u0004", zip: "PK\u0003\u0004" };

/** What was downloaded is a file of this kind, and not an empty one. */
export async function expectFile(download: Download, kind: keyof typeof beginnings): Promise<void> {
  expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${kind}$`));
  const content = await readFile(await download.path());
  expect(content.subarray(0, 5).toString("latin1")).toContain(beginnings[kind]);
  expect(content.length).toBeGreaterThan(2_000);
}
