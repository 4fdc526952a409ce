import type { Tx } from "../../../../platform/database/database.ts";
import { lastSeq } from "../../../../platform/history/store.ts";
import type { TerritoryId } from "../../../../platform/model.ts";
import type { Directory, ServiceId } from "../../card/model.ts";
import { readLists, type Lists } from "../../card/names.ts";
import { directoryAt } from "../../card/store.ts";
import { publicCards, type Producer, type PublicCard } from "../data-inclusion/to-data-inclusion.ts";

/** The territory whose data it is, as far as its data says. */
export interface Publisher {
  readonly id: TerritoryId;
  readonly siren: string;
  readonly slug: string;
  readonly name: string;
}

/** What a territory gives to everyone: its published services, and what they are named from. */
export interface OpenData {
  readonly publisher: Publisher;
  /** Address of the directory: `https://ctg.example.fr/porte-des-vosges/annuaire`. */
  readonly address: string;
  readonly directory: Directory;
  readonly lists: Lists;
  readonly cards: readonly PublicCard[];
  readonly producer: Producer;
  /** Number of the last change of the territory: the same number, the same data. */
  readonly version: number;
}

// A directory as of an event never changes: what is public of it is sorted once.
const sorted = new WeakMap<Directory, readonly PublicCard[]>();

/** Published services in the order of their identifiers: the order in which pages are turned. */
function cardsOf(directory: Directory): readonly PublicCard[] {
  const known = sorted.get(directory);
  if (known !== undefined) return known;
  const cards = publicCards(directory).toSorted(({ service: a }, { service: b }) => (a.id < b.id ? -1 : 1));
  sorted.set(directory, cards);
  return cards;
}

/** What a directory opens to everyone, and how it is signed. */
export function openDataOf(
  parts: Pick<OpenData, "publisher" | "directory" | "lists" | "version"> & { readonly origin: string },
): OpenData {
  const { publisher, directory, lists, version, origin } = parts;
  const address = `${origin}/${publisher.slug}/annuaire`;
  const communes = new Map<string, string>(lists.communes.map(({ code, name }) => [code, name]));
  return {
    publisher,
    address,
    directory,
    lists,
    cards: cardsOf(directory),
    producer: {
      source: `maillage-${publisher.siren}`,
      pageOf: (id: ServiceId) => `${address}/services/${id}`,
      commune: (code) => communes.get(code),
    },
    version,
  };
}

/** Reads what a territory opens to everyone. */
export async function readOpenData(tx: Tx, publisher: Publisher, origin: string): Promise<OpenData> {
  const { directory } = await directoryAt(tx, publisher.id);
  return openDataOf({ publisher, origin, directory, lists: await readLists(tx), version: await lastSeq(tx) });
}
