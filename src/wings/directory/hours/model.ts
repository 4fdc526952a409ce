import { z } from "zod";
import { inSyntax } from "../../../platform/french/hours.ts";
import { line, optional, rowsOf, writtenDay } from "../../../platform/model.ts";

/** Hours in the syntax of OpenStreetMap's `opening_hours`, or as someone wrote them: what can't be read is kept, and said. */
export const hours = line(1_000).pipe(z.string().overwrite(inSyntax).max(1_000));

export const Season = z.enum(["all_year", "school_time", "wednesdays", "holidays", "summer"]);
export type Season = z.infer<typeof Season>;
export const Period = z.object({ season: Season, hours });
export type Period = z.infer<typeof Period>;
export const Closure = z
  .object({ from: writtenDay, to: writtenDay, reason: optional(line(200)) })
  .refine(({ from, to }) => from <= to, { path: ["to"], params: { rule: "endBeforeStart" } });
export const Opening = z.object({
  periods: rowsOf(Period),
  closures: rowsOf(Closure),
  /** A word for a time: "fermé pour travaux, l’accueil se fait à la mairie". */
  notice: optional(line(500)),
  noticeUntil: optional(writtenDay),
});
export type Opening = z.infer<typeof Opening>;
