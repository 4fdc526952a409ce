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
export const reservedSlugs: ReadonlySet<string> = new Set(["api", "assets", "connexion", "courriels", "demonstration", "healthz", "instance", "invitation", "fiche"]);
