import { SaxesParser, type SaxesAttributePlain } from "saxes";
import { Chunks } from "./chunks.ts";
import { OsmFileError, type OsmBlock, type OsmKind, type OsmMember, type OsmSource } from "./elements.ts";
import { inflatedChunks, NotInflated } from "./inflate.ts";
import type { Open } from "./pbf.ts";

const elementsABlock = 8_000;
// A real map shrinks ten to twenty times; a bomb, a thousand times.
const mostGrowth = 200;
const growthFrom = 64 * 1_024 * 1_024;

/**
 * Reads a file in OpenStreetMap's XML (https://wiki.openstreetmap.org/wiki/OSM_XML), compressed by gzip or not, as it comes.
 *
 * @param name what its sentences call the file.
 */
export function xmlSource(open: Open, name: string): OsmSource {
  return {
    async *blocks(wanted) {
      const document = new OsmDocument(name, wanted);
      const text = new TextDecoder("utf-8", { fatal: true });
      try {
        for await (const bytes of plain(open, name)) {
          document.read(decoded(text, bytes, name));
          if (document.held >= elementsABlock) yield document.take();
        }
        document.read(decoded(text, undefined, name));
        document.end();
      } catch (error) {
        if (!(error instanceof NotInflated)) throw error;
        throw new OsmFileError(`${name} est coupé ou abîmé : téléchargez-le de nouveau.`);
      }
      yield document.take();
    },
  };
}

/** `bytes`: undefined at the end, where half a letter may be left. */
function decoded(text: TextDecoder, bytes: Uint8Array | undefined, name: string): string {
  try {
    return text.decode(bytes, { stream: bytes !== undefined });
  } catch {
    throw new OsmFileError(`${name} n’est pas en UTF-8 : donnez un fichier .osm tel qu’OpenStreetMap l’écrit.`);
  }
}

async function* plain(open: Open, name: string): AsyncGenerator<Uint8Array> {
  const start = new Chunks(open());
  const first = await start.take(2);
  await start.close();
  if (!(first[0] === 0x1f && first[1] === 0x8b)) {
    yield* open();
    return;
  }
  let [read, grown] = [0, 0];
  async function* counted(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for await (const chunk of open()) {
      read += chunk.length;
      yield new Uint8Array(chunk);
    }
  }
  for await (const chunk of inflatedChunks(counted(), "gzip")) {
    grown += chunk.length;
    if (grown > growthFrom && grown > read * mostGrowth)
      throw new OsmFileError(`${name} gonfle plus de ${mostGrowth} fois : ce n’est pas une carte ; téléchargez-la de nouveau.`);
    yield chunk;
  }
}

interface Node {
  readonly kind: "node";
  readonly id: number;
  readonly lon: number;
  readonly lat: number;
  readonly tags: Map<string, string>;
}
interface Way {
  readonly kind: "way";
  readonly id: number;
  readonly nodes: number[];
  readonly tags: Map<string, string>;
}
interface Relation {
  readonly kind: "relation";
  readonly id: number;
  readonly members: OsmMember[];
  readonly tags: Map<string, string>;
}

type Attributes = Readonly<Record<string, string>>;

/** A document as its elements are closed, handed over by blocks. */
class OsmDocument {
  readonly #name: string;
  readonly #wanted: ReadonlySet<OsmKind>;
  readonly #parser = new SaxesParser();
  #depth = 0;
  #open: Node | Way | Relation | undefined;
  #nodes: Node[] = [];
  #ways: Way[] = [];
  #relations: Relation[] = [];

