import type { Ages, ServiceKind } from "../kinds/model.ts";
import type { Area, Service } from "./model.ts";
import type { Place } from "../places/model.ts";
import type { z } from "zod";

/** The ages that a card says, else those of its kind; `null` where neither says any. */
export function agesOf({ forWhom }: Pick<Service, "forWhom">, kind: Pick<ServiceKind, "ages"> | undefined): Ages | null {
  const { minMonths, maxMonths } = forWhom;
  return minMonths === null && maxMonths === null ? (kind?.ages ?? null) : { minMonths, maxMonths };
}

/** The communes where a service is given, each once: that of its place, then those where its rounds stop. */
export const communesOf = ({ where }: Pick<Service, "where">, { communeCode }: Pick<Place, "communeCode">): ReadonlySet<string> =>
  new Set([...(communeCode === null ? [] : [communeCode]), ...where.rounds.map((round) => round.communeCode)]);

/** Whether those who live in a commune are among whom a service is for, as its card says: an unknown area says nothing of anyone. */
export function areaHolds(area: z.infer<typeof Area>, communeCode: string, epciSiren: string): boolean {
  if (area.kind !== "codes") return area.kind === "everywhere";
  // Two or three signs name a département, and begin the codes of its communes.
  return area.codes.some(
    (code) => code === communeCode || code === epciSiren || (code.length <= 3 && communeCode.startsWith(code)),
  );
}

/** Whether a child of one of these years of age, each at its middle, is of those that a service takes. */
export const takesYears = ({ minMonths, maxMonths }: Ages, from: number, to: number): boolean =>
  (minMonths ?? 0) <= middleOfYear(to) && middleOfYear(from) <= (maxMonths ?? Number.POSITIVE_INFINITY);

/** Whether ages hold a whole span of years, from the middle of its first to the middle of its last. */
export const holdsYears = ({ minMonths, maxMonths }: Ages, from: number, to: number): boolean =>
  (minMonths ?? 0) <= middleOfYear(from) && middleOfYear(to) <= (maxMonths ?? Number.POSITIVE_INFINITY);

/** A child of two is some months past two. */
export const middleOfYear = (year: number): number => year * 12 + 6;
