import type { ImportField } from "./fields.ts";
import type fr from "./words.fr.json";

type Key = keyof typeof fr;
/** What may be unsure in an import: each is one sentence of `words.fr.json`, under `doubt-…`. */
export type DoubtCode = Key extends infer K ? (K extends `doubt-${infer Code}` ? Code : never) : never;

/** Something that a person should look at before saying yes. Nothing here stops the import by itself. */
export interface Doubt {
  readonly code: DoubtCode;
  readonly field: ImportField | null;
  /** "Plan!B12" */
  readonly place: string | null;
  /** Names ending in `Cents` are said as money, in `Day` as days. */
  readonly params: Readonly<Record<string, string | number>>;
}

export const doubt = (code: DoubtCode, field: ImportField | null, place: string | null, params: Doubt["params"] = {}): Doubt => ({
  code,
  field,
  place,
  params,
});
