import { blankBlocks } from "../action/blank-blocks.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AxisId } from "../axes/model.ts";
import { fieldNames, type PlanFields } from "./plan-fields.ts";
import { comparedFields, fieldsOfAction, remarksOf, withFields } from "./to-action.ts";

const id = (last: number): string => `01890000-0000-7000-8000-${String(last).padStart(12, "0")}`;
const axis = AxisId.parse(id(1));
const everything = new Set(fieldNames);
const newAction = (fields: PlanFields) =>
  withFields(blankBlocks({ axisId: axis, number: "1.9", title: "" }), fields, everything, 2026);

/** An action of which the file says its title only. */
const nothingSaid: PlanFields = {
  ...comparedFields(blankBlocks({ axisId: axis, number: "1.9", title: "" }), null, null),
  number: null,
  title: "Relais",
  axis: null,
  status: null,
  tax: null,
};

const text = fc.option(fc.string({ unit: "grapheme", maxLength: 400 }), { nil: null });
const day = fc.option(fc.constantFrom("2024-01-01", "2025-06-30", "2026-12-31"), { nil: null });
const cents = fc.option(fc.integer({ min: -500, max: 5_000_000 }), { nil: null });
const organisation = fc.constantFrom(id(21), id(22), id(23));
const fields: fc.Arbitrary<PlanFields> = fc.record({
  number: fc.option(fc.constantFrom("1", "2.1", "A3", "un numéro bien trop long pour tenir"), { nil: null }),
  title: fc.string({ minLength: 1, maxLength: 300 }),
  axis: fc.option(fc.constant(axis), { nil: null }),
  objective: fc.option(fc.constant(id(2)), { nil: null }),
  themes: fc.uniqueArray(fc.constantFrom("enfance", "jeunesse")),
  lead: fc.option(organisation, { nil: null }),
  leadPerson: text,
  partners: fc.uniqueArray(organisation),
  sponsor: text,
  start: day,
  end: day,
  recurrence: text,
  status: fc.option(fc.constantFrom("planned", "ongoing", "done", "paused", "blocked", "dropped"), { nil: null }),
  statusReason: text,
  totalCost: cents,
  tax: fc.option(fc.constantFrom("excluding_tax", "including_tax"), { nil: null }),
  costs: fc
    .uniqueArray(fc.record({ year: fc.integer({ min: 2023, max: 2027 }), cents: fc.integer({ min: -5, max: 9_000 }) }), {
      selector: ({ year }) => year,
    })
    .map((costs) => costs.toSorted((one, other) => one.year - other.year)),
  funding: fc.array(fc.record({ funder: fc.option(organisation, { nil: null }), cents }), { maxLength: 4 }),
  communes: fc.uniqueArray(fc.constantFrom("88498", "88158")),
  audiences: fc.uniqueArray(fc.constantFrom("parents", "under_3")),
  description: text,
  goals: text,
  findings: text,
  expectedResults: text,
  measures: fc.array(
    fc.record({
      name: fc.string({ maxLength: 250 }),
      baseline: fc.option(fc.integer(), { nil: null }),
      target: fc.option(fc.integer(), { nil: null }),
    }),
    { maxLength: 4 },
  ),
  milestones: fc.array(fc.record({ title: fc.string({ maxLength: 250 }), due: day }), { maxLength: 4 }),
  notes: text,
});

describe("an action that an import wrote", () => {
  it("is compared in the very words of that import, whatever they were", () => {
    fc.assert(
      fc.property(fields, (said) => {
        const compared = comparedFields(newAction(said), remarksOf(said), said);
        for (const name of fieldNames) {
          // What the file did not say was chosen or computed here: it is not the file's to compare.
          const isSilent = said[name] === null || said[name] === "" || (Array.isArray(said[name]) && said[name].length === 0);
          if (!isSilent && name !== "title") expect([name, compared[name]]).toEqual([name, said[name]]);
        }
      }),
    );
  });

  it("stays the same when it is written again", () => {
    fc.assert(
      fc.property(fields, (said) => {
        const once = newAction(said);
        expect(withFields(once, said, everything, 2026)).toEqual(once);
      }),
    );
  });

  it("keeps every block that the file says nothing of", () => {
    fc.assert(
      fc.property(fields, fields, (before, said) => {
        const action = newAction(before);
        expect(withFields(action, said, new Set(), 2026)).toEqual(action);
        const titled = withFields(action, said, new Set(["title"]), 2026);
        expect({ ...titled, identity: { ...titled.identity, title: action.identity.title } }).toEqual(action);
      }),
    );
  });

  it("shows what a person edited since as an edit", () => {
    const said: PlanFields = { ...nothingSaid, axis, status: "ongoing", totalCost: 100 };
    const action = newAction(said);
    const edited = { ...action, life: { ...action.life, status: "done" as const }, how: { ...action.how, totalCost: 200 } };
    expect(comparedFields(edited, null, said)).toMatchObject({ status: "done", totalCost: 200, title: "Relais" });
  });
});

describe("the money of a file", () => {
  const of = (more: Partial<PlanFields>) => newAction({ ...nothingSaid, start: "2025-01-01", ...more }).how;

  it("by year becomes a line a year, and their sum the cost that the file does not give", () => {
    const how = of({
      costs: [
        { year: 2025, cents: 100 },
        { year: 2026, cents: 200 },
      ],
    });
    expect(how).toMatchObject({
      totalCost: 300,
      funding: [
        { year: 2025, planned: 100, funderId: null },
        { year: 2026, planned: 200 },
      ],
    });
  });

  it("is never counted twice when the funders have their own amounts", () => {
    const how = of({
      costs: [{ year: 2025, cents: 300 }],
      funding: [
        { funder: id(21), cents: 200 },
        { funder: id(22), cents: null },
      ],
    });
    expect(how.totalCost).toBe(300);
    expect(how.funding.map(({ funderId, year, planned }) => [funderId, year, planned])).toEqual([
      [id(21), 2025, 200],
      [id(22), 2025, null],
    ]);
  });

  it("comes back as it was told, funder by funder", () => {
    const funding = [
      { funder: id(21), cents: 200 },
      { funder: id(22), cents: null },
    ];
    expect(fieldsOfAction(newAction({ ...nothingSaid, funding }), null).funding).toEqual(funding);
  });
});
