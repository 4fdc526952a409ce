import type { Card, Internal } from "./model.ts";

/** A card of which nothing is known but what is offered. Unknown is said as unknown, never guessed. */
export const blankCard = (offer: Card["offer"]): Card => ({
  offer,
  forWhom: { minMonths: null, maxMonths: null, publics: [], publicsDetails: null, conditions: null, disability: "unknown" },
  opening: { periods: [], closures: [], notice: null, noticeUntil: null },
  where: { modes: [], rounds: [], area: { kind: "unknown" } },
  wayIn: {
    ways: [],
    waitingListOn: null,
    waiting: null,
    details: null,
    contactName: null,
    phone: null,
    email: null,
    link: null,
    means: [],
    orientation: [],
  },
  fees: { fee: "unknown", details: null },
  capacity: { capacities: [] },
  carried: { operatorId: null, supporterIds: [], funding: null, weeklyHours: null, weeks: null },
  exchanged: { thematiques: [], type: null, address: { kind: "of_place" } },
});

export const blankInternal: Internal = { keeperEmail: null, keeperName: null, phone: null, note: null };
