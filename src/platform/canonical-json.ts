import type { Plain } from "./history/model.ts";

/**
 * The one text of a piece of plain data: keys sorted by code point, strings in NFC, no space. Two pieces that say the
 * same have the same text, so that a hash of it can be compared in ten years.
 */
export function canonicalJson(value: Plain): string {
  if (typeof value === "string") return JSON.stringify(value.normalize("NFC"));
  if (typeof value === "number" && !Number.isFinite(value))
    throw new TypeError("a number that is not finite has no canonical text");
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const entries = Object.entries(value)
    .map(([key, each]) => [key.normalize("NFC"), each] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(",")}}`;
}

const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value);
