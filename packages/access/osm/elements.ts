/** The tags of an element, by key. */
export type Tags = ReadonlyMap<string, string>;

export interface OsmWay {
  readonly id: number;
  /** Ids of its nodes, in order; a double holds every id of OpenStreetMap exactly. */
  readonly nodes: Float64Array;
  readonly tags: Tags;
}

export interface OsmMember {
  readonly kind: OsmKind;
  readonly id: number;
  readonly role: string;
}

export interface OsmRelation {
  readonly id: number;
  readonly members: readonly OsmMember[];
  readonly tags: Tags;
}

/** What a reader hands over at once: one block of a PBF file, or a run of elements of an XML file. */
export interface OsmBlock {
  readonly nodes: {
    readonly ids: Float64Array;
    /** In 1e-7 degree, the resolution of OpenStreetMap. */
    readonly lon: Int32Array;
    readonly lat: Int32Array;
    /** By place in `ids`; only the nodes that have tags. */
    readonly tags: ReadonlyMap<number, Tags>;
  };
  readonly ways: readonly OsmWay[];
  readonly relations: readonly OsmRelation[];
}

export type OsmKind = "node" | "way" | "relation";

/**
 * A file of OpenStreetMap, that can be read again from its beginning as often as needed: ways are read before nodes,
 * so that only the nodes of roads are kept.
 */
export interface OsmSource {
  /** The blocks, with elements of the wanted kinds only; the others are passed over as cheaply as the format allows. */
  blocks(wanted: ReadonlySet<OsmKind>): AsyncIterable<OsmBlock>;
}

/** The file is not what it should be; the message is a French sentence that says where and what to do. */
export class OsmFileError extends Error {
  override readonly name = "OsmFileError";
}
