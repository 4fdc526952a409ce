import { folded } from "../../../platform/french/plain.ts";
import type { Audience } from "../action/model.ts";

const words: readonly (readonly [Audience, RegExp])[] = [
  [
    "everyone",
    /^(?:tou(?:s|t)(?: le)?s? publics?|tous|toute la population|habitants?|grand public|ensemble de la population|everyone)\b/,
  ],
  [
    "professionals",
    /\b(?:professionnel(?:le)?s?|agents?|animateurs?|assistante?s? maternel(?:le)?s?|elus?|benevoles?|professionals?)\b/,
  ],
  ["prenatal", /\b(?:futurs? parents?|femmes? enceintes?|prenatale?|grossesse)\b/],
  ["parents", /\b(?:parents?|parentalite)\b/],
  ["families", /\b(?:familles?|families)\b/],
  ["seniors", /\b(?:seniors?|personnes? agees?|aines?|retraites?|60 ans et plus)\b/],
  [
    "under_3",
    /\b(?:0 ?[-/a]+ ?3(?: ans)?|0 ?a ?3 ans|moins de (?:3|trois) ans|tout[- ]petits?|petite enfance|bebes?|jeunes? enfants?|0 ?- ?6(?: ans)?)\b/,
  ],
  ["age_3_5", /\b(?:3 ?(?:-|\/|a) ?[56](?: ans)?|maternelles?(?! )|0 ?- ?6(?: ans)?|3 ?(?:-|\/|a) ?1[12](?: ans)?|enfance)\b/],
  ["age_6_11", /\b(?:6 ?(?:-|\/|a) ?1[0-2](?: ans)?|elementaires?|primaires?|enfants?|enfance|3 ?(?:-|\/|a) ?1[12](?: ans)?)\b/],
  [
    "age_12_17",
    /\b(?:1[12] ?(?:-|\/|a) ?(?:1[5-8]|25)(?: ans)?|ados?|adolescents?|adolescentes?|collegiens?|lyceens?|jeunesse|jeunes(?! enfants))\b/,
  ],
  ["age_18_25", /\b(?:1[5-8] ?(?:-|\/|a) ?(?:25|29|30)(?: ans)?|1[12] ?(?:-|\/|a) ?25(?: ans)?|jeunes adultes|etudiants?)\b/],
];

/** The audiences that a written one names, sometimes several: "0-6 ans" is two; none when no word is known. */
export function readAudience(text: string): Audience[] {
  const written = folded(text.slice(0, 200));
  const named = words.filter(([, form]) => form.test(written)).map(([audience]) => audience);
  // "Petite enfance" holds "enfance", "jeunes enfants" holds "enfants": what is said whole is not said twice.
  if (/petite enfance|jeunes? enfants?/.test(written))
    return named.filter((audience) => audience !== "age_3_5" && audience !== "age_6_11");
  return named.includes("everyone") ? ["everyone"] : named;
}
