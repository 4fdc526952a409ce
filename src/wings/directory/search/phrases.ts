import type { NearWords } from "./near-words.ts";

interface Phrase<Value> {
  readonly stems: readonly string[];
  readonly value: Value;
}

/** What a run of typed words was read as. */
export interface PhraseMatch<Value> {
  readonly value: Value;
  readonly stems: readonly string[];
  /** How many typed words it takes. */
  readonly length: number;
  /** How sure it is: the least sure of its words. */
  readonly weight: number;
}

/** Expressions of several words, found in what was typed whatever its typing errors; the longest wins. */
export class Phrases<Value> {
  readonly #byFirst = new Map<string, Phrase<Value>[]>();

  add(stems: readonly string[], value: Value, both: (first: Value, second: Value) => Value): void {
    const [first] = stems;
    if (first === undefined) return;
    const there = this.#byFirst.get(first) ?? [];
    const same = there.findIndex((phrase) => phrase.stems.join(" ") === stems.join(" "));
    const known = there[same];
    const phrase = { stems, value: known === undefined ? value : both(known.value, value) };
    if (known === undefined) there.push(phrase);
    else there[same] = phrase;
    this.#byFirst.set(
      first,
      there.toSorted((a, b) => b.stems.length - a.stems.length),
    );
  }

  *words(): Generator<string> {
    for (const phrases of this.#byFirst.values()) for (const { stems } of phrases) yield* stems;
  }

  /** The longest expression that begins at a typed word, then the surest. */
  at(typed: readonly string[], start: number, near: NearWords, least: number): PhraseMatch<Value> | null {
    let best: PhraseMatch<Value> | null = null;
    for (const { word, weight: first } of near.candidates(typed[start] ?? "")) {
      if (first < least) continue;
      for (const { stems, value } of this.#byFirst.get(word) ?? []) {
        let weight = first;
        for (let at = 1; at < stems.length && weight >= least; at += 1) {
          const wanted = stems[at] ?? "";
          const next = near.candidates(typed[start + at] ?? "").find((candidate) => candidate.word === wanted);
          weight = Math.min(weight, next?.weight ?? 0);
        }
        if (weight < least) continue;
        if (best === null || stems.length > best.length || (stems.length === best.length && weight > best.weight))
          best = { value, stems, length: stems.length, weight };
      }
    }
    return best;
  }
}
