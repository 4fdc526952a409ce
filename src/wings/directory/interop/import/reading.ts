import type { Day } from "../../../../platform/model.ts";
import type { Lang } from "../../../../platform/words.ts";
import { fieldLabel } from "../../card/card-text.ts";
import type { ServiceKind } from "../../kinds/model.ts";
import type { DiStructure } from "../data-inclusion/schema.ts";
import { importWords } from "./words.ts";
import type { Entry, FeedRow, SaidPlace } from "./model.ts";
import { readSaid, splitPath, type Unread } from "./said.ts";

/** What rows are read by: the lists of the territory that they name things from. */
export interface Reading {
  readonly lang: Lang;
  readonly kinds: readonly ServiceKind[];
  readonly themes: readonly { readonly key: string; readonly name: string }[];
  readonly communes: readonly { readonly code: string; readonly name: string }[];
  readonly today: Day;
  /** A structure of data·inclusion that services may name: of the directory, or higher in the file. */
  readonly structure: (id: string) => DiStructure | undefined;
  readonly remember: (structure: DiStructure) => void;
}

type Raw = Readonly<Record<string, unknown>>;

interface RawEntry extends Pick<Entry, "row" | "source" | "placeRef" | "communeCode"> {
  readonly place: (Omit<SaidPlace, "said"> & { readonly raw: Raw }) | null;
  readonly service: (Omit<NonNullable<Entry["service"]>, "said"> & { readonly raw: Raw }) | null;
  readonly doubts?: readonly string[];
}

/** Without these there is nothing to keep. */
const needed = new Set(["name", "offer.name", "offer.kind"]);

/** Checks a row by the rules of places and cards: what can't be read is left aside and said; without its name, the row is. */
export function checkedRow({ lang }: Reading, { place, service, doubts = [], ...entry }: RawEntry): FeedRow {
  const placeRead = place && readSaid(place.raw, lang);
  const serviceRead = service && readSaid(service.raw, lang);
  const unread = [...(placeRead?.unread ?? []), ...(serviceRead?.unread ?? [])];
  const fatal = unread.filter(({ path }) => needed.has(path));
  if (fatal.length > 0)
    return { kind: "broken", row: entry.row, problems: fatal.map((each) => sayUnread(lang, "broken.field", each)) };
  return {
    kind: "entry",
    entry: {
      ...entry,
      place: place && placeRead && { ...without(place), said: placeRead.said },
      service: service && serviceRead && { ...without(service), said: serviceRead.said },
      doubts: [...doubts, ...unread.map((each) => sayUnread(lang, "doubt.field", each))],
    },
  };
}

const without = <Fields extends { readonly raw: Raw }>({ raw: _, ...rest }: Fields): Omit<Fields, "raw"> => rest;

const sayUnread = (lang: Lang, key: "broken.field" | "doubt.field", { path, written, message }: Unread): string =>
  importWords(lang)(key, {
    field: fieldLabel(lang, splitPath(path).field),
    written: written.length > 60 ? `${written.slice(0, 59).toWellFormed()}…` : written,
    why: message,
  });

export const broken = (row: number, ...problems: readonly string[]): FeedRow => ({ kind: "broken", row, problems });
