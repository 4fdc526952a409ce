import { z } from "zod";
import { writtenNumber } from "../model.ts";

/** The parts of a record by their names, in the order in which it is read: each is edited, compared and told on its own. */
export type Parts = Readonly<Record<string, z.ZodObject>>;
export type PartName<P extends Parts> = keyof P & string;

/** The names of the parts of a record, in their order. */
export const partNamesOf = <P extends Parts>(parts: P): readonly PartName<P>[] =>
  Object.keys(parts).filter((name): name is PartName<P> => Object.hasOwn(parts, name));

/** Number of the last event of a part, or of its whole record, when the person opened it; 0 before its first change. */
export const seen = writtenNumber.pipe(z.number().int().min(0));

/** One part of a record as someone would have it. */
export function changeOf<P extends Parts>(parts: P) {
  const [first, ...rest] = partNamesOf(parts).map((part) => z.object({ part: z.literal(part), value: parts[part] }));
  if (first === undefined) throw new Error("a record has at least one part");
  return z.discriminatedUnion("part", [first, ...rest]);
}
