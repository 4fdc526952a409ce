import type { Tx } from "../../../platform/database/database.ts";
import type { Lang } from "../../../platform/words.ts";
import type { Commune, Theme } from "../../territory/territories/model.ts";
import type { Organisation } from "../../territory/organisations/model.ts";
import { listCommunes, listThemes } from "../../territory/territories/store.ts";
import { listOrganisations } from "../../territory/organisations/store.ts";
import type { Directory } from "./model.ts";
import type { Place } from "../places/model.ts";

/** What cards name by an id, a key or a code. */
export interface Lists {
  readonly organisations: readonly Organisation[];
  readonly themes: readonly Theme[];
  readonly communes: readonly Commune[];
}

export async function readLists(tx: Tx): Promise<Lists> {
  return { organisations: await listOrganisations(tx), themes: await listThemes(tx), communes: await listCommunes(tx) };
}

export interface DirectoryNames {
  readonly organisation: (id: string) => string;
  readonly theme: (key: string) => string;
  readonly commune: (code: string) => string;
  readonly kind: (key: string) => string;
  /** What a parent calls a kind of service. */
  readonly plainKind: (key: string) => string;
  readonly place: (id: string) => string;
}

/** Names in a language; what is no longer there is shown by its key, never left out. */
export function directoryNamesOf(
  { organisations, themes, communes }: Lists,
  { kinds, places }: Pick<Directory, "kinds" | "places">,
  lang: Lang,
): DirectoryNames {
  const find = (pairs: readonly (readonly [string, string])[]) => {
    const map = new Map(pairs);
    return (key: string) => map.get(key) ?? key;
  };
  return {
    organisation: find(organisations.map(({ id, name, shortName }) => [id, shortName ?? name])),
    theme: find(themes.map(({ key, name }) => [key, name[lang]])),
    commune: find(communes.map(({ code, name }) => [code, name])),
    kind: find(kinds.map(({ key, name }) => [key, name[lang]])),
    plainKind: find(kinds.map(({ key, plain }) => [key, plain[lang]])),
    place: find([...places.values()].map(({ id, name }) => [id, name])),
  };
}

/** Where a place is, for a line of text: its commune of the territory, else its town. */
export const communeOf = ({ communeCode, town }: Pick<Place, "communeCode" | "town">, { communes }: Lists): string | null =>
  communes.find(({ code }) => code === communeCode)?.name ?? town;
