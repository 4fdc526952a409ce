import type { Child } from "hono/jsx";
import { z } from "zod";
import type { Actor } from "../actor.ts";
import type { Tx } from "../database/database.ts";
import type { Plain } from "../history/model.ts";
import type { ConventionId, TerritoryId } from "../model.ts";
import type { RoundKind } from "../rounds/kind.ts";
import type { Lang } from "../words.ts";

/** Whoever reads, as far as a wing needs to know them to answer: their rights, their language, the addresses they may follow. */
export interface Reader {
  readonly territory: { readonly id: TerritoryId };
  readonly actor: Actor;
  readonly lang: Lang;
  /** Address in the territory: `at("/plan")`. */
  readonly at: (path: string) => string;
}

/** One thing that a signature freezes, cut in the blocks that are compared apart. */
export const FrozenObject = z.object({
  kind: z.string(),
  id: z.string(),
  label: z.string(),
  blocks: z.record(z.string(), z.json()),
});
export type FrozenObject = z.infer<typeof FrozenObject>;

/** A kind of frozen thing: `followUp` are the blocks that tell how it went since, not what was agreed. */
export interface FrozenKind {
  readonly kind: string;
  readonly name: { readonly fr: string; readonly en: string };
  readonly followUp: readonly string[];
}

/** How the page of the differences shows what a wing froze. */
export interface FrozenWords {
  readonly fieldLabel: (kind: string, field: string) => string;
  readonly value: (kind: string, field: string, value: Plain) => Child;
  /** The thing as it stands today: where it is read, and whether it is an example; `null` when it is gone or has no page. */
  readonly standing: (kind: string, id: string) => { readonly href: string; readonly example: boolean } | null;
}

/** Both versions of what was frozen, to decide whether someone may read a difference between them. */
export interface FrozenScene {
  readonly conventionState: string;
  readonly versionsOf: (kind: string, id: string) => readonly FrozenObject[];
}

/** What a wing adds to the snapshot that a signature freezes. */
export interface Frozen {
  /** In the order of the snapshot and of the screen. */
  readonly kinds: readonly FrozenKind[];
  readonly freeze: (tx: Tx, conventionId: ConventionId) => Promise<readonly FrozenObject[]>;
  readonly mayRead: (actor: Actor, object: FrozenObject, scene: FrozenScene) => boolean;
  /** `names`: the organisations that the two versions cite, for those that have left since. */
  readonly words: (
    tx: Tx,
    reader: Reader,
    conventionId: ConventionId,
    names: Readonly<Record<string, string>>,
  ) => Promise<FrozenWords>;
}

/** A shared objective of a convention (its article 4), as its page and its text show it. */
export interface SharedAxis {
  readonly number: number;
  readonly title: string;
  readonly plainWords: string | null;
  readonly objectives: readonly { readonly number: string; readonly title: string }[];
}

/** A thing of the territory, by what it is. */
export interface Reference {
  readonly kind: string;
  readonly id: string;
}

/** A thing that stands on the thread of evidence beside another: what it rests on, or what came of it. */
export interface Linked {
  readonly side: "evidence" | "outcome";
  /** How the two are related, in the reader's language: "crée", "améliore". */
  readonly relation: string;
  readonly to: Reference;
  readonly title: string;
  readonly href: string;
  /** A state worth saying beside it, or `null`. */
  readonly state: string | null;
  readonly example: boolean;
}

/** A file to try an import with. */
export interface ExampleFile {
  readonly name: string;
  readonly said: { readonly fr: string; readonly en: string };
  readonly mediaType: string;
  readonly read: () => Promise<Uint8Array>;
}

/**
 * What a wing gives to the wings below it, which know nothing of it: they ask every wing of the instance, so that none is
 * forgotten. A wing gives what it has, and leaves out the rest.
 */
export interface Contributions {
  readonly name: string;
  readonly frozen?: Frozen;
  /** The axes of a convention with their objectives. */
  readonly sharedAxes?: (tx: Tx, territory: TerritoryId, conventionId: ConventionId) => Promise<readonly SharedAxis[]>;
  /** What of this wing is linked to a thing of any wing, of what the reader may read. */
  readonly evidence?: (tx: Tx, reader: Reader, of: Reference) => Promise<readonly Linked[]>;
  /** The rounds of questions that it sends. */
  readonly rounds?: readonly RoundKind[];
  /** Files of an example that an import can be tried with. */
  readonly exampleFiles?: readonly ExampleFile[];
  /** How many of these things exist here, for a right that is given on things one by one. */
  readonly countExisting?: (tx: Tx, kind: string, ids: readonly string[]) => Promise<number>;
}
