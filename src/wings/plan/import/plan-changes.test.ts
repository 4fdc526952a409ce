import { describe, expect, it } from "vitest";
import { accepted, changesOf, doubtsOf, guide, heading, knowing, relay, type Value } from "./import.fixture.ts";
import { chosen, type ExistingAction } from "./plan-changes.ts";

describe("the same file again, and corrected", () => {
  const first = changesOf([heading, relay, guide]);
  const existing = accepted(first);
  const later = knowing(first);
  const again = (rows: readonly (readonly Value[])[], actions: readonly ExistingAction[] = existing) =>
    changesOf([heading, ...rows], { existing: actions, known: later });
  const edited = (changes: Partial<ExistingAction["fields"]>): ExistingAction[] =>
    existing.map((action) => (action.fields.number === "1.1" ? { ...action, fields: { ...action.fields, ...changes } } : action));

  it("changes nothing", () => {
    expect(again([relay, guide]).counts).toEqual({ created: 0, changed: 0, same: 2, toChoose: 0, skipped: 0, vanished: 0 });
  });

  it("changes what was corrected, field by field", () => {
    const changes = again([relay.with(6, "15 k€").with(1, "Relais du soir et du samedi"), guide]);
    expect(changes.counts).toMatchObject({ changed: 1, same: 1, created: 0 });
    expect(changes.rows[0]).toMatchObject({
      kind: "change",
      changes: [
        { field: "title", before: "Relais du soir" },
        { field: "totalCost", before: 1_200_000, after: 1_500_000 },
      ],
      to: { totalCost: 1_500_000, lead: "ccpvm" },
    });
  });

  it("finds an action whose number changed, by its title", () => {
    expect(again([relay.with(0, "3.7"), guide]).rows[0]).toMatchObject({
      kind: "change",
      changes: [{ field: "number", after: "3.7" }],
    });
  });

  it("never overwrites what was edited here when the file says what it said", () => {
    expect(again([relay, guide], edited({ status: "done", leadPerson: "Une personne" })).rows[0]).toMatchObject({
      kind: "same",
      keptHere: ["status"],
      to: { status: "done" },
    });
  });

  it("lets a person choose when both changed", () => {
    const changes = again([relay.with(7, "Suspendu"), guide], edited({ status: "done" }));
    const [row] = changes.rows;
    expect(row).toMatchObject({
      kind: "same",
      choices: [{ field: "status", here: "done", file: "paused", reason: "both-changed" }],
      to: { status: "done" },
    });
    expect(changes.counts.toChoose).toBe(1);
    if (row) expect([chosen(row, {}).status, chosen(row, { status: "file" }).status]).toEqual(["done", "paused"]);
  });

  it("removes what the file emptied, and says so; an empty cell that was never filled says nothing", () => {
    const changes = again([relay.with(6, ""), guide], edited({}));
    expect(changes.rows[0]).toMatchObject({ kind: "change", changes: [{ field: "totalCost", before: 1_200_000, after: null }] });
    expect(doubtsOf(changes)).toContain("Plan!B2 emptied");
    expect(again([relay, guide.with(4, "")], existing).counts.same).toBe(2);
  });

  it("tells what vanished, and deletes nothing", () => {
    const changes = again([relay]);
    expect(changes.vanished).toEqual([{ id: existing[1]?.id, title: "Guide des familles" }]);
    expect(changes.counts).toMatchObject({ same: 1, vanished: 1 });
  });

  it("does not overwrite an action that no import made", () => {
    const byHand = existing.map((action) => ({
      ...action,
      importKey: null,
      imported: null,
      fields: { ...action.fields, totalCost: 1, sponsor: null },
    }));
    const changes = again([relay], byHand);
    expect(changes.rows[0]).toMatchObject({ kind: "same", choices: [{ field: "totalCost", here: 1, reason: "differs" }] });
    expect(changes.vanished).toEqual([]);
  });

  it("keeps the years that the file does not name", () => {
    const years = ["Action", "Axe", "2025", "2026"];
    const made = accepted(changesOf([years, ["Relais", "1", 100, 200]]));
    const withPast = made.map((action) => ({
      ...action,
      fields: { ...action.fields, costs: [{ year: 2024, cents: 5 }, ...action.fields.costs] },
    }));
    expect(changesOf([years, ["Relais", "1", 100, 200]], { existing: withPast }).counts).toMatchObject({ same: 1, toChoose: 0 });
    expect(changesOf([years, ["Relais", "1", 100, 300]], { existing: withPast }).rows[0]).toMatchObject({
      changes: [
        {
          field: "costs",
          after: [
            { year: 2024, cents: 5 },
            { year: 2025, cents: 10_000 },
            { year: 2026, cents: 30_000 },
          ],
        },
      ],
    });
  });
});

describe("two rows under one key", () => {
  it("keeps one of two identical rows, and none of two that disagree", () => {
    expect(changesOf([heading, relay, relay]).counts).toMatchObject({ created: 1, skipped: 1 });
    const changes = changesOf([heading, relay, relay.with(6, "1 €"), guide]);
    expect(changes.counts).toMatchObject({ created: 1, skipped: 2 });
    expect(changes.skipped.map(({ row, reason }) => [row, reason])).toEqual([
      [2, "same-key"],
      [3, "same-key"],
    ]);
  });
  it("keeps both when only the number is the same, with a doubt", () => {
    const changes = changesOf([heading, relay, guide.with(0, "1.1")]);
    expect(changes.counts.created).toBe(2);
    expect(doubtsOf(changes).filter((each) => each.endsWith("same-number"))).toEqual([
      "Plan!A2 same-number",
      "Plan!A3 same-number",
    ]);
    expect(
      changesOf([heading, relay, guide.with(0, "1.1")], { existing: accepted(changes), known: knowing(changes) }).counts.same,
    ).toBe(2);
  });
  it("tells 1 of an axis from 1 of another", () => {
    expect(changesOf([heading, relay.with(0, "1"), guide.with(0, "1").with(2, "Axe 2")]).rows.map(({ key }) => key)).toEqual([
      "n:1/1",
      "n:2/1",
    ]);
  });
});
