import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sayRefusal } from "../../platform/spreadsheet/refusal.ts";
import type { Cell, Sheet } from "../../platform/spreadsheet/sheet.ts";
import { sayDoubt } from "./doubt.ts";
import type { KnownPlan } from "./known.ts";
import { emptyMemory, rememberOrganisation } from "./memory.ts";
import { chosen, type ExistingAction, type PlanChanges } from "./plan-changes.ts";
import { settleNames } from "./plan-fields.ts";
import { type ImportRequest, proposeImport } from "./propose-import.ts";

type Value = string | number | null | Cell;
const cellOf = (value: Value): Cell =>
  value === null || value === ""
    ? { kind: "empty" }
    : typeof value === "object"
      ? value
      : typeof value === "number"
        ? { kind: "number", value, format: "plain" }
        : { kind: "text", text: value };
const sheetOf = (rows: readonly (readonly Value[])[]): Sheet => ({
  name: "Plan",
  hidden: false,
  rows: rows.map((row) => row.map(cellOf)),
});
const below = (text: string, row: number, column: number): Cell => ({ kind: "text", text, mergedFrom: { row, column } });

const known: KnownPlan = {
  organisations: [
    { id: "ccpvm", name: "Communauté de communes de la Porte des Vosges Méridionales", aliases: ["CCPVM"] },
    { id: "caf", name: "Caf des Vosges" },
    { id: "msa", name: "MSA Lorraine" },
  ],
  communes: [
    { id: "88498", name: "Vecoux" },
    { id: "88158", name: "Éloyes" },
  ],
  axes: [
    { id: "a1", number: 1, name: "Améliorer la connaissance des offres" },
    { id: "a2", number: 2, name: "Favoriser une répartition équilibrée" },
  ],
  objectives: [],
  themes: [{ id: "enfance", name: "Enfance" }],
};

function changesOf(rows: readonly (readonly Value[])[], more: Partial<ImportRequest> = {}): PlanChanges {
  const proposal = proposeImport({ sheets: [sheetOf(rows)], known, existing: [], ...more });
  if (proposal.kind !== "proposal") throw new Error(JSON.stringify(proposal));
  return proposal.changes;
}
const fieldsOf = (changes: PlanChanges) => changes.rows.map(({ action }) => action.fields);
const doubtsOf = (changes: PlanChanges) =>
  changes.rows.flatMap(({ action }) => action.doubts.map(({ code, place }) => `${place ?? ""} ${code}`));

/** What the plan holds once a proposal was accepted: what is new has an id, and the import is remembered. */
function accepted(changes: PlanChanges, before: readonly ExistingAction[] = []): ExistingAction[] {
  const ids = new Map(changes.created.map(({ ref }) => [ref, `id of ${ref}`]));
  const done = changes.rows.map((row): ExistingAction => ({
    id: row.kind === "create" ? `action ${row.key}` : row.id,
    importKey: row.key,
    fields: settleNames(row.to, ids),
    imported: settleNames(row.action.fields, ids),
  }));
  return [...done, ...before.filter(({ id }) => !done.some((each) => each.id === id))];
}
function knowing(changes: PlanChanges): KnownPlan {
  const settled = (ref: string): string => (changes.created.some((each) => each.ref === ref) ? `id of ${ref}` : ref);
  const made = (kind: string) =>
    changes.created
      .filter((each) => each.kind === kind)
      .map(({ ref, name, number, axis }) => ({ id: `id of ${ref}`, name, number, axisId: axis === null ? null : settled(axis) }));
  return {
    ...known,
    organisations: [...known.organisations, ...made("organisation")],
    axes: [
      ...known.axes,
      ...made("axis").map((axis) => ({ ...axis, number: axis.number === null ? null : Number(axis.number) })),
    ],
    objectives: made("objective"),
  };
}

const heading = ["N°", "Action", "Axe", "Porteur", "Partenaires", "Période", "Coût", "Statut", "Communes"];
const relay = ["1.1", "Relais du soir", "Axe 1", "CCPVM", "Caf, MSA Lorraine", "2025", "12 k€", "En cours", "Vecoux"];
const guide = ["1.2", "Guide des familles", "Axe 1", "Asso. Les Lutins", "", "S1 2025", "800 €", "À venir", "Toutes"];

