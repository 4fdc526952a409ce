import { crc32 } from "./crc32.ts";
import type { Network } from "./network.ts";

/** The file of a network is not what it should be; the message is a French sentence that says what to do. */
export class NetworkFileError extends Error {
  override readonly name = "NetworkFileError";
}

// A network file: 16 bytes (magic, version, length of the title, its checksum), the title in JSON, then its lists one after the other, each
// from a multiple of 8, little-endian, and last the checksum of all of them.
const magic = "MAILLNET";
const version = 1;
const opening = 20;

const lists = {
  nodeLon: "i32",
  nodeLat: "i32",
  from: "u32",
  to: "u32",
  length: "u32",
  forward: "u32",
  backward: "u32",
  shapeStarts: "u32",
  shapeLon: "i32",
  shapeLat: "i32",
  original: "u32",
  way: "f64",
} as const;
type ListName = keyof typeof lists;
const names = Object.keys(lists).filter((name): name is ListName => Object.hasOwn(lists, name));

/** A network as the bytes of a file. */
export function encodeNetwork(network: Network): Uint8Array {
  const title = new TextEncoder().encode(
    JSON.stringify({
      profile: network.profile,
      walkSpeed: network.walkSpeed,
      nodes: network.nodeLon.length,
      segments: network.from.length,
      bends: network.shapeLon.length,
    }),
  );
  const { at, end } = layout(title.length, network.nodeLon.length, network.from.length, network.shapeLon.length);
  const bytes = new Uint8Array(end + 4);
  bytes.set(new TextEncoder().encode(magic));
  bytes.set(title, opening);
  const view = new DataView(bytes.buffer);
  view.setUint32(8, version, true);
  view.setUint32(12, title.length, true);
  view.setUint32(16, crc32(title), true);
  for (const name of names) {
    const { buffer, byteOffset, byteLength } = network[name];
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at[name]);
  }
  view.setUint32(end, crc32(bytes.subarray(opening + title.length, end)), true);
  return bytes;
}

/**
 * The network of a file. Its lists are views of the bytes where these begin at a multiple of 8, which must then not change.
 *
 * @throws NetworkFileError when the file is empty, cut, damaged, of another version or of another kind.
 */
export function decodeNetwork(bytes: Uint8Array): Network {
  const isNetwork = bytes.length >= opening && new TextDecoder().decode(bytes.subarray(0, 8)) === magic;
  if (!isNetwork) throw new NetworkFileError("n’est pas un réseau de routes : créez-le avec « network build »");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const written = view.getUint32(8, true);
  if (written !== version)
    throw new NetworkFileError(
      `est un réseau de la version ${written}, et celle-ci est la ${version} : créez-le de nouveau avec « network build »`,
    );
  const damaged = new NetworkFileError("est coupé ou abîmé : créez-le de nouveau avec « network build »");
  const titleLength = view.getUint32(12, true);
  if (opening + titleLength > bytes.length) throw damaged;
  const title = bytes.subarray(opening, opening + titleLength);
  if (crc32(title) !== view.getUint32(16, true)) throw damaged;
  const read = titleOf(new TextDecoder().decode(title));
  if (read === undefined) throw damaged;
  const { at, end } = layout(titleLength, read.nodes, read.segments, read.bends);
  if (bytes.length !== end + 4 || crc32(bytes.subarray(opening + titleLength, end)) !== view.getUint32(end, true)) throw damaged;
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const list = (name: ListName): [ArrayBufferLike, number, number] => [
    aligned.buffer,
    aligned.byteOffset + at[name],
    count(name, read.nodes, read.segments, read.bends),
  ];
  const network: Network = {
    profile: read.profile,
    walkSpeed: read.walkSpeed,
    nodeLon: new Int32Array(...list("nodeLon")),
    nodeLat: new Int32Array(...list("nodeLat")),
    from: new Uint32Array(...list("from")),
    to: new Uint32Array(...list("to")),
    length: new Uint32Array(...list("length")),
    forward: new Uint32Array(...list("forward")),
    backward: new Uint32Array(...list("backward")),
    shapeStarts: new Uint32Array(...list("shapeStarts")),
    shapeLon: new Int32Array(...list("shapeLon")),
    shapeLat: new Int32Array(...list("shapeLat")),
    original: new Uint32Array(...list("original")),
    way: new Float64Array(...list("way")),
  };
  if (!isWhole(network)) throw damaged;
  return network;
}

interface Title {
  readonly profile: string;
  readonly walkSpeed: number;
  readonly nodes: number;
  readonly segments: number;
  readonly bends: number;
}

function titleOf(text: string): Title | undefined {
  const value: unknown = JSON.parse(text);
  const fields = new Map<string, unknown>(typeof value === "object" && value !== null ? Object.entries(value) : []);
  const [profile, walkSpeed] = [fields.get("profile"), fields.get("walkSpeed")];
  const [nodes, segments, bends] = [fields.get("nodes"), fields.get("segments"), fields.get("bends")];
  return typeof profile === "string" && isPositive(walkSpeed) && isCount(nodes) && isCount(segments) && isCount(bends)
    ? { profile, walkSpeed, nodes, segments, bends }
    : undefined;
}

const isPositive = (value: unknown): value is number => typeof value === "number" && value > 0;
const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0 && Number(value) < 2 ** 31;

/** Whether its lists name nodes, bends and segments that exist. */
function isWhole({ nodeLon, from, to, shapeStarts, shapeLon, original }: Network): boolean {
  for (const ends of [from, to]) for (const node of ends) if (node >= nodeLon.length) return false;
  for (let segment = 0; segment < original.length; segment++) {
    if ((original[segment] ?? 0) > segment) return false;
    if ((shapeStarts[segment] ?? 0) > (shapeStarts[segment + 1] ?? 0)) return false;
  }
  return shapeStarts[original.length] === shapeLon.length;
}

const start = (titleLength: number): number => Math.ceil((opening + titleLength) / 8) * 8;

function count(name: ListName, nodes: number, segments: number, bends: number): number {
  if (name === "nodeLon" || name === "nodeLat") return nodes;
  if (name === "shapeLon" || name === "shapeLat") return bends;
  return name === "shapeStarts" ? segments + 1 : segments;
}

/** Where each list begins, and where the last ends. */
function layout(titleLength: number, nodes: number, segments: number, bends: number) {
  let end = start(titleLength);
  const at = {
    nodeLon: 0,
    nodeLat: 0,
    from: 0,
    to: 0,
    length: 0,
    forward: 0,
    backward: 0,
    shapeStarts: 0,
    shapeLon: 0,
    shapeLat: 0,
    original: 0,
    way: 0,
  };
  for (const name of names) {
    at[name] = end;
    end += Math.ceil((count(name, nodes, segments, bends) * (lists[name] === "f64" ? 8 : 4)) / 8) * 8;
  }
  return { at, end };
}
