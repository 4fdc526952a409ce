import { folded } from "../../../platform/french/plain.ts";

/** Words that join others and find nothing. */
const joining = new Set(
  (
    "a au aux avec ce ces cet cette chez d dans de des du elle en entre est et il j je l la le les leur leurs ma mes moi mon n ne nos notre on ou " +
    "par pas pour qu que qui quoi s sa se ses si son sur t ta tes ton tu un une vers votre vos y m c ai as ont avoir etre faire peut peux veut veux " +
    "cherche chercher recherche trouver trouve besoin voudrais aimerais combien comment quel quelle quels quelles ouvert ouverte ouverts pres proche lès"
  )
    .split(" ")
    .map(folded),
);

/** A word without its plural, its feminine and the ending of its infinitive: what "gardes", "garde" and "garder" share. */
export function stem(word: string): string {
  let root = word;
  if (root.length > 4 && root.endsWith("aux") && !root.endsWith("eaux")) root = `${root.slice(0, -3)}al`;
  else if (root.length > 3 && /[sx]$/.test(root)) root = root.slice(0, -1);
  if (root.length > 5 && root.endsWith("er")) root = root.slice(0, -2);
  else if (root.length > 4 && root.endsWith("e")) root = root.slice(0, -1);
  return root.length > 4 && root.at(-1) === root.at(-2) ? root.slice(0, -1) : root;
}

/** A word of a text: as it was written, and what it is compared by. */
export interface Token {
  readonly written: string;
  readonly plain: string;
  readonly stem: string;
}

type Read = Pick<Token, "plain" | "stem"> | null;
const wordsRead = new Map<string, Read>();

/** A word as it is compared, `null` where it finds nothing; the same words come back in every card. */
function readWord(written: string): Read {
  const known = wordsRead.get(written);
  if (known !== undefined) return known;
  const bare = folded(written);
  const word = bare === "st" ? "saint" : bare === "ste" ? "sainte" : bare;
  const isJoining = word === "" || joining.has(word) || (word.length === 1 && !/\d/.test(word));
  const read = isJoining ? null : { plain: word, stem: stem(word) };
  if (wordsRead.size > 50_000) wordsRead.clear();
  wordsRead.set(written, read);
  return read;
}

/** The words of a text that can find something, in their order. "St" is read "saint". */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const [written] of text.normalize("NFC").matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const read = readWord(written);
    if (read !== null) tokens.push({ written, ...read });
  }
  return tokens;
}

/** What the words of a text are compared by. */
export const stemsOf = (text: string): readonly string[] => tokensOf(text).map((token) => token.stem);
