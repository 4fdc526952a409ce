import { toStructure, type Producer } from "../data-inclusion/to-data-inclusion.ts";
import type { DiStructure } from "../data-inclusion/schema.ts";
import { PlaceFields, PlaceId } from "../../places/model.ts";
import type { Directory } from "../../card/model.ts";
import type { Link } from "./plan-import.ts";
import type { Recogniser } from "./recognise.ts";
import { nested } from "./said.ts";

const producer: Producer = { source: "", pageOf: () => "", commune: () => undefined };

/**
 * The structures of data·inclusion that services may name. As the file that brought them said them, where that is remembered: an
 * address corrected here does not move the services whose file still writes the old one.
 */
export class Structures {
  readonly #directory: Pick<Directory, "places">;
  readonly #recogniser: Recogniser;
  readonly #inFile = new Map<string, DiStructure>();
  #links = new Map<string, Link>();

  constructor(directory: Pick<Directory, "places">, recogniser: Recogniser) {
    this.#directory = directory;
    this.#recogniser = recogniser;
  }

  /** What earlier imports said of the structures that the next rows name. */
  know(links: Iterable<Link>): void {
    this.#links = new Map([...links].filter(({ kind }) => kind === "place").map((link) => [link.externalId, link]));
  }

  remember(structure: DiStructure): void {
    this.#inFile.set(structure.id, structure);
  }

  find(id: string): DiStructure | undefined {
    const inFile = this.#inFile.get(id);
    if (inFile !== undefined) return inFile;
    const [source = ""] = id.split("--");
    const link = this.#links.get(id);
    const place = link ? this.#directory.places.get(PlaceId.parse(link.objectId)) : this.#recogniser.place(source, id, {});
    if (place == null) return undefined;
    const said = link && PlaceFields.safeParse({ ...place, ...nested(link.said) });
    return { ...toStructure({ ...place, ...said?.data }, producer), id };
  }
}
