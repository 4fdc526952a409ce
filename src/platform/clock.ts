import { Day } from "./model.ts";

/** Time as a port: rules and actions never look at the wall themselves. */
export interface Clock {
  readonly now: () => Date;
}

export const systemClock: Clock = { now: () => new Date() };

const inFrance = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris", dateStyle: "short" });

/** The calendar day of an instant where the conventions are signed: legal dates are Paris dates. */
export const dayOf = (instant: Date): Day => Day.parse(inFrance.format(instant));
