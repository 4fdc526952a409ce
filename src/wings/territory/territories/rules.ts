import type { Commune } from "./model.ts";

/** Words that say which kind of EPCI it is, and nothing about which one. */
const kindWords = /^(cc|ca|cu|metropole|communaute|de|des|du|d|la|le|les|l|communes|agglomeration|urbaine|com|comcom)$/;

/** The part of the addresses that names a territory: "CC de la Porte des Vosges Méridionales" → `porte-des-vosges-meridionales`. */
export function slugOf(name: string): string {
  const words = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const first = words.findIndex((word) => !kindWords.test(word));
  return (first === -1 ? words : words.slice(first)).join("-").slice(0, 60).replace(/-$/, "") || "territoire";
}

/** First segments of addresses that are the instance's own: no territory may take one. */
export const reservedSlugs: ReadonlySet<string> = new Set([
  "api",
  "assets",
  "compte",
  "connexion",
  "courriels",
  "deconnexion",
  "demonstration",
  "healthz",
  "instance",
  "invitation",
  "fiche",
]);

export interface SignedIn {
  readonly email: string;
  readonly name: string;
  readonly operator: boolean;
}

/** Key of a theme that a territory adds: "Santé des jeunes" → `sante-des-jeunes`. */
export const themeKeyOf = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-|-$/g, "");

/** Population of communes together, when each is published and all are of one edition: a sum of editions is no figure. */
export function populationOf(communes: readonly Pick<Commune, "population" | "vintage">[]): number | null {
  if (new Set(communes.map(({ vintage }) => vintage)).size !== 1) return null;
  return communes.reduce<number | null>(
    (sum, { population }) => (sum === null || population === null ? null : sum + population),
    0,
  );
}
