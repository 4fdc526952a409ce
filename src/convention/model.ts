import { z } from "zod";
import { Day, FileId, line, optional, OrganisationId, prose, setOf, writtenDay } from "../platform/model.ts";
import { Provenance, ThemeKey } from "../territory/model.ts";

export const ConventionId = z.uuid().brand<"ConventionId">();
export type ConventionId = z.infer<typeof ConventionId>;
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

/** A departmental scheme (SDSF) whose axes several conventions share. It belongs to no territory. */
export interface Framework {
  readonly id: FrameworkId;
  readonly name: string;
  readonly departementCode: string;
  readonly signedIn: string | null;
  readonly source: string;
  readonly axes: readonly { readonly id: FrameworkAxisId; readonly number: number; readonly title: string }[];
}

export const conventionStates = ["preparation", "plan_validated", "partially_signed", "in_force", "in_evaluation", "ended", "renewed"] as const;
export const ConventionState = z.enum(conventionStates);
export type ConventionState = z.infer<typeof ConventionState>;

/** Four dates that do not line up, each its own: period covered, plan validated, signed (each deliberation is the party's). */
export const ConventionFields = z
  .object({
    title: line(200),
    frameworkId: optional(FrameworkId),
    periodStart: optional(writtenDay),
    periodEnd: optional(writtenDay),
    planValidatedOn: optional(writtenDay),
    signedOn: optional(writtenDay),
    /** Where it was signed, who presided: what the press or the minutes say. */
    signingNote: optional(prose(2_000)),
    themes: setOf(ThemeKey),
    preamble: optional(prose()),
    purpose: optional(prose()),
    cooperation: optional(prose()),
    dataExchange: optional(prose()),
    communication: optional(prose()),
    evaluation: optional(prose()),
    ending: optional(prose()),
  })
  .refine(({ periodStart, periodEnd }) => periodStart === null || periodEnd === null || periodStart <= periodEnd, {
    path: ["periodEnd"],
    params: { rule: "endBeforeStart" },
  });
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
export type Party = PartyFields & { readonly id: PartyId; readonly deliberationFileId: FileId | null; readonly signedOn: Day | null };

export const CompetenceHolder = z.enum(["communes", "epci", "shared", "departement", "state", "caf", "other"]);
export type CompetenceHolder = z.infer<typeof CompetenceHolder>;
/** Who exercises what, by theme: one cell of the matrix. */
export const Competence = z.object({ theme: ThemeKey, holder: CompetenceHolder, note: optional(line(300)) });
export type Competence = z.infer<typeof Competence>;

export const AmendmentFields = z.object({ number: line(20), title: line(200), reason: optional(prose()), signedOn: optional(writtenDay) });
export type Amendment = z.infer<typeof AmendmentFields> & { readonly id: AmendmentId; readonly snapshotId: SnapshotId | null };

export type Convention = ConventionFields & {
  readonly id: ConventionId;
  readonly state: ConventionState;
  readonly provenance: Provenance;
  /** Public sources of the facts above, one a line. */
  readonly sources: readonly string[];
  readonly predecessorId: ConventionId | null;
  readonly parties: readonly Party[];
  readonly competences: readonly Competence[];
  readonly amendments: readonly Amendment[];
};

/** What a signature froze: the convention and its plan as they were, under the SHA-256 of their canonical text. */
export interface Snapshot {
  readonly id: SnapshotId;
  readonly conventionId: ConventionId;
  readonly takenAt: Date;
  readonly reason: "signature" | "amendment";
  readonly seq: number;
  readonly hash: string;
}
