import { typedMany, typedPart as partOf, type Typed } from "../../../../ui/form/typed.ts";
import { typedPart } from "../../../../ui/record/typed-part.ts";
import { cardParts, type Service } from "../model.ts";
import type { FormPart } from "./part-fields.tsx";

/** A part of a card as its form shows it before anyone types. */
export const typedOf = (service: Service, part: FormPart): Typed => typedPart(cardParts[part], service[part]);

/** What a form sent for a part, as its schema reads it: several codes stand in one field. */
export function partFromForm(form: Typed): Typed {
  if (!("area" in form)) return form;
  const area = partOf(form, "area");
  const codes = typedMany(area, "codes")
    .flatMap((text) => text.split(/[\s,;]+/))
    .filter((code) => code !== "");
  return { ...form, area: { ...area, codes } };
}
