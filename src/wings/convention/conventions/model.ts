import { z } from "zod";
import type { KnownDate } from "../../../platform/known-date.ts";
import { firstDay, lastDay, writtenKnownDate } from "../../../platform/known-date.ts";
import type { Day, FileId } from "../../../platform/model.ts";
import { ConventionId, line, optional, OrganisationId, prose, setOf, writtenDay } from "../../../platform/model.ts";
import type { Provenance } from "../../territory/territories/model.ts";
import { FrozenObject } from "../../../platform/wing/contributions.ts";
import { ThemeKey } from "../../territory/territories/model.ts";

export const FrameworkId = z.uuid().brand<"FrameworkId">();
export type FrameworkId = z.infer<typeof FrameworkId>;
export const FrameworkAxisId = z.uuid().brand<"FrameworkAxisId">();
export type FrameworkAxisId = z.infer<typeof FrameworkAxisId>;
export const PartyId = z.uuid().brand<"PartyId">();
export type PartyId = z.infer<typeof PartyId>;
export const AmendmentId = z.uuid().brand<"AmendmentId">();
export type AmendmentId = z.infer<typeof AmendmentId>;
export const SnapshotId = z.uuid().brand<"SnapshotId">();
export type SnapshotId = z.infer<typeof SnapshotId>;

/** A departmental scheme (SDSF) whose axes several conventions share. Its owner writes it, everyone reads it. */
export const FrameworkFields = z.object({
  name: line(200),
  departementCode: line(3),
  signedIn: optional(writtenKnownDate),
  source: line(500),
});
export type FrameworkFields = z.infer<typeof FrameworkFields>;
export type Framework = FrameworkFields & {
  readonly id: FrameworkId;
  readonly axes: readonly { readonly id: FrameworkAxisId; readonly number: number; readonly title: string }[];
};

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
  z.preprocess(
    (value) =>
      value === undefined || value === null
        ? []
        : typeof value === "string"
          ? value.split(/\r?\n/).filter((each) => each.trim() !== "")
          : value,
    z.array(line(max)).max(50),
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

const ReviewBlock = z.object({ reviewedOn: optional(writtenKnownDate), reviewSummary: optional(prose(5_000)) });

/** The blocks of a convention: each is edited, compared and told on its own. */
export const conventionBlocks = {
  identity: Identity,
  dates: Dates.refine(endAfterStart, endBeforeStart),
  themes: Themes,
  texts: Texts,
  review: ReviewBlock,
} as const;
export const ConventionBlock = z.enum(["identity", "dates", "themes", "texts", "review"]);
export type ConventionBlock = z.infer<typeof ConventionBlock>;

export const ConventionFields = z
  .object({ ...Identity.shape, ...Dates.shape, ...Themes.shape, ...Texts.shape, ...ReviewBlock.shape })
  .refine(endAfterStart, endBeforeStart);
export type ConventionFields = z.infer<typeof ConventionFields>;

export const PartyFields = z.object({
  organisationId: OrganisationId,
  representative: optional(line(120)),
  representativeFunction: optional(line(160)),
  deliberationNumber: optional(line(60)),
  deliberationDate: optional(writtenDay),
  commitments: optional(prose()),
});
export type PartyFields = z.infer<typeof PartyFields>;
export type Party = PartyFields & {
  readonly id: PartyId;
  readonly deliberationFileId: FileId | null;
  readonly signedOn: Day | null;
};

export const CompetenceHolder = z.enum(["communes", "epci", "shared", "departement", "state", "caf", "other"]);
export type CompetenceHolder = z.infer<typeof CompetenceHolder>;
/** Who exercises what, by theme: one cell of the matrix. */
export const Competence = z.object({ theme: ThemeKey, holder: CompetenceHolder, note: optional(line(300)) });
export type Competence = z.infer<typeof Competence>;

export const AmendmentFields = z.object({
  number: line(20),
  title: line(200),
  reason: optional(prose()),
  signedOn: optional(writtenDay),
});
export type AmendmentFields = z.infer<typeof AmendmentFields>;
export type Amendment = AmendmentFields & { readonly id: AmendmentId; readonly snapshotId: SnapshotId | null };

export type Convention = ConventionFields & {
  readonly id: ConventionId;
  readonly state: ConventionState;
  readonly provenance: Provenance;
  readonly predecessorId: ConventionId | null;
  readonly parties: readonly Party[];
  readonly competences: readonly Competence[];
  readonly amendments: readonly Amendment[];
};

/** Why a snapshot was frozen. `entry`: the convention was already signed when it came into Maillage, and is frozen as it came. */
export const SnapshotReason = z.enum(["signature", "amendment", "entry"]);
export type SnapshotReason = z.infer<typeof SnapshotReason>;

/** What a signature froze: the convention and its plan as they were, under the SHA-256 of their canonical text. */
export interface Snapshot {
  readonly id: SnapshotId;
  readonly conventionId: ConventionId;
  readonly takenAt: Date;
  readonly reason: SnapshotReason;
  /** Number of the last event before it. */
  readonly seq: number;
  readonly hash: string;
}

export const SnapshotContent = z.object({
  format: z.literal(1),
  objects: z.array(FrozenObject),
  /** Names of the organisations cited by their id, so that the text can be read alone. */
  names: z.record(z.string(), z.string()),
});
export type SnapshotContent = z.infer<typeof SnapshotContent>;

export { ConventionId };
