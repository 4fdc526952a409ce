import { stemsOf, tokensOf } from "./tokens.ts";

/** Words that many names of communes begin with, and that name none alone. */
const common = new Set(["saint", "sainte", "val", "pont", "bois", "mont", "ville", "grand", "petit", "haut", "bas", "neuf"]);

/** How people say the name of a commune: whole, or by its beginning where no other begins so. "Saint-Étienne" needs both its words. */
export function communePhrases(
  communes: readonly { readonly name: string }[],
): readonly { readonly stems: readonly string[]; readonly number: number }[] {
  const phrases = communes.flatMap(({ name }, number) => {
    const whole = stemsOf(name);
    const tokens = tokensOf(name);
    const head = common.has(tokens[0]?.plain ?? "") ? whole.slice(0, 2) : whole.slice(0, 1);
    return [
      { stems: whole, number },
      { stems: head, number },
    ];
  });
  const counted = Map.groupBy(phrases, ({ stems }) => stems.join(" "));
  return phrases.filter(
    ({ stems, number }) => stems.length > 0 && (counted.get(stems.join(" ")) ?? []).every((other) => other.number === number),
  );
}
