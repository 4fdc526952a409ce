import { z } from "zod";
import { firstDay, type KnownDate, lastDay, writtenKnownDate } from "../../../platform/known-date.ts";
import { ConventionId, line, optional, prose, setOf, writtenDay } from "../../../platform/model.ts";
import { marks } from "../../../platform/record/fields.ts";
import type { PartName } from "../../../platform/record/parts.ts";
import { type Provenance, ThemeKey } from "../../territory/territories/model.ts";
import { FrameworkId } from "../frameworks/model.ts";
import type { Party } from "../parties/model.ts";
import type { Competence } from "../competences/model.ts";
import type { Amendment } from "../amendments/model.ts";

export const conventionStates = [
  "preparation",
  "plan_validated",
  "partially_signed",
  "in_force",
  "in_evaluation",
  "ended",
  "renewed",
] as const;
export const ConventionState = z.enum(conventionStates);
export type ConventionState = z.infer<typeof ConventionState>;

/** Lines of a text area, without the blank ones. */
const linesOf = (max: number) =>
  marks(
    { kind: "lines" },
    z.preprocess(
      (value) =>
        value === undefined || value === null
          ? []
          : typeof value === "string"
            ? value.split(/\r?\n/).filter((each) => each.trim() !== "")
            : value,
      z.array(line(max)).max(50),
    ),
  );

const Identity = z.object({
  title: line(200),
  frameworkId: optional(FrameworkId),
  /** Public sources of the facts, one a line. */
  sources: linesOf(500),
});

/** Dates that do not line up, each its own: period covered, plan validated, signed (each deliberation is the party's). */
const Dates = z.object({
  periodStart: optional(writtenKnownDate),
  periodEnd: optional(writtenKnownDate),
  planValidatedOn: optional(writtenKnownDate),
  signedOn: optional(writtenDay),
  /** Where it was signed, who presided: what the press or the minutes say. */
  signingNote: optional(prose(2_000)),
});
export const endAfterStart = ({
  periodStart,
  periodEnd,
}: {
  readonly periodStart: KnownDate | null;
  readonly periodEnd: KnownDate | null;
}): boolean => periodStart === null || periodEnd === null || firstDay(periodStart) <= lastDay(periodEnd);
export const endBeforeStart = { path: ["periodEnd"], params: { rule: "endBeforeStart" } };

const Themes = z.object({ themes: setOf(ThemeKey) });

/** The articles, in the order in which a convention is read. */
const Texts = z.object({
  visas: optional(prose()),
  preamble: optional(prose()),
  purpose: optional(prose()),
  cafScope: optional(prose()),
  cooperation: optional(prose()),
  dataExchange: optional(prose()),
  communication: optional(prose()),
  evaluation: optional(prose()),
  ending: optional(prose()),
  recourse: optional(prose()),
  confidentiality: optional(prose()),
});

const Review = z.object({ reviewedOn: optional(writtenKnownDate), reviewSummary: optional(prose(5_000)) });

/** The parts of a convention, in the order of its forms. */
export const conventionParts = {
  identity: Identity,
  dates: Dates.refine(endAfterStart, endBeforeStart),
  themes: Themes,
  texts: Texts,
  review: Review,
} as const;
export type ConventionPart = PartName<typeof conventionParts>;

export const ConventionFields = z
  .object({ ...Identity.shape, ...Dates.shape, ...Themes.shape, ...Texts.shape, ...Review.shape })
  .refine(endAfterStart, endBeforeStart);
export type ConventionFields = z.infer<typeof ConventionFields>;

export type Convention = ConventionFields & {
  readonly id: ConventionId;
  readonly state: ConventionState;
  readonly provenance: Provenance;
  readonly predecessorId: ConventionId | null;
  readonly parties: readonly Party[];
  readonly competences: readonly Competence[];
  readonly amendments: readonly Amendment[];
};

export { ConventionId };
