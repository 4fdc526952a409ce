import { refuse, type Refusal } from "./refusal.ts";

/** What a file is by its own bytes; its name is only believed when the bytes say nothing. */
export type FileKind = { readonly kind: "zip" } | { readonly kind: "text" } | Refusal;

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, index) => bytes[at + index] === byte);
const ascii = (text: string): number[] => Array.from(text, (sign) => sign.charCodeAt(0));

const imageSignatures: readonly (readonly [readonly number[], number])[] = [
  [[0x89, ...ascii("PNG")], 0],
  [[0xff, 0xd8, 0xff], 0],
  [ascii("GIF8"), 0],
  [ascii("WEBP"), 8],
  [[...ascii("II"), 0x2a, 0], 0],
  [[...ascii("MM"), 0, 0x2a], 0],
  [ascii("ftyp"), 4],
];
const officeSignature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const extensionOf = (fileName: string): string => /\.[a-z0-9]{1,8}$/i.exec(fileName)?.[0].toLowerCase() ?? "";

/** Looks at the first bytes, and no further than it must. */
export function fileKind(bytes: Uint8Array, fileName: string): FileKind {
  if (bytes.length === 0) return refuse("empty");
  if (startsWith(bytes, [0x50, 0x4b])) return { kind: "zip" };
  if (startsWith(bytes, officeSignature)) return compoundFile(bytes, fileName);
  if (startsWith(bytes, ascii("%PDF"))) return refuse("pdf");
  if (imageSignatures.some(([signature, at]) => startsWith(bytes, signature, at))) return refuse("image");
  const extension = extensionOf(fileName);
  if (startsWith(bytes, ascii("BM")) && extension === ".bmp") return refuse("image");
  const head = bytes.subarray(0, 4_096);
  const wide = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  const text = new TextDecoder("windows-1252").decode(head).trimStart().toLowerCase();
  if (/^(?:\{\\rtf|<!doctype|<html|<\?xml|<svg)/.test(text))
    return refuse(text.includes("<svg") ? "image" : "other-type", { name: fileName });
  // Control bytes never stand in a table typed as text.
  if (!wide && head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)))
    return refuse("other-type", { name: fileName });
  if ([".xlsx", ".ods", ".xlsm"].includes(extension)) return refuse("corrupt");
  if (!["", ".csv", ".tsv", ".tab", ".txt", ".xls"].includes(extension)) return refuse("other-type", { name: fileName });
  return { kind: "text" };
}

/** The envelope of old Office files, which is also the envelope of new ones under a password. */
function compoundFile(bytes: Uint8Array, fileName: string): Refusal {
  const has = (name: string) => indexOfBytes(bytes, Array.from(name, (sign) => [sign.charCodeAt(0), 0]).flat());
  if (has("EncryptedPackage")) return refuse("password");
  if (has("Workbook") || has("Book")) return refuse("old-format", { extension: extensionOf(fileName) || ".xls" });
  return refuse("other-type", { name: fileName });
}

const indexOfBytes = (bytes: Uint8Array, wanted: readonly number[]): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(wanted));
