/** A word of the index that a typed word may have meant, and how sure it is: 1 is the word itself. */
export interface Candidate {
  readonly word: string;
  readonly weight: number;
}

/** Letters of a word that its deletions are drawn from: those after seldom tell it apart. */
const prefixLength = 8;
const candidatesAtMost = 10;

const errorsAllowed = (length: number): 0 | 1 | 2 => (length < 4 ? 0 : length < 7 ? 1 : 2);
const weightOf = [1, 0.7, 0.45] as const;

function deletionsOf(word: string, errors: number): ReadonlySet<string> {
  let last = new Set([word.slice(0, prefixLength)]);
  const all = new Set(last);
  for (let error = 0; error < errors; error += 1) {
    const next = new Set<string>();
    for (const each of last)
      for (let at = 0; at < each.length; at += 1) {
        const shorter = each.slice(0, at) + each.slice(at + 1);
        if (shorter.length > 1 && !all.has(shorter)) {
          all.add(shorter);
          next.add(shorter);
        }
      }
    last = next;
  }
  return all;
}

/**
 * Errors between two words: letters added, lost, changed, or two neighbours swapped (optimal string alignment), or `most + 1`
 * as soon as there are more than `most`.
 */
export function errorsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let errors = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1))
        errors = Math.min(errors, (before[j - 2] ?? 0) + 1);
      row.push(errors);
      least = Math.min(least, errors);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, most + 1);
}

/**
 * Finds the words of a list that a typed word may have meant: itself, words that it begins, words within one or two typing errors.
 * Words are found by the deletions that both share (Garbe's symmetric deletes, 2012), and checked letter by letter.
 */
export class NearWords {
  readonly #words: ReadonlySet<string>;
  readonly #sorted: readonly string[];
  readonly #byDeletion = new Map<string, string[]>();
  readonly #known = new Map<string, readonly Candidate[]>();

  constructor(words: Iterable<string>) {
    this.#words = new Set(words);
    this.#sorted = [...this.#words].toSorted();
    for (const word of this.#sorted) {
      for (const deletion of deletionsOf(word, errorsAllowed(word.length))) {
        const there = this.#byDeletion.get(deletion);
        if (there === undefined) this.#byDeletion.set(deletion, [word]);
        else there.push(word);
      }
    }
  }

  has(word: string): boolean {
    return this.#words.has(word);
  }

  /** The surest first; none where nothing is near. */
  candidates(typed: string): readonly Candidate[] {
    const known = this.#known.get(typed);
    if (known !== undefined) return known;
    const found = this.#find(typed);
    // What people type often is asked for again: not kept without end.
    if (this.#known.size > 20_000) this.#known.clear();
    this.#known.set(typed, found);
    return found;
  }

  #find(typed: string): readonly Candidate[] {
    const weights = new Map<string, number>();
    const add = (word: string, weight: number): void => {
      weights.set(word, Math.max(weight, weights.get(word) ?? 0));
    };
    const isWord = this.has(typed);
    if (isWord) add(typed, 1);
    if (typed.length >= 3) for (const word of this.#beginningWith(typed)) add(word, 0.5 + (0.35 * typed.length) / word.length);
    const most = errorsAllowed(typed.length);
    // A word that is there was meant: its neighbours are other words.
    if (!isWord && most > 0)
      for (const deletion of deletionsOf(typed, most))
        for (const word of this.#byDeletion.get(deletion) ?? []) {
          const errors = errorsBetween(typed, word, Math.min(most, errorsAllowed(word.length) || 1));
          if (errors <= most) add(word, weightOf[errors === 0 ? 0 : errors === 1 ? 1 : 2]);
        }
    // Nothing at all: the words that share its beginning are better than none.
    for (let length = typed.length - 1; weights.size === 0 && length >= 3 && length >= typed.length - 4; length -= 1)
      for (const word of this.#beginningWith(typed.slice(0, length)))
        add(word, (0.3 * length) / Math.max(word.length, typed.length));
    return [...weights]
      .map(([word, weight]) => ({ word, weight }))
      .toSorted((a, b) => b.weight - a.weight || a.word.length - b.word.length || (a.word < b.word ? -1 : 1))
      .slice(0, candidatesAtMost);
  }

  #beginningWith(start: string): readonly string[] {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] ?? "") < start) low = middle + 1;
      else high = middle;
    }
    const found: string[] = [];
    for (let at = low; at < this.#sorted.length && found.length < 40; at += 1) {
      const word = this.#sorted[at] ?? "";
      if (!word.startsWith(start)) break;
      if (word !== start) found.push(word);
    }
    return found;
  }
}
