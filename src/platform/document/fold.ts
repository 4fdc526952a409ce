/** One side of a sheet: its left page then its right one, by their numbers from 1; `null` is left white. */
export type Side = readonly [left: number | null, right: number | null];

/**
 * Sides of the sheets, front then back, on which pages are laid two by two so that the pile, printed on both sides and folded in the
 * middle, reads in order. White pages complete the last sheet.
 */
export function foldedSides(pages: number): readonly Side[] {
  const whole = Math.ceil(pages / 4) * 4;
  const page = (number: number): number | null => (number <= pages ? number : null);
  return Array.from({ length: whole / 2 }, (_, side): Side => {
    const [early, late] = [page(side + 1), page(whole - side)];
    return side % 2 === 0 ? [late, early] : [early, late];
  });
}