describe("rows", () => {
  it("reads each field, and says where each doubt stands", () => {
    const changes = changesOf([heading, relay, guide]);
    expect(fieldsOf(changes)).toMatchObject([
      {
        number: "1.1",
        title: "Relais du soir",
        axis: "a1",
        lead: "ccpvm",
        partners: ["caf", "msa"],
        start: "2025-01-01",
        end: "2025-12-31",
        totalCost: 1_200_000,
        status: "ongoing",
        communes: ["88498"],
      },
      {
        number: "1.2",
        lead: "new:organisation:association lutins",
        partners: [],
        start: "2025-01-01",
        end: "2025-06-30",
        totalCost: 80_000,
        status: "planned",
        communes: [],
      },
    ]);
    expect(doubtsOf(changes)).toEqual(["Plan!E2 name-near", "Plan!D3 name-new"]);
    expect(changes.created).toEqual([
      { kind: "organisation", ref: "new:organisation:association lutins", name: "Asso. Les Lutins", number: null, axis: null },
    ]);
  });

  it("carries an axis from its own line, and steps over totals, headings said again, and notes", () => {
    const changes = changesOf([
      ["AXE 1 – Améliorer la connaissance des offres"],
      ["Action", "Porteur", "Coût"],
      ["Guide", "CCPVM", 100],
      ["Sous-total", null, 100],
      ["AXE 2 : Favoriser une répartition équilibrée"],
      ["Action", "Porteur", "Coût"],
      ["Relais", "CCPVM", 200],
      ["Total général", null, 300],
      [],
      [null, "Document de travail du 12/03/2025"],
    ]);
    expect(fieldsOf(changes)).toMatchObject([
      { title: "Guide", axis: "a1" },
      { title: "Relais", axis: "a2" },
    ]);
    expect(changes.skipped).toMatchObject([{ row: 10, place: "Plan!B10", reason: "line-of-text" }]);
  });

  it("takes a merged axis or lead for each of its rows, but a merged amount once", () => {
    const changes = changesOf([
      ["Axe", "Action", "Porteur", "Coût"],
      ["Axe 1", "Guide", "CCPVM", "3 k€"],
      [below("Axe 1", 1, 0), "Relais", below("CCPVM", 1, 2), below("3 k€", 1, 3)],
    ]);
    expect(fieldsOf(changes)).toMatchObject([
      { axis: "a1", lead: "ccpvm", totalCost: 300_000 },
      { axis: "a1", lead: "ccpvm", totalCost: null },
    ]);
    expect(doubtsOf(changes)).toEqual(["Plan!D3 amount-shared"]);
  });

  it("joins rows that go on with the action above", () => {
    const changes = changesOf([
      ["N°", "Action", "Axe", "Financeurs", "Montant de la subvention", "Partenaires"],
      ["1", "Relais", "1", "Caf des Vosges", 8000, "MSA Lorraine"],
      [below("1", 1, 0), below("Relais", 1, 1), below("1", 1, 2), "CCPVM", 4000, null],
      [null, null, null, "MSA Lorraine", "1 k€", null],
    ]);
    expect(fieldsOf(changes)).toMatchObject([
      {
        title: "Relais",
        funding: [
          { funder: "caf", cents: 800_000 },
          { funder: "ccpvm", cents: 400_000 },
          { funder: "msa", cents: 100_000 },
        ],
      },
    ]);
    expect(changes.counts.created).toBe(1);
  });

  it("shares amounts between funders only when they agree in number", () => {
    const both = changesOf([
      ["Action", "Axe", "Financeurs", "Montant de la subvention"],
      ["A", "1", "Caf des Vosges, CCPVM", "8 000 €\n4 000 €"],
      ["B", "1", "Caf des Vosges, CCPVM", "12 000 €"],
    ]);
    expect(fieldsOf(both)[0]?.funding).toEqual([
      { funder: "caf", cents: 800_000 },
      { funder: "ccpvm", cents: 400_000 },
    ]);
    expect(fieldsOf(both)[1]?.funding).toEqual([
      { funder: "caf", cents: null },
      { funder: "ccpvm", cents: null },
    ]);
    expect(doubtsOf(both)).toEqual(["Plan!D3 funding-unmatched"]);
  });

  it("says what it could not read, and leaves it empty", () => {
    const changes = changesOf([
      ["N°", "Action", "Axe", "Début", "Fin", "Coût", "Statut", "Communes", "Public", "Indicateurs", "Cible"],
      [
        { kind: "date", day: "2025-02-01" },
        "Relais",
        "1",
        "2026",
        "31/02/2027",
        "cher",
        "vert",
        "Épinal",
        "licornes",
        "Visites",
        "beaucoup",
      ],
      ["1.2", "Guide", "1", "2026", "2024", "3.500", "Bloqué", "Vecoux", "0-3 ans", "Visites", 12],
    ]);
    expect(fieldsOf(changes)[0]).toMatchObject({
      number: "1.2",
      start: "2026-01-01",
      end: null,
      totalCost: null,
      status: null,
      communes: [],
      audiences: [],
    });
    expect(changes.rows.flatMap(({ action }) => action.doubts.map(({ code }) => code)).sort()).toEqual([
      "amount-separator",
      "amount-unreadable",
      "audience-unknown",
      "commune-unknown",
      "number-date",
      "period-end-before-start",
      "period-no-such-day",
      "same-number",
      "same-number",
      "status-reason",
      "status-unknown",
      "value-unreadable",
    ]);
    for (const { action } of changes.rows) {
      for (const each of action.doubts)
        for (const lang of ["fr", "en"] as const) expect(sayDoubt(each, lang)).not.toMatch(/[{}]|undefined|doubt-/);
    }
  });

  it("refuses a failed formula where it matters, and only there", () => {
    const failed: Cell = { kind: "formulaError", error: "#REF!" };
    const refused = proposeImport({
      sheets: [
        sheetOf([
          ["Action", "Porteur", "Coût"],
          ["A", "CCPVM", failed],
        ]),
      ],
      known,
      existing: [],
    });
    expect(refused).toMatchObject({
      kind: "refused",
      reason: "formula-error",
      params: { sheet: "Plan", cell: "C2", error: "#REF!" },
    });
    if (refused.kind === "refused") expect(sayRefusal(refused, "en")).toContain("Cell C2");
    expect(
      changesOf([
        ["Action", "Porteur", "Xyz"],
        ["A", "CCPVM", failed],
      ]).counts.created,
    ).toBe(1);
  });

  it("uses what a person decided for a name", () => {
    const memory = rememberOrganisation(rememberOrganisation(emptyMemory, "Asso Les Lutins", "msa"), "Caf", null);
    const changes = changesOf([heading, relay, guide], { memory });
    expect(fieldsOf(changes)).toMatchObject([{ partners: ["new:organisation:caf", "msa"] }, { lead: "msa" }]);
    expect(doubtsOf(changes)).toEqual([]);
  });
});

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

