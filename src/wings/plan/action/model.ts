import { z } from "zod";
import type { ConventionId } from "../../convention/conventions/model.ts";
import {
  Confidentiality,
  type FileId,
  line,
  optional,
  OrganisationId,
  prose,
  rowsOf,
  setOf,
  writtenCents,
  writtenDay,
  writtenNumber,
  writtenYear,
} from "../../../platform/model.ts";
import { partNamesOf } from "../../../platform/record/parts.ts";
import { CommuneCode, type Provenance, ThemeKey } from "../../territory/territories/model.ts";
import { type Axis, AxisId, type Objective, ObjectiveId } from "../axes/model.ts";

export const ActionId = z.uuid().brand<"ActionId">();
export type ActionId = z.infer<typeof ActionId>;
export const MeasureId = z.uuid().brand<"MeasureId">();
export type MeasureId = z.infer<typeof MeasureId>;

/** Rows keep their identity from one edit to the next: measures, results and milestones are cited elsewhere. */
const rowId = z.preprocess((id) => (id === "" ? undefined : id), z.uuid().optional());

export const Novelty = z.enum(["new", "carried_over", "strengthened"]);
export const Audience = z.enum([
  "prenatal",
  "under_3",
  "age_3_5",
  "age_6_11",
  "age_12_17",
  "age_18_25",
  "parents",
  "families",
  "seniors",
  "professionals",
  "everyone",
]);
export const PartnerRole = z.enum(["co_lead", "associate", "funder", "relay"]);
export const ParticipationLevel = z.enum(["none", "information", "consultation", "concertation", "coconstruction"]);
export const ActionStatus = z.enum(["planned", "ongoing", "done", "paused", "blocked", "dropped"]);
export type ActionStatus = z.infer<typeof ActionStatus>;
export const MeasureKind = z.enum(["output", "outcome", "impact"]);
export const SpendingNature = z.enum(["running", "investment"]);
export const TaxBase = z.enum(["excluding_tax", "including_tax"]);
export const NextStep = z.enum(["continue", "adapt", "stop", "make_permanent"]);

export const Identity = z.object({
  number: line(20),
  title: line(300),
  axisId: AxisId,
  objectiveId: optional(ObjectiveId),
  themes: setOf(ThemeKey),
  novelty: optional(Novelty),
  otherContracts: optional(line(300)),
  confidentiality: Confidentiality,
});
export const Why = z.object({
  findings: optional(prose()),
  stake: optional(prose(5_000)),
  residentsWord: optional(prose(5_000)),
});
export const What = z.object({
  goals: optional(prose()),
  description: optional(prose()),
  audiences: setOf(Audience),
  /** Empty: the whole EPCI. */
  communes: setOf(CommuneCode),
  expectedResults: optional(prose()),
});
export const Partner = z.object({ organisationId: OrganisationId, role: PartnerRole });
export const Who = z.object({
  leadId: optional(OrganisationId),
  leadPerson: optional(line(120)),
  electedSponsor: optional(line(120)),
  cafReferent: optional(line(120)),
  partners: rowsOf(Partner),
  participation: ParticipationLevel,
});
export const Milestone = z.object({ id: rowId, title: line(200), due: optional(writtenDay), doneOn: optional(writtenDay) });
/** Money of one funder for one year and one nature. Absent is unknown, zero is a decision. */
export const FundingLine = z.object({
  id: rowId,
  year: writtenYear,
  funderId: optional(OrganisationId),
  nature: SpendingNature,
  planned: optional(writtenCents),
  notified: optional(writtenCents),
  paid: optional(writtenCents),
});
export const How = z
  .object({
    start: optional(writtenDay),
    end: optional(writtenDay),
    recurrence: optional(line(120)),
    milestones: rowsOf(Milestone),
    /** Full-time equivalents. */
    staff: optional(writtenNumber.pipe(z.number().min(0).max(1_000))),
    taxBase: TaxBase,
    totalCost: optional(writtenCents),
    funding: rowsOf(FundingLine),
  })
  .refine(({ start, end }) => start === null || end === null || start <= end, {
    path: ["end"],
    params: { rule: "endBeforeStart" },
  });
