import type { OsmBlock, OsmKind, OsmMember, OsmRelation, OsmWay, Tags } from "./elements.ts";
import { countOf, Malformed, Wire, type Span } from "./wire.ts";

/**
 * Reads a block of primitives (https://wiki.openstreetmap.org/wiki/PBF_Format): the elements of the kinds wanted; groups of others are
 * not looked into.
 *
 * @throws Malformed when the bytes are not such a block.
 */
export function primitiveBlock(bytes: Uint8Array, wanted: ReadonlySet<OsmKind>): OsmBlock {
  const groups: Span[] = [];
  let texts: readonly Span[] = [];
  let [granularity, latOffset, lonOffset] = [100, 0, 0];
  const wire = new Wire(bytes);
  while (!wire.isDone)
    switch (wire.field()) {
      case 1:
        texts = textSpans(bytes, wire.span());
        break;
      case 2:
        groups.push(wire.span());
        break;
      case 17:
        granularity = wire.unsigned();
        break;
      case 19:
        latOffset = wire.signed();
        break;
      case 20:
        lonOffset = wire.signed();
        break;
      default:
        wire.skip();
    }
  const block = new Block(bytes, texts, { granularity, latOffset, lonOffset });
  for (const group of groups) block.read(group, wanted);
  return block.done();
}

function textSpans(bytes: Uint8Array, span: Span): readonly Span[] {
  const spans: Span[] = [];
  const wire = new Wire(bytes, span);
  while (!wire.isDone) {
    if (wire.field() === 1) spans.push(wire.span());
    else wire.skip();
  }
  return spans;
}

interface Scale {
  /** Billionths of a degree. */
  readonly granularity: number;
  readonly latOffset: number;
  readonly lonOffset: number;
}

interface NodeList {
  readonly ids: Float64Array;
  readonly lon: Int32Array;
  readonly lat: Int32Array;
  readonly tags: Map<number, Tags>;
}

class Block {
  readonly #bytes: Uint8Array;
  readonly #texts: readonly Span[];
  readonly #read: (string | undefined)[] = [];
  readonly #scale: Scale;
  readonly #nodes: NodeList[] = [];
  readonly #ways: OsmWay[] = [];
  readonly #relations: OsmRelation[] = [];

  constructor(bytes: Uint8Array, texts: readonly Span[], scale: Scale) {
    this.#bytes = bytes;
    this.#texts = texts;
    this.#scale = scale;
  }