describe("any sheet", () => {
  const scrap = fc.oneof(
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.constantFrom(
      "Action",
      "Axe 1",
      "Porteur",
      "Total",
      "AXE 2 – B",
      "2024",
      "12 k€",
      "fin 2026",
      "Caf",
      "Caf, MSA",
      "#REF!",
      "Objectif 1",
      "",
      "• a\n• b",
      "En cours",
      "__proto__",
      "constructor",
    ),
    fc.double(),
    fc.constant(null),
  );
  const rows = fc.array(fc.array(scrap, { maxLength: 10 }), { maxLength: 12 });

  it("gives a proposal, a question or a refusal, and never throws", () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (body, headed) => {
        const proposal = proposeImport({ sheets: [sheetOf(headed ? [heading, ...body] : body)], known, existing: [] });
        expect(["proposal", "no-plan-found", "refused"]).toContain(proposal.kind);
      }),
    );
  });

  it("changes nothing the second time, whatever the file", () => {
    fc.assert(
      fc.property(rows, (body) => {
        const all = [heading, ...body];
        const proposal = proposeImport({ sheets: [sheetOf(all)], known, existing: [] });
        if (proposal.kind !== "proposal") return;
        const second = proposeImport({
          sheets: [sheetOf(all)],
          known: knowing(proposal.changes),
          existing: accepted(proposal.changes),
          mapping: proposal.mapping,
          sheet: 0,
        });
        expect(second).toMatchObject({ changes: { counts: { created: 0, changed: 0, toChoose: 0, vanished: 0 } } });
      }),
    );
  });

  it("says the same whatever the order of the rows", () => {
    const row = fc.tuple(
      fc.constantFrom("", "1", "2.1", "A3"),
      fc.constantFrom("Relais", "Guide", "Forum des âges"),
      fc.constantFrom("Axe 1", "2", "Axe 9 – Autre"),
      fc.constantFrom("CCPVM", "Caf", "Asso Les Lutins", "Association les lutins"),
      fc.constantFrom("", "MSA", "Caf et MSA"),
      fc.constantFrom("2025", "fin 2026", "?"),
      fc.constantFrom("", "3.500", "12 k€"),
      fc.constantFrom("", "En cours", "vert"),
      fc.constantFrom("", "Vecoux", "Toutes"),
    );
    const asSet = (changes: PlanChanges) => ({
      rows: changes.rows.map(({ key, kind, to }) => JSON.stringify([key, kind, to])).sort(),
      skipped: changes.skipped.map(({ reason, text }) => `${reason} ${text}`).sort(),
      created: changes.created,
      counts: changes.counts,
    });
    fc.assert(
      fc.property(
        fc
          .array(row, { minLength: 1, maxLength: 8 })
          .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([one, other]) => {
          const mapping = proposeImport({ sheets: [sheetOf([heading, relay])], known, existing: [] });
          if (mapping.kind !== "proposal") throw new Error("no mapping");
          const more = { mapping: mapping.mapping, sheet: 0 };
          expect(asSet(changesOf([heading, ...other], more))).toEqual(asSet(changesOf([heading, ...one], more)));
        },
      ),
    );
  });
});
