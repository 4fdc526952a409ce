import { comparable } from "../french/near.ts";
import { folded } from "../french/plain.ts";
import type { MappedColumn } from "./model.ts";

/** What people of a territory corrected in earlier imports of a kind: the same headings are read the same way next time. */
export interface MappingMemory<Target> {
  /** Heading → what it feeds; `null` when a person said to leave the column. Keys by `headingKey`. */
  readonly headings: Readonly<Record<string, Target | null>>;
  /** Name → id of the thing that a person chose; `null` when they said that it is a new one. Keys by `comparable`. */
  readonly names: Readonly<Record<string, string | null>>;
}

export const emptyMemory: MappingMemory<never> = { headings: {}, names: {} };

/** The same heading from one file to the next. */
export const headingKey = (heading: string): string =>
  folded(heading)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

export const rememberHeading = <Target>(
  memory: MappingMemory<Target>,
  heading: string,
  target: Target | null,
): MappingMemory<Target> => ({ ...memory, headings: { ...memory.headings, [headingKey(heading)]: target } });

export const rememberName = <Target>(memory: MappingMemory<Target>, name: string, id: string | null): MappingMemory<Target> => ({
  ...memory,
  names: { ...memory.names, [comparable(name)]: id },
});

export const rememberedHeading = <Target>(memory: MappingMemory<Target>, heading: string): Target | null | undefined =>
  recall(memory.headings, headingKey(heading));

export const rememberedName = (memory: MappingMemory<unknown>, name: string): string | null | undefined =>
  recall(memory.names, comparable(name));

const recall = <Value>(known: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(known, key) ? known[key] : undefined;

/** What was corrected, for the next file of the same kind. What was only confirmed is nothing to learn. */
export const learnt = <Target>(
  memory: MappingMemory<Target>,
  guessed: readonly { readonly index: number; readonly target: Target | null | undefined }[],
  agreed: readonly MappedColumn<Target>[],
  keyOf: (target: Target | null | undefined) => string,
): MappingMemory<Target> =>
  agreed.reduce((known, { index, heading, target }) => {
    const guess = guessed.find((each) => each.index === index);
    const isCorrection = heading !== "" && keyOf(guess?.target) !== keyOf(target);
    return isCorrection ? rememberHeading(known, heading, target) : known;
  }, memory);
