/** What may become of one site. Costs are in the unit of the budget. */
export type SiteTerms = Readonly<
  {
    /** How much weight it serves at most; without it, any. */
    capacity?: number;
  } & (
    | { kind: "candidate"; cost: number }
    /** It exists, and stays. */
    | { kind: "kept" }
    /** It exists, and may be closed for this cost: below zero, closing gives back. */
    | { kind: "closable"; cost: number }
    /** It exists, and may move to the place of a candidate, for this cost instead of the candidate's. */
    | { kind: "movable"; cost: number }
  )
>;

/** A movable site and the candidate whose place it takes. */
export interface Move {
  readonly from: number;
  readonly to: number;
}

/** What a choice of open sites costs at least, and the moves by which it does; `undefined` where a site would have nowhere to move. */
export function spending(
  terms: readonly SiteTerms[],
  isOpen: (site: number) => boolean,
): { readonly spent: number; readonly moves: readonly Move[] } | undefined {
  const changed = terms.flatMap((each, site) => ((each.kind === "candidate") === isOpen(site) ? [{ site, terms: each }] : []));
  if (changed.some((each) => each.terms.kind === "kept")) return undefined;
  const priced = (kind: "candidate" | "movable" | "closable"): readonly { readonly site: number; readonly cost: number }[] =>
    changed.flatMap(({ site, terms: each }) => (each.kind === kind ? [{ site, cost: each.cost }] : []));
  const leaving = priced("movable");
  // Whichever site moves there, a move spares the price of its place: the dearest places are those to move to.
  const openings = priced("candidate").toSorted((one, other) => other.cost - one.cost || one.site - other.site);
  if (leaving.length > openings.length) return undefined;
  const paid = [...leaving, ...openings.slice(leaving.length), ...priced("closable")];
  return {
    spent: paid.reduce((sum, { cost }) => sum + cost, 0),
    moves: leaving.map(({ site }, at) => ({ from: site, to: openings[at]?.site ?? site })),
  };
}

/**
 * Checks terms and budget.
 *
 * @throws RangeError when there is not one for each site, a price is not finite, a price other than of closing or a capacity is
 *   negative, or the budget is negative.
 */
export function checkedTerms(sites: number, terms: readonly SiteTerms[], budget: number): void {
  if (terms.length !== sites) throw new RangeError(`${sites} sites need as many terms: there are ${terms.length}.`);
  if (!(budget >= 0)) throw new RangeError(`A budget of ${budget} is not a sum: give 0 or more.`);
  for (const [site, each] of terms.entries()) {
    if (!((each.capacity ?? 0) >= 0)) throw new RangeError(`Site ${site} serves ${each.capacity}: give 0 or more.`);
    if (each.kind === "kept") continue;
    if (!Number.isFinite(each.cost) || (each.kind !== "closable" && each.cost < 0))
      throw new RangeError(`Site ${site} costs ${each.cost}: give 0 or more; closing alone may give back.`);
  }
}
