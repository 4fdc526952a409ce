import { raw } from "hono/html";
import { isValidElement, type Child } from "hono/jsx";
import { keptWith } from "../platform/kept/kept.ts";
import type { TerritoryVisit } from "../platform/http/visit.ts";

const pieces = keptWith<Child>(2_000);

/**
 * A piece of a page, drawn once as long as nothing is written in the territory. The key names all that it depends on beside the territory
 * and the language: the thing, the day. It may depend on nobody: what one role sees and another does not stays outside, or stands in the
 * key. Call it while a page is drawn, in a component.
 */
export function keptHtml({ state, lang }: Pick<TerritoryVisit, "state" | "lang">, key: string, draw: () => Child): Child {
  if (state === null) return draw();
  return pieces(state, `${lang} ${key}`, () => {
    const drawn = draw();
    return isValidElement(drawn) ? raw(drawn.toString()) : drawn;
  });
}
