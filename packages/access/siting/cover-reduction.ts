/** Lists of sites, one of each of which must be open, and what each site costs. */
export interface Cover {
  readonly lists: readonly (readonly number[])[];
  /** One a site, 0 or more. */
  readonly prices: Float64Array;
}

/** What is left of a cover: lists that no other implies, sites that no other replaces, and those that are open in some best cover. */
export interface ReducedCover {
  readonly lists: readonly (readonly number[])[];
  readonly opened: readonly number[];
}

/**
 * Reduces a cover without losing its least price (Toregas and ReVelle 1972): a site that alone meets a list is open; a list that holds
 * another is met with it; a site that meets no list more than another, and costs no less, is not needed. The sites of `keep` are open.
 */
export function reducedCover({ lists, prices }: Cover, keep: readonly number[]): ReducedCover {
  const opened = new Set(keep);
  let left: Cover["lists"] = lists.filter((list) => !list.some((site) => opened.has(site)));
  for (;;) {
    const before = left.length + sum(left);
    left = withoutReplaced(withoutImplied(left, prices.length), prices);
    const alone = new Set(left.flatMap((list) => (list.length === 1 ? list : [])));
    for (const site of alone) opened.add(site);
    left = left.filter((list) => !list.some((site) => alone.has(site)));
    if (left.length + sum(left) === before) return { lists: left, opened: [...opened] };
  }
}

const sum = (lists: Cover["lists"]): number => lists.reduce((total, list) => total + list.length, 0);

/** Without the lists that hold all of another. */
function withoutImplied(lists: Cover["lists"], columns: number): Cover["lists"] {
  const ordered = lists.toSorted((one, other) => one.length - other.length);
  const sets = bitsOf(ordered, columns);
  const meeting = meetingOf(ordered, columns);
  const isImplied = new Uint8Array(ordered.length);
  for (const [at, list] of ordered.entries()) {
    if (isImplied[at] === 1) continue;
    // A list that holds this one is among those of each of its sites: of the site of fewest, then.
    for (const other of fewestOf(list, meeting)) if (other > at && sets.holds(other, at)) isImplied[other] = 1;
  }
  return ordered.filter((_, at) => isImplied[at] === 0);
}

/** Without the sites whose lists another meets too, for no more. */
function withoutReplaced(lists: Cover["lists"], prices: Float64Array): Cover["lists"] {
  const meeting = meetingOf(lists, prices.length);
  const sets = bitsOf(meeting, lists.length);
  const isReplaced = new Uint8Array(prices.length);
  for (const [site, met] of meeting.entries()) {
    if (met.length === 0) continue;
    const isBetter = (other: number): boolean =>
      other !== site && isReplaced[other] === 0 && (prices[other] ?? 0) <= (prices[site] ?? 0) && sets.holds(other, site);
    if (fewestOf(met, lists).some(isBetter)) isReplaced[site] = 1;
  }
  return lists.map((list) => list.filter((site) => isReplaced[site] === 0));
}

/** The lists that each site meets. */
export function meetingOf(lists: Cover["lists"], columns: number): readonly (readonly number[])[] {
  const meeting = Array.from({ length: columns }, (): number[] => []);
  for (const [at, list] of lists.entries()) for (const site of list) meeting[site]?.push(at);
  return meeting;
}

/** The shortest of the lists that these items name. */
const fewestOf = (items: readonly number[], lists: readonly (readonly number[])[]): readonly number[] =>
  items.reduce<readonly number[] | undefined>((least, item) => {
    const list = lists[item] ?? [];
    return least === undefined || list.length < least.length ? list : least;
  }, undefined) ?? [];

function bitsOf(lists: Cover["lists"], columns: number): { readonly holds: (larger: number, smaller: number) => boolean } {
  const words = Math.ceil(columns / 32);
  const bits = new Uint32Array(lists.length * words);
  for (const [at, list] of lists.entries())
    for (const item of list) bits[at * words + (item >> 5)] = (bits[at * words + (item >> 5)] ?? 0) | (1 << (item & 31));
  return {
    holds: (larger, smaller) => {
      for (let word = 0; word < words; word++)
        if (((bits[smaller * words + word] ?? 0) & ~(bits[larger * words + word] ?? 0)) !== 0) return false;
      return true;
    },
  };
}
