import fc from "fast-check";
import type { OrganisationId } from "../../../platform/model.ts";
import { Audience, blocks, MeasureKind, NextStep, Novelty, ParticipationLevel, PartnerRole, type Blocks } from "./model.ts";
import type { AxisId, ObjectiveId } from "../axes/model.ts";

/** Text as people may send it: emoji, right to left, HTML, several lines, and at times very long. */
export const anyText = (max: number) =>
  fc
    .oneof(
      { weight: 6, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: Math.min(max, 60) }) },
      fc.constantFrom(
        "<script>alert('x')</script>",
        "مرحبا بالعائلات",
        "\u202Einversé",
        "👩🏽‍🍼 d’éveil\u00A0: «\u202Foui\u202F»",
        "'; drop table action; --",
        "a\u0000b",
        "-- {0} \\n %s",
      ),
      fc.constant("é".repeat(max)),
    )
    .filter((text) => text.replaceAll("\u0000", "").trim() !== "" && text.normalize("NFC").length <= max);

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });
const text = (max: number) => maybe(anyText(max));
const day = maybe(
  fc
    .date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
);
const cents = maybe(fc.integer({ min: 0, max: 1_000_000_000_000 }));
const number = fc
  .oneof(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.double({ min: -1e9, max: 1e9, noNaN: true }))
  .map((value) => value + 0);
const someOf = <Value>(values: readonly Value[]) => fc.subarray([...values]);

interface BlockReferences {
  readonly axisId: AxisId;
  readonly objectiveId: ObjectiveId;
  readonly organisations: readonly OrganisationId[];
  readonly themes: readonly string[];
  readonly communes: readonly string[];
}

/** Any blocks that a form may send and the model accepts. */
export const anyBlocks = ({ axisId, objectiveId, organisations, themes, communes }: BlockReferences): fc.Arbitrary<Blocks> => {
  const organisation = fc.constantFrom(...organisations);
  const rows = <Row>(row: fc.Arbitrary<Row>) => fc.array(row, { maxLength: 4 });
  return fc
    .record({
      identity: fc.record({
        number: anyText(20),
        title: anyText(300),
        axisId: fc.constant(axisId),
        objectiveId: maybe(fc.constant(objectiveId)),
        themes: someOf(themes),
        novelty: maybe(fc.constantFrom(...Novelty.options)),
        otherContracts: text(300),
        confidentiality: fc.constantFrom("public", "shared", "restricted"),
      }),
      why: fc.record({ findings: text(20_000), stake: text(5_000), residentsWord: text(5_000) }),
      what: fc.record({
        goals: text(20_000),
        description: text(20_000),
        audiences: someOf(Audience.options),
        communes: someOf(communes),
        expectedResults: text(20_000),
      }),
      who: fc.record({
        leadId: maybe(organisation),
        leadPerson: text(120),
        electedSponsor: text(120),
        cafReferent: text(120),
        partners: rows(fc.record({ organisationId: organisation, role: fc.constantFrom(...PartnerRole.options) })),
        participation: fc.constantFrom(...ParticipationLevel.options),
      }),
      how: fc.record({
        start: fc.constantFrom(null, "2023-01-01"),
        end: fc.constantFrom(null, "2027-12-31"),
        recurrence: text(120),
        milestones: rows(fc.record({ title: anyText(200), due: day, doneOn: day })),
        staff: maybe(fc.double({ min: 0, max: 1_000, noNaN: true }).map((value) => value + 0)),
        taxBase: fc.constantFrom("excluding_tax", "including_tax"),
        totalCost: cents,
        funding: rows(
          fc.record({
            year: fc.integer({ min: 1990, max: 2100 }),
            funderId: maybe(organisation),
            nature: fc.constantFrom("running", "investment"),
            planned: cents,
            notified: cents,
            paid: cents,
          }),
        ),
      }),
      measures: fc.record({
        measures: rows(
          fc.record({
            kind: fc.constantFrom(...MeasureKind.options),
            name: anyText(200),
            unit: text(40),
            baseline: maybe(number),
            target: maybe(number),
            source: text(200),
            frequency: text(60),
            owner: text(120),
            results: rows(fc.record({ day: fc.constantFrom("2024-06-30", "2025-06-30"), value: number })),
          }),
        ),
      }),
      life: fc.record({
        status: fc.constantFrom("planned", "ongoing", "done", "paused"),
        reason: text(2_000),
        unblockedBy: text(2_000),
        strengths: text(5_000),
        obstacles: text(5_000),
        levers: text(5_000),
        nextStep: maybe(fc.constantFrom(...NextStep.options)),
      }),
    })
    .map((raw) => ({
      identity: blocks.identity.parse(raw.identity),
      why: blocks.why.parse(raw.why),
      what: blocks.what.parse(raw.what),
      who: blocks.who.parse(raw.who),
      how: blocks.how.parse(raw.how),
      measures: blocks.measures.parse(raw.measures),
      life: blocks.life.parse(raw.life),
    }));
};
