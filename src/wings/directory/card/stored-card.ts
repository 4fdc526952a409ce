import type { Card } from "./model.ts";

/** A card without what other columns hold. One that was written before a field existed does not say it. */
export type StoredCard = Omit<Card, "carried"> & { readonly carried: Omit<Card["carried"], "operatorId" | "supporterIds"> };
