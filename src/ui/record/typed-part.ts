import type { z } from "zod";
import { fieldsOf, type FieldKind } from "../../platform/record/fields.ts";
import type { Typed } from "../form/typed.ts";
import { typedNumber, typedAmount } from "../../platform/french/number.ts";
import { ageText } from "../../platform/french/age.ts";

/** A part, or a row of it, as its form shows it before anyone types: amounts in euros, ages as people say them, `null` blank. */
export function typedPart(schema: z.ZodObject, value: object): Typed {
  const kinds = new Map(fieldsOf(schema).map(({ name, kind }) => [name, kind]));
  return Object.fromEntries(
    Object.entries(value).map(([name, each]: [string, unknown]) => [
      name,
      typedValue(kinds.get(name) ?? { kind: "other" }, each),
    ]),
  );
}

const isRow = (value: unknown): value is object => typeof value === "object" && value !== null;

function typedValue(kind: FieldKind, value: unknown): unknown {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") {
    if (kind.kind === "months") return ageText("fr", value);
    return kind.kind === "cents" ? typedAmount(value) : typedNumber(value);
  }
  if (!Array.isArray(value)) return value;
  if (kind.kind === "rows") return value.filter(isRow).map((row) => typedPart(kind.row, row));
  return kind.kind === "lines" ? value.join("\n") : value;
}
