import type { ColumnTarget } from "./fields.ts";
import { headingKey } from "./heading.ts";
import { comparable } from "../../../platform/french/near.ts";

/** What people corrected in earlier imports of this territory: plain data, kept by the caller. */
export interface MappingMemory {
  /** Heading → what it feeds; null when a person said to leave the column. Keys by `headingKey`. */
  readonly headings: Readonly<Record<string, ColumnTarget | null>>;
  /** Name → id of the organisation that a person chose; null when they said that it is a new one. Keys by `comparable`. */
  readonly organisations: Readonly<Record<string, string | null>>;
}

export const emptyMemory: MappingMemory = { headings: {}, organisations: {} };

export const rememberHeading = (memory: MappingMemory, heading: string, target: ColumnTarget | null): MappingMemory => ({
  ...memory,
  headings: { ...memory.headings, [headingKey(heading)]: target },
});

export const rememberOrganisation = (memory: MappingMemory, name: string, id: string | null): MappingMemory => ({
  ...memory,
  organisations: { ...memory.organisations, [comparable(name)]: id },
});

export const rememberedHeading = (memory: MappingMemory, heading: string): ColumnTarget | null | undefined =>
  recall(memory.headings, headingKey(heading));
export const rememberedOrganisation = (memory: MappingMemory, name: string): string | null | undefined =>
  recall(memory.organisations, comparable(name));

const recall = <Value>(known: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(known, key) ? known[key] : undefined;