  constructor(name: string, wanted: ReadonlySet<OsmKind>) {
    this.#name = name;
    this.#wanted = wanted;
    this.#parser.on("doctype", () => {
      throw this.#refusal("les définitions de document (DOCTYPE) sont refusées");
    });
    this.#parser.on("error", () => {
      throw this.#refusal("le fichier est coupé ou n’est pas du XML");
    });
    this.#parser.on("opentag", ({ name: tag, attributes }) => {
      this.#start(tag, plainAttributes(attributes));
    });
    this.#parser.on("closetag", ({ name: tag }) => {
      this.#depth -= 1;
      if (tag === this.#open?.kind) this.#close();
    });
  }

  get held(): number {
    return this.#nodes.length + this.#ways.length + this.#relations.length;
  }

  read(text: string): void {
    this.#parser.write(text);
  }

  end(): void {
    this.#parser.close();
  }

  take(): OsmBlock {
    const [nodes, ways, relations] = [this.#nodes, this.#ways, this.#relations];
    [this.#nodes, this.#ways, this.#relations] = [[], [], []];
    return {
      nodes: {
        ids: Float64Array.from(nodes, ({ id }) => id),
        lon: Int32Array.from(nodes, ({ lon }) => lon),
        lat: Int32Array.from(nodes, ({ lat }) => lat),
        tags: new Map(nodes.flatMap(({ tags }, at) => (tags.size > 0 ? [[at, tags] as const] : []))),
      },
      ways: ways.map(({ id, nodes: refs, tags }) => ({ id, nodes: Float64Array.from(refs), tags })),
      relations: relations.map(({ id, members, tags }) => ({ id, members, tags })),
    };
  }

  #start(tag: string, attributes: Attributes): void {
    this.#depth += 1;
    if (this.#depth === 1 && tag !== "osm") throw this.#refusal(`la racine est <${tag}>, et celle d’une carte est <osm>`);
    // What is not wanted is passed over, and what is in it with it.
    if (this.#depth === 2) this.#open = this.#element(tag, attributes);
    const open = this.#open;
    if (this.#depth !== 3 || open === undefined) return;
    if (tag === "tag") open.tags.set(this.#text(attributes, "k"), this.#text(attributes, "v"));
    else if (tag === "nd" && open.kind === "way") open.nodes.push(this.#whole(attributes, "ref"));
    else if (tag === "member" && open.kind === "relation")
      open.members.push({
        kind: this.#kind(attributes),
        id: this.#whole(attributes, "ref"),
        role: attributes["role"] ?? "",
      });
  }

  #element(tag: string, attributes: Attributes): Node | Way | Relation | undefined {
    // Changes and deletions of an editor: what is deleted is not there.
    if (attributes["action"] === "delete" || attributes["visible"] === "false") return undefined;
    const tags = new Map<string, string>();
    if (tag === "node" && this.#wanted.has("node"))
      return {
        kind: "node",
        id: this.#whole(attributes, "id"),
        lon: this.#degrees(attributes, "lon", 180),
        lat: this.#degrees(attributes, "lat", 90),
        tags,
      };
    if (tag === "way" && this.#wanted.has("way")) return { kind: "way", id: this.#whole(attributes, "id"), nodes: [], tags };
    if (tag === "relation" && this.#wanted.has("relation"))
      return { kind: "relation", id: this.#whole(attributes, "id"), members: [], tags };
    return undefined;
  }

  #close(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open?.kind === "node") this.#nodes.push(open);
    else if (open?.kind === "way") this.#ways.push(open);
    else if (open?.kind === "relation") this.#relations.push(open);
  }

  #text(attributes: Attributes, name: string): string {
    const value = attributes[name];
    if (value === undefined) throw this.#refusal(`il manque l’attribut « ${name} »`);
    return value;
  }

  #whole(attributes: Attributes, name: string): number {
    const text = this.#text(attributes, name);
    const value = Number(text);
    if (!/^-?\d+$/.test(text) || !Number.isSafeInteger(value))
      throw this.#refusal(`« ${text} » n’est pas un nombre entier (attribut « ${name} »)`);
    return value;
  }

  #degrees(attributes: Attributes, name: string, most: number): number {
    const text = this.#text(attributes, name);
    const value = text.trim() === "" ? Number.NaN : Number(text);
    if (!(Math.abs(value) <= most)) throw this.#refusal(`« ${text} » n’est pas entre -${most} et ${most} (attribut « ${name} »)`);
    return Math.round(value * 1e7);
  }

  #kind(attributes: Attributes): OsmKind {
    const text = this.#text(attributes, "type");
    if (text === "node" || text === "way" || text === "relation") return text;
    throw this.#refusal(`« ${text} » n’est pas un type de membre`);
  }

  #refusal(what: string): OsmFileError {
    return new OsmFileError(
      `${this.#name}, ligne ${this.#parser.line} : ${what} ; donnez un fichier .osm tel qu’OpenStreetMap l’écrit.`,
    );
  }
}

const plainAttributes = (attributes: Readonly<Record<string, string | SaxesAttributePlain>>): Attributes =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, typeof value === "string" ? value : value.value]));
