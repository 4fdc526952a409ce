import type { Typed } from "../../../../ui/form/typed.ts";

/** A block as its form shows it before anyone types: `null` is blank, a list of lines is one text. */
export const typedOf = (fields: object, lines: readonly string[] = []): Typed =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]: [string, unknown]) => [
      name,
      Array.isArray(value) && lines.includes(name) ? value.join("\n") : (value ?? ""),
    ]),
  );
