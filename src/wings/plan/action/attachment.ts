export const maxAttachmentBytes = 15 * 1024 * 1024;

/** How the first bytes of a kind of file begin. `text`: any bytes but zeros. */
type Signature = readonly string[] | "text";
const zip = ["504b0304"];
const ole = ["d0cf11e0a1b11ae1"];

/** Files that people attach to a fiche: office documents without macros, PDF, pictures. Nothing that a browser or a desktop would run. */
const kinds: ReadonlyMap<string, { readonly mediaType: string; readonly begins: Signature }> = new Map([
  ["pdf", { mediaType: "application/pdf", begins: ["25504446"] }],
  ["odt", { mediaType: "application/vnd.oasis.opendocument.text", begins: zip }],
  ["ods", { mediaType: "application/vnd.oasis.opendocument.spreadsheet", begins: zip }],
  ["odp", { mediaType: "application/vnd.oasis.opendocument.presentation", begins: zip }],
  ["odg", { mediaType: "application/vnd.oasis.opendocument.graphics", begins: zip }],
  ["docx", { mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", begins: zip }],
  ["xlsx", { mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", begins: zip }],
  ["pptx", { mediaType: "application/vnd.openxmlformats-officedocument.presentationml.presentation", begins: zip }],
  ["doc", { mediaType: "application/msword", begins: ole }],
  ["xls", { mediaType: "application/vnd.ms-excel", begins: ole }],
  ["ppt", { mediaType: "application/vnd.ms-powerpoint", begins: ole }],
  ["rtf", { mediaType: "application/rtf", begins: ["7b5c727466"] }],
  ["csv", { mediaType: "text/csv", begins: "text" }],
  ["txt", { mediaType: "text/plain", begins: "text" }],
  ["png", { mediaType: "image/png", begins: ["89504e470d0a1a0a"] }],
  ["jpg", { mediaType: "image/jpeg", begins: ["ffd8ff"] }],
  ["jpeg", { mediaType: "image/jpeg", begins: ["ffd8ff"] }],
  ["gif", { mediaType: "image/gif", begins: ["47494638"] }],
  ["webp", { mediaType: "image/webp", begins: ["52494646"] }],
  ["tif", { mediaType: "image/tiff", begins: ["49492a00", "4d4d002a"] }],
  ["tiff", { mediaType: "image/tiff", begins: ["49492a00", "4d4d002a"] }],
  ["heic", { mediaType: "image/heic", begins: ["000000"] }],
]);

export const attachmentExtensions: readonly string[] = [...kinds.keys()];

export type Attachment =
  | { readonly kind: "accepted"; readonly mediaType: string }
  | { readonly kind: "refused"; readonly because: "empty" | "tooBig" | "unknownKind" | "notWhatItSays" };

/** Whether a file may be attached, by its name, its size and its first bytes: a name alone proves nothing. */
export function judgeAttachment(name: string, bytes: Uint8Array): Attachment {
  if (bytes.byteLength === 0) return { kind: "refused", because: "empty" };
  if (bytes.byteLength > maxAttachmentBytes) return { kind: "refused", because: "tooBig" };
  const known = kinds.get(/\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? "");
  if (known === undefined) return { kind: "refused", because: "unknownKind" };
  const { begins, mediaType } = known;
  const head = Buffer.from(bytes.subarray(0, 16)).toString("hex");
  const fits = begins === "text" ? !bytes.includes(0) : begins.some((signature) => head.startsWith(signature));
  return fits ? { kind: "accepted", mediaType } : { kind: "refused", because: "notWhatItSays" };
}
