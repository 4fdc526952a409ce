/**
 * How much two ways to put the same people in groups agree, beyond chance: 1 when they are the same, about 0 when nothing links them
 * (Hubert and Arabie 1985). 1 when both put all together, or each apart.
 *
 * @throws RangeError when they are not of the same people.
 */
export function adjustedRand(one: ArrayLike<number>, other: ArrayLike<number>): number {
  if (one.length !== other.length) throw new RangeError(`${one.length} people on one side, ${other.length} on the other.`);
  const both = new Map<string, number>();
  const ones = new Map<number, number>();
  const others = new Map<number, number>();
  for (let at = 0; at < one.length; at++) {
    const [mine, theirs] = [one[at] ?? 0, other[at] ?? 0];
    both.set(`${mine} ${theirs}`, (both.get(`${mine} ${theirs}`) ?? 0) + 1);
    ones.set(mine, (ones.get(mine) ?? 0) + 1);
    others.set(theirs, (others.get(theirs) ?? 0) + 1);
  }
  const pairs = (count: number): number => (count * (count - 1)) / 2;
  const sum = (counts: Iterable<number>): number => [...counts].reduce((total, count) => total + pairs(count), 0);
  const [mine, theirs] = [sum(ones.values()), sum(others.values())];
  const expected = one.length < 2 ? 0 : (mine * theirs) / pairs(one.length);
  const most = (mine + theirs) / 2;
  return most === expected ? 1 : (sum(both.values()) - expected) / (most - expected);
}
