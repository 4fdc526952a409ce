import { expect } from "vitest";
import { readSpreadsheet } from "./read-spreadsheet.ts";
import { type Refusal, sayRefusal } from "./refusal.ts";
import type { Sheet } from "./sheet.ts";

/** What the tests of this folder share: a file read, or refused, and nothing else. */
export const text = (value: string) => ({ kind: "text", text: value });
export const bytesOf = (value: string) => new TextEncoder().encode(value);

export async function sheetsOf(bytes: Uint8Array, name: string): Promise<readonly Sheet[]> {
  const read = await readSpreadsheet(bytes, name);
  if (read.kind === "refused") throw new Error(`refused: ${read.reason}`);
  return read.sheets;
}
export async function refusalFor(bytes: Uint8Array, name: string): Promise<Refusal> {
  const read = await readSpreadsheet(bytes, name);
  if (read.kind !== "refused") throw new Error("should have been refused");
  expect(sayRefusal(read, "fr")).not.toMatch(/[{}]/);
  return read;
}
