/** Turns how many each row holds, said one further (`counts[row + 1]`), into where each row starts, and the last one ends: in place. */
export function addUp(counts: Uint32Array): void {
  for (let row = 0; row + 1 < counts.length; row++) counts[row + 1] = (counts[row + 1] ?? 0) + (counts[row] ?? 0);
}
