import { z } from "zod";

/** What an event may carry of an object: plain data, readable in ten years. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

/** Whatever JSON can hold: what an event reads back from the database. */
export const PlainData: z.ZodType<Plain> = z.json();

export const Verb = z.enum(["created", "changed", "deleted", "restored", "signed", "moved", "noted", "imported"]);
export type Verb = z.infer<typeof Verb>;

/** One change, as it will be read: who, when, what, before and after. `seq` orders the changes of the whole instance. */
export interface Event {
  readonly seq: number;
  readonly at: Date;
  readonly actor: { readonly person: string | null; readonly name: string; readonly role: string };
  /** The use case that made it, such as `plan.edit-block`. */
  readonly action: string;
  readonly verb: Verb;
  readonly object: { readonly kind: string; readonly id: string; readonly label: string };
  /** The part of the object that changed, where an object has parts that are edited apart. */
  readonly block: string | null;
  readonly before: Plain;
  readonly after: Plain;
}

/** A change about to be told, by the action that makes it. */
export type Change = Pick<Event, "verb" | "object"> & Partial<Pick<Event, "block" | "before" | "after">>;
