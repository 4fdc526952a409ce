import type { z } from "zod";
import { fieldsOf } from "./fields.ts";
import { partNamesOf, type Parts } from "./parts.ts";

type Values<P extends Parts> = { readonly [Name in keyof P]: z.output<P[Name]> };
type Flat = Readonly<Record<string, unknown>>;

const holds = <P extends Parts>(parts: P, made: object): made is Values<P> =>
  partNamesOf(parts).every((part) => Object.hasOwn(made, part));

/** The parts of a record from where their fields are kept. A field that was never written is blank, as its form would leave it. */
export function restore<P extends Parts>(parts: P, kept: (part: string, field: string) => unknown): Values<P> {
  const made = Object.fromEntries(
    Object.entries(parts).map(([part, schema]) => [
      part,
      Object.fromEntries(
        fieldsOf(schema).map(({ name, blank }) => {
          const value = kept(part, name);
          return [name, value === undefined ? blank : value];
        }),
      ),
    ]),
  );
  if (!holds(parts, made)) throw new Error("a record is read with all its parts");
  return made;
}

/** The fields that have no column of their own, to be kept together. */
export const withoutColumn = (columns: object, values: Flat): Flat =>
  Object.fromEntries(Object.entries(values).filter(([field]) => !Object.hasOwn(columns, field)));
