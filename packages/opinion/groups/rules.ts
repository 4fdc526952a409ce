/** What makes groups, as data. */
export interface Rules {
  /** A person counts in groups from so many votes, or from a vote on each statement when there are fewer. */
  readonly fewestVotes: number;
  /** When fewer people count, those who voted most are added up to so many. */
  readonly filledUpTo: number;
  /** Below so many people who count, there are no groups. */
  readonly fewestPeople: number;
  /** A group has so many people at least. */
  readonly smallestGroup: number;
  readonly mostGroups: number;
  /** People are first put in so many small clusters, and those in groups. */
  readonly baseClusters: number;
  /** One more group may be tried for so many base clusters. */
  readonly clustersPerGroup: number;
  /** Whether the choice of how many groups weighs each person, or each base cluster, the same. */
  readonly silhouetteOf: "people" | "clusters";
  /** The former number of groups stays while its silhouette is within so much of the best. */
  readonly loyalty: number;
  /** Groups that a bootstrap finds again less than so (mean index of Jaccard, 0 to 1) are not told. Hennig 2007: below 0.6, trust nothing. */
  readonly leastStability: number;
}

/** For a consultation where few may answer: nothing is said that the votes do not bear. */
export const careful: Rules = {
  fewestVotes: 7,
  filledUpTo: 0,
  fewestPeople: 20,
  smallestGroup: 5,
  mostGroups: 5,
  baseClusters: 100,
  clustersPerGroup: 12,
  silhouetteOf: "people",
  loyalty: 0.03,
  leastStability: 0.6,
};

/** What Polis does: groups in any case. Source: Small and others 2021, and the documents of its program. */
export const polis: Rules = {
  ...careful,
  filledUpTo: 15,
  fewestPeople: 2,
  smallestGroup: 1,
  silhouetteOf: "clusters",
  loyalty: 0,
  leastStability: 0,
};
