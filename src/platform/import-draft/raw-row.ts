/** A row as the file holds it, before anything is understood of it. Columns go by their headings. */
export type RawRow =
  | { readonly kind: "row"; readonly row: number; readonly fields: RawFields }
  | { readonly kind: "unreadable"; readonly row: number };

export type RawFields = Readonly<Record<string, unknown>>;

/** A cell as text, trimmed; `null` where nothing is written. Numbers that JSON wrote are text too. */
export function rawText(fields: RawFields, name: string): string | null {
  const value = fields[name];
  if (typeof value !== "string" && typeof value !== "number") return null;
  return clean(String(value)) || null;
}

/** Some producers write `\x20` for a space: read back. */
const clean = (text: string): string =>
  text.replace(/\\x([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).trim();

/** A code whose leading zeros a spreadsheet took away. */
export function rawCode(fields: RawFields, name: string, length: number): string | null {
  const text = rawText(fields, name)?.replace(/\s/g, "");
  if (text === undefined || text === "") return null;
  return /^\d+$/.test(text) ? text.padStart(length, "0") : text;
}
