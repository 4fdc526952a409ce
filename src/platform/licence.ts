/** The licence of what the territory publishes: that of its State sources, and the first that French law names (CRPA, D323-2-1). */
export const licence = {
  name: "Licence Ouverte 2.0",
  address: "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
  /** As the European authority names it. */
  uri: "http://publications.europa.eu/resource/authority/licence/ETALAB_2_0",
} as const;