  read(group: Span, wanted: ReadonlySet<OsmKind>): void {
    const wire = new Wire(this.#bytes, group);
    while (!wire.isDone) {
      const field = wire.field();
      if (field === 1 && wanted.has("node")) this.#nodes.push(this.#node(wire.span()));
      else if (field === 2 && wanted.has("node")) this.#nodes.push(this.#denseNodes(wire.span()));
      else if (field === 3 && wanted.has("way")) this.#ways.push(this.#way(wire.span()));
      else if (field === 4 && wanted.has("relation")) this.#relations.push(this.#relation(wire.span()));
      else wire.skip();
    }
  }

  done(): OsmBlock {
    return { nodes: merged(this.#nodes), ways: this.#ways, relations: this.#relations };
  }

  #node(span: Span): NodeList {
    let [id, lat, lon] = [0, 0, 0];
    let [keys, values]: [readonly number[], readonly number[]] = [[], []];
    const wire = new Wire(this.#bytes, span);
    while (!wire.isDone)
      switch (wire.field()) {
        case 1:
          id = wire.zigzag();
          break;
        case 2:
          keys = this.#unsigneds(wire.span());
          break;
        case 3:
          values = this.#unsigneds(wire.span());
          break;
        case 8:
          lat = wire.zigzag();
          break;
        case 9:
          lon = wire.zigzag();
          break;
        default:
          wire.skip();
      }
    const tags = this.#tags(keys, values);
    return {
      ids: Float64Array.of(id),
      lon: Int32Array.of(this.#lon(lon)),
      lat: Int32Array.of(this.#lat(lat)),
      tags: new Map(tags.size === 0 ? [] : [[0, tags]]),
    };
  }

  #denseNodes(span: Span): NodeList {
    const nothing: Span = { at: 0, end: 0 };
    let [ids, lats, lons, words] = [nothing, nothing, nothing, nothing];
    const wire = new Wire(this.#bytes, span);
    while (!wire.isDone)
      switch (wire.field()) {
        case 1:
          ids = wire.span();
          break;
        case 8:
          lats = wire.span();
          break;
        case 9:
          lons = wire.span();
          break;
        case 10:
          words = wire.span();
          break;
        default:
          wire.skip();
      }
    const id = this.#deltas(ids);
    const lon = this.#deltas(lons);
    const lat = this.#deltas(lats);
    if (lon.length !== id.length || lat.length !== id.length) throw new Malformed("As many ids as places");
    return {
      ids: id,
      lon: Int32Array.from(lon, (value) => this.#lon(value)),
      lat: Int32Array.from(lat, (value) => this.#lat(value)),
      tags: this.#denseTags(words, id.length),
    };
  }

  /** Keys and values of each node in turn, a zero after those of each. */
  #denseTags(span: Span, nodes: number): Map<number, Tags> {
    const tags = new Map<number, Tags>();
    const wire = new Wire(this.#bytes, span);
    for (let node = 0; !wire.isDone; node++) {
      if (node >= nodes) throw new Malformed("Tags of a node that is not there");
      const own = this.#nextTags(wire);
      if (own.length > 0) tags.set(node, new Map(own));
    }
    return tags;
  }

  #nextTags(wire: Wire): readonly (readonly [string, string])[] {
    const own: (readonly [string, string])[] = [];
    while (!wire.isDone) {
      const key = wire.unsigned();
      if (key === 0) break;
      own.push([this.#text(key), this.#text(wire.unsigned())]);
    }
    return own;
  }

  #way(span: Span): OsmWay {
    let id = 0;
    let nodes = new Float64Array();
    let [keys, values]: [readonly number[], readonly number[]] = [[], []];
    const wire = new Wire(this.#bytes, span);
    while (!wire.isDone)
      switch (wire.field()) {
        case 1:
          id = wire.signed();
          break;
        case 2:
          keys = this.#unsigneds(wire.span());
          break;
        case 3:
          values = this.#unsigneds(wire.span());
          break;
        case 8:
          nodes = this.#deltas(wire.span());
          break;
        default:
          wire.skip();
      }
    return { id, nodes, tags: this.#tags(keys, values) };
  }

  #relation(span: Span): OsmRelation {
    let id = 0;
    let ids = new Float64Array();
    let [keys, values]: [readonly number[], readonly number[]] = [[], []];
    let [roles, kinds]: [readonly number[], readonly number[]] = [[], []];
    const wire = new Wire(this.#bytes, span);
    while (!wire.isDone)
      switch (wire.field()) {
        case 1:
          id = wire.signed();
          break;
        case 2:
          keys = this.#unsigneds(wire.span());
          break;
        case 3:
          values = this.#unsigneds(wire.span());
          break;
        case 8:
          roles = this.#unsigneds(wire.span());
          break;
        case 9:
          ids = this.#deltas(wire.span());
          break;
        case 10:
          kinds = this.#unsigneds(wire.span());
          break;
        default:
          wire.skip();
      }
    if (roles.length !== ids.length || kinds.length !== ids.length) throw new Malformed("As many members as roles");
    const members = Array.from(ids, (member, at): OsmMember => ({
      kind: kindOf(kinds[at] ?? 0),
      id: member,
      role: this.#text(roles[at] ?? 0),
    }));
    return { id, members, tags: this.#tags(keys, values) };
  }

  #tags(keys: readonly number[], values: readonly number[]): Tags {
    if (keys.length !== values.length) throw new Malformed("As many keys as values");
    return new Map(keys.map((key, at) => [this.#text(key), this.#text(values[at] ?? 0)]));
  }

  #text(index: number): string {
    const known = this.#read[index];
    if (known !== undefined) return known;
    const span = this.#texts[index];
    if (span === undefined) throw new Malformed("A text that is not in the table");
    const text = decoder.decode(this.#bytes.subarray(span.at, span.end));
    this.#read[index] = text;
    return text;
  }

  #unsigneds(span: Span): readonly number[] {
    const values: number[] = [];
    const wire = new Wire(this.#bytes, span);
    while (!wire.isDone) values.push(wire.unsigned());
    return values;
  }

  /** Numbers written each as what it adds to the one before. */
  #deltas(span: Span): Float64Array<ArrayBuffer> {
    const values = new Float64Array(countOf(this.#bytes, span));
    const wire = new Wire(this.#bytes, span);
    let sum = 0;
    for (let at = 0; !wire.isDone; at++) {
      sum += wire.zigzag();
      values[at] = sum;
    }
    return values;
  }

  #lat(value: number): number {
    return degreeUnitsOf(this.#scale.latOffset + this.#scale.granularity * value, 90);
  }

  #lon(value: number): number {
    return degreeUnitsOf(this.#scale.lonOffset + this.#scale.granularity * value, 180);
  }
}

const decoder = new TextDecoder();

function degreeUnitsOf(billionths: number, most: number): number {
  if (!(Math.abs(billionths) <= most * 1e9)) throw new Malformed("A place that is not on Earth");
  return Math.round(billionths / 100);
}

function kindOf(number: number): OsmKind {
  if (number === 0) return "node";
  if (number === 1) return "way";
  if (number === 2) return "relation";
  throw new Malformed("A member of an unknown kind");
}

function merged(lists: readonly NodeList[]): OsmBlock["nodes"] {
  const [only] = lists;
  if (only !== undefined && lists.length === 1) return only;
  const count = lists.reduce((sum, { ids }) => sum + ids.length, 0);
  const [ids, lon, lat] = [new Float64Array(count), new Int32Array(count), new Int32Array(count)];
  const tags = new Map<number, Tags>();
  let at = 0;
  for (const list of lists) {
    ids.set(list.ids, at);
    lon.set(list.lon, at);
    lat.set(list.lat, at);
    for (const [place, own] of list.tags) tags.set(at + place, own);
    at += list.ids.length;
  }
  return { ids, lon, lat, tags };
}
