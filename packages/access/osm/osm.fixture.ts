import { deflateSync, gzipSync } from "node:zlib";
import type { OsmBlock, OsmSource } from "./elements.ts";

/** A small map: what a test writes in both formats, and reads back. */
export interface SmallMap {
  readonly nodes: readonly { readonly id: number; readonly lon: number; readonly lat: number; readonly tags: Words }[];
  readonly ways: readonly { readonly id: number; readonly nodes: readonly number[]; readonly tags: Words }[];
  readonly relations: readonly {
    readonly id: number;
    readonly members: readonly { readonly kind: "node" | "way" | "relation"; readonly id: number; readonly role: string }[];
    readonly tags: Words;
  }[];
}
type Words = readonly (readonly [key: string, value: string])[];

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function varint(value: number): readonly number[] {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return [...bytes, Number(rest)];
}
const zigzag = (value: number): readonly number[] => varint(value < 0 ? -2 * value - 1 : 2 * value);
const field = (number: number, value: number): readonly number[] => [...varint(number * 8), ...varint(value)];
const span = (number: number, bytes: ArrayLike<number>): readonly number[] => [
  ...varint(number * 8 + 2),
  ...varint(bytes.length),
  ...Array.from(bytes),
];
const packed = (number: number, values: readonly number[], write = varint): readonly number[] =>
  span(number, values.flatMap(write));
const deltas = (values: readonly number[]): readonly number[] => values.map((value, at) => value - (values[at - 1] ?? 0));

/** The blob of a block, compressed or not, after its header. */
export function blob(type: string, content: Uint8Array, packing: "raw" | "zlib" = "zlib"): readonly number[] {
  const body = packing === "raw" ? span(1, content) : [...field(2, content.length), ...span(3, deflateSync(content))];
  const header = [...span(1, bytesOf(type)), ...field(3, body.length)];
  return [0, 0, 0, header.length, ...header, ...body];
}

export const header = (...features: readonly string[]): Uint8Array =>
  Uint8Array.from(features.flatMap((feature) => span(4, bytesOf(feature))));

/** A map as a PBF file: a block a kind, nodes packed or one by one. */
export function pbfOf({ nodes, ways, relations }: SmallMap, layout: "dense" | "plain" = "dense"): Uint8Array {
  const words = [""];
  const word = (text: string): number => {
    const known = words.indexOf(text, 1);
    if (known > 0) return known;
    words.push(text);
    return words.length - 1;
  };
  const tagFields = (tags: Words): readonly number[] => [
    ...packed(
      2,
      tags.map(([key]) => word(key)),
    ),
    ...packed(
      3,
      tags.map(([, value]) => word(value)),
    ),
  ];
  const dense = (): readonly number[] => [
    ...packed(1, deltas(nodes.map(({ id }) => id)), zigzag),
    ...packed(8, deltas(nodes.map(({ lat }) => lat)), zigzag),
    ...packed(9, deltas(nodes.map(({ lon }) => lon)), zigzag),
    ...packed(
      10,
      nodes.flatMap(({ tags }) => [...tags.flatMap(([key, value]) => [word(key), word(value)]), 0]),
    ),
  ];
  const plain = (): readonly number[] =>
    nodes.flatMap(({ id, lat, lon, tags }) =>
      span(1, [...varint(8), ...zigzag(id), ...tagFields(tags), ...varint(64), ...zigzag(lat), ...varint(72), ...zigzag(lon)]),
    );
  const kinds = ["node", "way", "relation"];
  const groups = [
    layout === "dense" ? span(2, dense()) : plain(),
    ways.flatMap(({ id, nodes: refs, tags }) =>
      span(3, [...field(1, id), ...tagFields(tags), ...packed(8, deltas(refs), zigzag)]),
    ),
    relations.flatMap(({ id, members, tags }) =>
      span(4, [
        ...field(1, id),
        ...tagFields(tags),
        ...packed(
          8,
          members.map(({ role }) => word(role)),
        ),
        ...packed(9, deltas(members.map((member) => member.id)), zigzag),
        ...packed(
          10,
          members.map(({ kind }) => kinds.indexOf(kind)),
        ),
      ]),
    ),
  ];
  const strings = words.flatMap((text) => span(1, bytesOf(text)));
  return Uint8Array.from([
    ...blob("OSMHeader", header("OsmSchema-V0.6", "DenseNodes")),
    ...groups.flatMap((group, at) =>
      blob("OSMData", Uint8Array.from([...span(1, strings), ...span(2, group)]), at % 2 === 0 ? "zlib" : "raw"),
    ),
  ]);
}

const escaped = (text: string): string => text.replace(/[&<>"\n\t\r]/g, (letter) => `&#${letter.codePointAt(0) ?? 0};`);

/** A map as OpenStreetMap's XML. */
export function xmlOf({ nodes, ways, relations }: SmallMap): string {
  const tagLines = (tags: Words): string =>
    tags.map(([key, value]) => `<tag k="${escaped(key)}" v="${escaped(value)}"/>`).join("");
  return [
    '<?xml version="1.0" encoding="UTF-8"?><osm version="0.6">',
    ...nodes.map(
      ({ id, lon, lat, tags }) =>
        `<node id="${id}" lat="${(lat / 1e7).toFixed(7)}" lon="${(lon / 1e7).toFixed(7)}">${tagLines(tags)}</node>`,
    ),
    ...ways.map(
      ({ id, nodes: refs, tags }) => `<way id="${id}">${refs.map((ref) => `<nd ref="${ref}"/>`).join("")}${tagLines(tags)}</way>`,
    ),
    ...relations.map(
      ({ id, members, tags }) =>
        `<relation id="${id}">${members
          .map((member) => `<member type="${member.kind}" ref="${member.id}" role="${escaped(member.role)}"/>`)
          .join("")}${tagLines(tags)}</relation>`,
    ),
    "</osm>\n",
  ].join("\n");
}

export const gzipped = (text: string): Uint8Array => gzipSync(text);

/** A file whose bytes come in pieces of one length. */
export const opened = (bytes: Uint8Array, piece = 4_096) =>
  async function* (): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += piece) yield await Promise.resolve(bytes.slice(at, at + piece));
  };

/** All that a source holds. */
export async function mapIn(source: OsmSource): Promise<SmallMap> {
  const blocks: OsmBlock[] = [];
  for await (const block of source.blocks(new Set(["node", "way", "relation"]))) blocks.push(block);
  return {
    nodes: blocks.flatMap(({ nodes }) =>
      Array.from(nodes.ids, (id, at) => ({
        id,
        lon: nodes.lon[at] ?? Number.NaN,
        lat: nodes.lat[at] ?? Number.NaN,
        tags: [...(nodes.tags.get(at) ?? [])],
      })),
    ),
    ways: blocks.flatMap(({ ways }) => ways.map(({ id, nodes, tags }) => ({ id, nodes: [...nodes], tags: [...tags] }))),
    relations: blocks.flatMap(({ relations }) => relations.map(({ id, members, tags }) => ({ id, members, tags: [...tags] }))),
  };
}
