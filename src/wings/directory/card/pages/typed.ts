import { ageText } from "../../../../platform/french/age.ts";
import { typedMany, typedObject, typedPart, type Typed } from "../../../../ui/form/typed.ts";

const aged = (row: object): object =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]: [string, unknown]) => [
      name,
      (name === "minMonths" || name === "maxMonths") && typeof value === "number"
        ? ageText(value, "fr")
        : Array.isArray(value)
          ? value.map((each: unknown) => (typeof each === "object" && each !== null ? aged(each) : each))
          : value,
    ]),
  );

/** A part of a card as its form shows it before anyone types: ages as people say them. */
export const typedOf = (part: object): Typed => typedObject(aged(part));

/** What a form sent for a part, as its schema reads it: several codes stand in one field. */
export function partFromForm(form: Typed): Typed {
  if (!("area" in form)) return form;
  const area = typedPart(form, "area");
  const codes = typedMany(area, "codes")
    .flatMap((text) => text.split(/[\s,;]+/))
    .filter((code) => code !== "");
  return { ...form, area: { ...area, codes } };
}
