/**
 * Text as it is compared, never as it is shown: lower case, no accents, ligatures opened, one kind of apostrophe, dash and space.
 *
 * | written | compared as |
 * |---|---|
 * | `ÉCHÉANCE  prévue` | `echeance prevue` |
 * | `Cœur – d’Éloyes` | `coeur - d'eloyes` |
 */
export const folded = (text: string): string =>
  text
    .normalize("NFKD")
    // A mark that stands on no letter is all that was written.
    .replace(/(?<=\S)\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[‐‑‒–—−]/g, "-")
    .replace(/\s+/g, " ")
    .trim();

const unknownWords = new Set(
  [
    "-",
    "--",
    "---",
    "/",
    "?",
    "??",
    "...",
    ".",
    "x",
    "nc",
    "n.c",
    "n.c.",
    "nd",
    "n/a",
    "na",
    "so",
    "s.o.",
    "sans objet",
    "non connu",
  ].concat(
    [
      "a definir",
      "a preciser",
      "a determiner",
      "a chiffrer",
      "a confirmer",
      "a venir",
      "inconnu",
      "non renseigne",
      "non communique",
    ],
    [
      "selon devis",
      "sur devis",
      "en attente",
      "chiffrage en cours",
      "en cours de chiffrage",
      "en cours de definition",
      "tbd",
      "unknown",
    ],
  ),
);

/** Says that a cell was filled to say that nothing is known: "à définir", "NC", "-". */
export const saysNothing = (text: string): boolean => unknownWords.has(folded(text).replace(/[ :!]+$/, ""));