export const MeasureResult = z.object({ id: rowId, day: writtenDay, value: writtenNumber });
export const Measure = z.object({
  id: rowId,
  kind: MeasureKind,
  name: line(200),
  unit: optional(line(40)),
  baseline: optional(writtenNumber),
  target: optional(writtenNumber),
  source: optional(line(200)),
  frequency: optional(line(60)),
  owner: optional(line(120)),
  results: rowsOf(MeasureResult),
});
export const Measures = z.object({ measures: rowsOf(Measure) });
interface Standing {
  readonly status: ActionStatus;
  readonly reason: string | null;
  readonly unblockedBy: string | null;
}
/** Nobody says "blocked" or "dropped" without a reason. */
export const reasoned = <Schema extends z.ZodType<Standing>>(schema: Schema) =>
  schema
    .refine(({ status, reason }) => (status !== "blocked" && status !== "dropped") || reason !== null, {
      path: ["reason"],
      params: {
        said: {
          fr: "Dites pourquoi : une action bloquée ou abandonnée a une raison.",
          en: "Say why: a blocked or dropped action has a reason.",
        },
      },
    })
    .refine(({ status, unblockedBy }) => status !== "blocked" || unblockedBy !== null, {
      path: ["unblockedBy"],
      params: {
        said: {
          fr: "Dites ce qui débloquerait l’action, et qui peut le faire.",
          en: "Say what would unblock the action, and who can do it.",
        },
      },
    });

export const StandingFields = z.object({
  status: ActionStatus,
  /** Why it is blocked or was dropped. */
  reason: optional(prose(2_000)),
  unblockedBy: optional(prose(2_000)),
});
/** The word of the people on where it stands. "Late" is not among them: it is computed. */
export const Life = reasoned(
  StandingFields.extend({
    strengths: optional(prose(5_000)),
    obstacles: optional(prose(5_000)),
    levers: optional(prose(5_000)),
    nextStep: optional(NextStep),
  }),
);

/** The blocks of a fiche: each is edited, compared and told on its own. */
export const blocks = { identity: Identity, why: Why, what: What, who: Who, how: How, measures: Measures, life: Life } as const;
export type ActionBlock = keyof typeof blocks;
export const blockNames = partNamesOf(blocks);
export type Blocks = { readonly [B in ActionBlock]: z.infer<(typeof blocks)[B]> };

export type Milestone = z.infer<typeof Milestone>;
export type FundingLine = z.infer<typeof FundingLine>;
export type Measure = z.infer<typeof Measure>;
export type MeasureResult = z.infer<typeof MeasureResult>;
export type Partner = z.infer<typeof Partner>;
export type Audience = z.infer<typeof Audience>;

/** A fiche action, whole. */
export type Action = Blocks & {
  readonly id: ActionId;
  readonly conventionId: ConventionId;
  readonly provenance: Provenance;
  /** Last thing that happened to it: what silence is counted from. */
  readonly lastNewsAt: Date;
  readonly validatedAt: Date | null;
  readonly validatedBy: string | null;
};

export const LinkKind = z.enum(["depends_on", "continues", "relates_to"]);
export interface ActionLink {
  readonly from: ActionId;
  readonly to: ActionId;
  readonly kind: z.infer<typeof LinkKind>;
}

export interface ActionFile {
  readonly actionId: ActionId;
  readonly fileId: FileId;
  readonly name: string;
  readonly size: number;
  readonly confidentiality: Confidentiality;
}

export interface Plan {
  readonly conventionId: ConventionId;
  readonly axes: readonly Axis[];
  readonly objectives: readonly Objective[];
  readonly actions: readonly Action[];
  readonly links: readonly ActionLink[];
}
