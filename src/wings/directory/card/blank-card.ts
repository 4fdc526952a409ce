import { Internal, parts, type Card } from "./model.ts";

/** A card of which nothing is known but what is offered. Unknown is said as unknown, never guessed. */
export const blankCard = (offer: Card["offer"]): Card => ({
  offer,
  forWhom: parts.forWhom.parse({ disability: "unknown" }),
  opening: parts.opening.parse({}),
  where: parts.where.parse({ area: { kind: "unknown" } }),
  wayIn: parts.wayIn.parse({}),
  fees: parts.fees.parse({ fee: "unknown" }),
  capacity: parts.capacity.parse({}),
  carried: parts.carried.parse({}),
  exchanged: parts.exchanged.parse({}),
});

export const blankInternal: Internal = Internal.parse({});
