import type { Card } from "./model.ts";

/** A card without what other columns hold. Cards written before addresses were exchanged do not say where theirs stands. */
export type StoredCard = Omit<Card, "carried" | "exchanged"> & {
  readonly carried: Omit<Card["carried"], "operatorId" | "supporterIds">;
  readonly exchanged: Omit<Card["exchanged"], "address"> & Partial<Pick<Card["exchanged"], "address">>;
};
