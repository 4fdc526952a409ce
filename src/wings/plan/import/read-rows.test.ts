import { describe, expect, it } from "vitest";
import { sayRefusal } from "../../../platform/spreadsheet/refusal.ts";
import type { Cell } from "../../../platform/spreadsheet/sheet.ts";
import { sayDoubt } from "./say-doubt.ts";
import { below, changesOf, doubtsOf, fieldsOf, guide, heading, known, relay, sheetOf } from "./import.fixture.ts";
import { emptyMemory, rememberName } from "../../../platform/import-draft/memory.ts";
import { proposeImport } from "./propose-import.ts";

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
    const memory = rememberName(rememberName(emptyMemory, "Asso Les Lutins", "msa"), "Caf", null);
    const changes = changesOf([heading, relay, guide], { memory });
    expect(fieldsOf(changes)).toMatchObject([{ partners: ["new:organisation:caf", "msa"] }, { lead: "msa" }]);
    expect(doubtsOf(changes)).toEqual([]);
  });
});
