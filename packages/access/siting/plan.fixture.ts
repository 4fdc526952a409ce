import fc from "fast-check";
import type { SiteTerms } from "./terms.ts";

const amount = fc.nat(9);
const capacity = fc.oneof(fc.constant({}), fc.record({ capacity: fc.nat(12) }));
export const siteTerms: fc.Arbitrary<SiteTerms> = fc
  .tuple(
    fc.oneof(
      fc.record({ kind: fc.constant("candidate" as const), cost: amount }),
      fc.record({ kind: fc.constant("kept" as const) }),
      fc.record({ kind: fc.constant("closable" as const), cost: fc.integer({ min: -9, max: 9 }) }),
      fc.record({ kind: fc.constant("movable" as const), cost: amount }),
    ),
    capacity,
  )
  .map(([each, limit]) => ({ ...each, ...limit }));

/** Sites that exist or may, people, and a sum: few enough to try every plan. */
export const planQuestion = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([sites, demands]) =>
  fc.record({
    rows: fc.array(fc.array(fc.nat(20), { minLength: sites, maxLength: sites }), { minLength: demands, maxLength: demands }),
    weight: fc.array(fc.nat(6), { minLength: demands, maxLength: demands }),
    terms: fc.array(siteTerms, { minLength: sites, maxLength: sites }),
    budget: fc.nat(20),
  }),
);

/** Every choice of open sites. */
export function* subsets(sites: number): Generator<readonly number[]> {
  for (let bits = 0; bits < 2 ** sites; bits++)
    yield Array.from({ length: sites }, (_, site) => site).filter((site) => bits & (1 << site));
}

/** What the changes cost at least, whichever place each leaving site moves to. */
export function leastSpent(given: readonly SiteTerms[], open: readonly number[]): number {
  const priceAt = (site: number): number => {
    const each = given[site]!;
    return each.kind === "kept" ? Infinity : each.cost;
  };
  const closed = given.flatMap((each, site) => (each.kind !== "candidate" && !open.includes(site) ? [site] : []));
  const leaving = closed.filter((site) => given[site]!.kind === "movable");
  const others = closed.filter((site) => given[site]!.kind !== "movable").reduce((sum, site) => sum + priceAt(site), 0);
  const moved = ([site, ...rest]: readonly number[], places: readonly number[]): number => {
    if (site === undefined) return places.reduce((sum, place) => sum + priceAt(place), 0);
    return Math.min(
      Infinity,
      ...places.map(
        (place) =>
          priceAt(site) +
          moved(
            rest,
            places.filter((each) => each !== place),
          ),
      ),
    );
  };
  return (
    others +
    moved(
      leaving,
      open.filter((site) => given[site]!.kind === "candidate"),
    )
  );
}
