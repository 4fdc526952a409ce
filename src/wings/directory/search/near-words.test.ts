import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { errorsBetween, NearWords } from "./near-words.ts";

const letter = fc.constantFrom("a", "b", "c", "e", "i", "l", "n", "o", "r", "s", "t");
const letters = fc.string({ unit: letter, minLength: 0, maxLength: 9 });

/** The same measure, as its definition says it: slow, and plain. */
function plainErrors(a: string, b: string): number {
  const known = new Map<string, number>();
  const between = (i: number, j: number): number => {
    const key = `${i} ${j}`;
    const there = known.get(key);
    if (there !== undefined) return there;
    let least = i === 0 ? j : i;
    if (i > 0 && j > 0) {
      least = Math.min(between(i - 1, j) + 1, between(i, j - 1) + 1, between(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, between(i - 2, j - 2) + 1);
    }
    known.set(key, least);
    return least;
  };
  return between(a.length, b.length);
}

describe("errors between two words", () => {
  test.each([
    ["creche", "creche", 0],
    ["creche", "cerche", 1],
    ["creche", "crech", 1],
    ["creche", "crecche", 1],
    ["perisco", "preisoc", 2],
    ["loisir", "mission", 3],
  ])("%s and %s: %i", (a, b, errors) => {
    expect(errorsBetween(a, b, 2)).toBe(Math.min(errors, 3));
  });

  test("are those of the definition, up to what is allowed", () => {
    fc.assert(
      fc.property(letters, letters, fc.constantFrom(1, 2), (a, b, most) => {
        expect(errorsBetween(a, b, most)).toBe(Math.min(plainErrors(a, b), most + 1));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("words near a typed one", () => {
  const word = fc.string({ unit: letter, minLength: 5, maxLength: 12 });

  test("a word of the list is itself, and nothing is surer", () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 40 }), (words) => {
        const near = new NearWords(words);
        for (const each of words) expect(near.candidates(each)[0]).toEqual({ word: each, weight: 1 });
      }),
    );
  });

  test("one typing error finds it", () => {
    const error = fc.record({
      at: fc.nat(),
      kind: fc.constantFrom("lost", "added", "changed", "swapped"),
      letter: fc.constantFrom("a", "e", "z"),
    });
    fc.assert(
      fc.property(word, error, (written, { at, kind, letter }) => {
        const place = at % (written.length - 1);
        const [start, end] = [written.slice(0, place), written.slice(place)];
        const typed = {
          lost: start + end.slice(1),
          added: start + letter + end,
          changed: start + letter + end.slice(1),
          swapped: start + (end[1] ?? "") + (end[0] ?? "") + end.slice(2),
        }[kind];
        fc.pre(typed.length >= 4);
        expect(new NearWords([written, "zzzzzz"]).candidates(typed).map((candidate) => candidate.word)).toContain(written);
      }),
    );
  });

  test("the beginning of a word finds it, and a list of nothing finds nothing", () => {
    expect(new NearWords(["periscolair"]).candidates("perisco").map((candidate) => candidate.word)).toEqual(["periscolair"]);
    expect(new NearWords([]).candidates("perisco")).toEqual([]);
  });
});
