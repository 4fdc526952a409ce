import { crc32 } from "./crc32.ts";

const bytesOf = { i32: 4, u32: 4, f64: 8 } as const;
type Kind = keyof typeof bytesOf;
export type List = Int32Array | Uint32Array | Float64Array;

/** What a file of lists is: eight letters that begin it, and the version of what they hold. */
export interface Form {
  readonly magic: string;
  readonly version: number;
}

/** The bytes are not a file of lists as expected. */
export class ListsError extends Error {
  override readonly name = "ListsError";
  readonly why: "foreign" | "damaged" | { readonly version: number };

  constructor(why: ListsError["why"]) {
    super(typeof why === "string" ? `The file is ${why}.` : `The file is of version ${why.version}.`);
    this.why = why;
  }
}

// Magic and version, length of the title, its checksum; the title in JSON, which says what lists there are; then the lists one after the
// other, each from a multiple of 8, little-endian; last, the checksum of all of them.
const opening = 20;
const toWhole = (bytes: number): number => Math.ceil(bytes / 8) * 8;

/** Lists of numbers and a title as the bytes of one file, checksummed. */
export function encodeLists({ magic, version }: Form, title: object, lists: Readonly<Record<string, List>>): Uint8Array {
  const entries = Object.entries(lists);
  const told = { ...title, lists: entries.map(([name, list]) => [name, kindOf(list), list.length]) };
  const head = new TextEncoder().encode(JSON.stringify(told));
  const begin = toWhole(opening + head.length);
  const end = entries.reduce((at, [, { byteLength }]) => at + toWhole(byteLength), begin);
  const bytes = new Uint8Array(end + 4);
  bytes.set(new TextEncoder().encode(magic));
  bytes.set(head, opening);
  const view = new DataView(bytes.buffer);
  view.setUint32(8, version, true);
  view.setUint32(12, head.length, true);
  view.setUint32(16, crc32(head), true);
  let at = begin;
  for (const [, { buffer, byteOffset, byteLength }] of entries) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += toWhole(byteLength);
  }
  view.setUint32(end, crc32(bytes.subarray(opening + head.length, end)), true);
  return bytes;
}

/**
 * The title and the lists of a file. The lists are views of the bytes where these begin at a multiple of 8, which must then not change.
 *
 * @throws ListsError when the bytes are something else, of another version, cut or changed.
 */
export function decodeLists({ magic, version }: Form, bytes: Uint8Array): Lists {
  if (bytes.length < opening || new TextDecoder().decode(bytes.subarray(0, 8)) !== magic) throw new ListsError("foreign");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const written = view.getUint32(8, true);
  if (written !== version) throw new ListsError({ version: written });
  const damaged = new ListsError("damaged");
  const headLength = view.getUint32(12, true);
  if (opening + headLength + 4 > bytes.length) throw damaged;
  const head = bytes.subarray(opening, opening + headLength);
  if (crc32(head) !== view.getUint32(16, true)) throw damaged;
  const title = fieldsOf(JSON.parse(new TextDecoder().decode(head)));
  const described = title.get("lists");
  if (!Array.isArray(described) || !described.every(isDescription)) throw damaged;
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const lists = new Map<string, List>();
  let at = toWhole(opening + headLength);
  for (const [name, kind, length] of described) {
    const next = at + toWhole(length * bytesOf[kind]);
    if (next + 4 > bytes.length) throw damaged;
    lists.set(name, viewOf(kind, aligned, at, length));
    at = next;
  }
  if (bytes.length !== at + 4 || crc32(bytes.subarray(opening + headLength, at)) !== view.getUint32(at, true)) throw damaged;
  return new Lists(title, lists);
}

/** What a file holds: each list is asked for by its name, its kind and how long it must be. */
export class Lists {
  readonly title: ReadonlyMap<string, unknown>;
  readonly #lists: ReadonlyMap<string, List>;

  constructor(title: ReadonlyMap<string, unknown>, lists: ReadonlyMap<string, List>) {
    this.title = title;
    this.#lists = lists;
  }

  /** @throws ListsError as `u32`. */
  i32(name: string, length?: number): Int32Array {
    const list = this.#long(name, length);
    if (list instanceof Int32Array) return list;
    throw new ListsError("damaged");
  }

  /**
   * @param length what it must be, when that is known.
   * @throws ListsError when there is no such list, or it is longer or shorter.
   */
  u32(name: string, length?: number): Uint32Array {
    const list = this.#long(name, length);
    if (list instanceof Uint32Array) return list;
    throw new ListsError("damaged");
  }

  /** @throws ListsError as `u32`. */
  f64(name: string, length?: number): Float64Array {
    const list = this.#long(name, length);
    if (list instanceof Float64Array) return list;
    throw new ListsError("damaged");
  }

  #long(name: string, length: number | undefined): List | undefined {
    const list = this.#lists.get(name);
    return length === undefined || list?.length === length ? list : undefined;
  }
}

function kindOf(list: List): Kind {
  if (list instanceof Int32Array) return "i32";
  return list instanceof Uint32Array ? "u32" : "f64";
}

function viewOf(kind: Kind, { buffer, byteOffset }: Uint8Array, at: number, length: number): List {
  if (kind === "i32") return new Int32Array(buffer, byteOffset + at, length);
  return kind === "u32" ? new Uint32Array(buffer, byteOffset + at, length) : new Float64Array(buffer, byteOffset + at, length);
}

const fieldsOf = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map<string, unknown>(typeof value === "object" && value !== null ? Object.entries(value) : []);

function isDescription(value: unknown): value is readonly [string, Kind, number] {
  if (!Array.isArray(value)) return false;
  const parts: readonly unknown[] = value;
  const [name, kind, length] = parts;
  return typeof name === "string" && typeof kind === "string" && Object.hasOwn(bytesOf, kind) && isCount(length);
}

const isCount = (value: unknown): boolean =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 2 ** 31;
