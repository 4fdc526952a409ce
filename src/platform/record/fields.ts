import { z } from "zod";

/** What a field holds, as far as its form and its text need to know. */
export type FieldKind =
  | { readonly kind: "line" | "prose"; readonly max: number }
  | { readonly kind: "number"; readonly isWhole: boolean }
  | { readonly kind: "email" | "webAddress" | "day" | "knownDate" | "cents" | "months" | "lines" | "other" }
  | { readonly kind: "choice"; readonly options: readonly string[] }
  /** `null`: codes of a list that the schema does not hold. */
  | { readonly kind: "choices"; readonly options: readonly string[] | null }
  | { readonly kind: "rows"; readonly row: z.ZodObject };

export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  /** Whether it may be left blank, and what it then holds. */
  readonly isOptional: boolean;
  readonly blank: unknown;
}

const marked = new WeakMap<z.core.$ZodType, FieldKind>();

/** Says what a schema holds, where its shape alone does not tell. */
export function marks<Schema extends z.ZodType>(kind: FieldKind, schema: Schema): Schema {
  marked.set(schema, kind);
  return schema;
}

function kindOf(schema: z.core.$ZodType): FieldKind {
  const told = marked.get(schema);
  if (told !== undefined) return told;
  if (schema instanceof z.ZodNullable) return kindOf(schema.unwrap());
  if (schema instanceof z.ZodPipe) {
    const inner = kindOf(schema.in instanceof z.ZodTransform ? schema.out : schema.in);
    return inner.kind === "number" && schema.out instanceof z.ZodNumber
      ? { ...inner, isWhole: schema.out.format === "safeint" }
      : inner;
  }
  if (schema instanceof z.ZodEnum) return { kind: "choice", options: schema.options.map(String) };
  if (!(schema instanceof z.ZodArray)) return { kind: "other" };
  if (schema.element instanceof z.ZodObject) return { kind: "rows", row: schema.element };
  const element = kindOf(schema.element);
  return { kind: "choices", options: element.kind === "choice" ? element.options : null };
}

const known = new WeakMap<z.ZodObject, readonly Field[]>();

/** The fields of a part, or of a row, in the order of its schema. */
export function fieldsOf(part: z.ZodObject): readonly Field[] {
  const fields =
    known.get(part) ??
    Object.entries(part.shape).map(([name, schema]: [string, z.core.$ZodType]) => {
      const { success, data } = z.safeParse(schema, undefined);
      return { name, kind: kindOf(schema), isOptional: success, blank: data };
    });
  known.set(part, fields);
  return fields;
}
