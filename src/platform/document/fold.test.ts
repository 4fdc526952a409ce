import fc from "fast-check";
import { expect, it } from "vitest";
import { foldedSides } from "./fold.ts";

/** Reads a folded pile as a hand turns it: the outer sheet first, then those inside it, and back. */
function read(pages: number): readonly (number | null)[] {
  const sides = foldedSides(pages);
  const sheets = Array.from({ length: sides.length / 2 }, (_, at) => ({
    front: sides[2 * at] ?? [null, null],
    back: sides[2 * at + 1] ?? [null, null],
  }));
  return [
    ...sheets.flatMap(({ front, back }) => [front[1], back[0]]),
    ...sheets.toReversed().flatMap(({ front, back }) => [back[1], front[0]]),
  ];
}

it("reads in order once it is folded, whites last", () => {
  expect(foldedSides(8)).toEqual([
    [8, 1],
    [2, 7],
    [6, 3],
    [4, 5],
  ]);
  fc.assert(
    fc.property(fc.nat(400), (pages) => {
      const inOrder = Array.from({ length: pages }, (_, at) => at + 1);
      const whites = (4 - (pages % 4)) % 4;
      expect(read(pages)).toEqual([...inOrder, ...Array.from({ length: whites }, () => null)]);
    }),
  );
});
