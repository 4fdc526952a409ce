import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cell, Sheet } from "../../../platform/spreadsheet/sheet.ts";
import { guessColumns, guessSheet } from "./columns.ts";
import { importFieldNames, importFields } from "./fields.ts";
import { matchHeading } from "./heading.ts";
import { nothingKnown } from "./known.ts";
import { emptyMemory, rememberHeading } from "../../../platform/import-draft/memory.ts";
import { readStatus } from "./status.ts";

const cellOf = (value: string | number | null): Cell =>
  value === null || value === ""
    ? { kind: "empty" }
    : typeof value === "number"
      ? { kind: "number", value, format: "plain" }
      : { kind: "text", text: value };
const rowsOf = (rows: readonly (readonly (string | number | null)[])[]): Cell[][] => rows.map((row) => row.map(cellOf));
const fieldsOf = (rows: Cell[][], ...more: [typeof nothingKnown?, typeof emptyMemory?]): (string | undefined)[] | undefined =>
  guessColumns(rows, ...more)?.columns.map(({ target }) => target?.field);

describe("matchHeading", () => {
  it.each([
    ["Intitulé de l'action", "title"],
    ["INTITULE DE L’ACTION", "title"],
    ["Porteur", "lead"],
    ["Porteur(s)", "lead"],
    ["Pilote de l’action", "lead"],
    ["Échéancier", "period"],
    ["Calendrier prévisionnel", "period"],
    ["Coût prévisionnel", "totalCost"],
    ["Coût prévisionnel (€ TTC)", "totalCost"],
    ["Budget en k€", "totalCost"],
    ["Objectif", "objective"],
    ["Objectifs", "goals"],
    ["Objectifs de l'action :", "goals"],
    ["Élu·e référent·e", "sponsor"],
    ["Partenaires", "partners"],
    ["Partenaires associés à l’action", "partners"],
    ["Communes concernées", "communes"],
    ["État d'avancement", "status"],
    ["N°", "number"],
    ["Indicateurs d'évaluation", "measures"],
    ["Porteur / Partenaires", "leadAndPartners"],
  ])("knows %s", (heading, field) => {
    expect(matchHeading(heading)).toMatchObject({ target: { field } });
  });

  it.each([
    ["2024", { year: 2024, scale: 1 }],
    ["Budget 2025", { year: 2025 }],
    ["BP 2026 (k€)", { year: 2026, scale: 1000 }],
    ["Coût 2024 HT", { year: 2024, tax: "excluding_tax" }],
  ])("reads the year of %s", (heading, target) => {
    expect(matchHeading(heading)).toMatchObject({ kind: "exact", target: { field: "costOfYear", ...target } });
  });

  it("reads unit and tax", () => {
    expect(matchHeading("Coût (k€ TTC)")).toMatchObject({ target: { field: "totalCost", scale: 1000, tax: "including_tax" } });
  });

  it.each(["", "Bilan de la réunion du 12 mars", "xyz", "Remiremont", "Couleur"])("does not believe %j", (heading) => {
    expect(matchHeading(heading).kind).toBe("none");
  });

  it("knows each of its own synonyms, for one field only", () => {
    for (const field of importFieldNames) {
      for (const heading of importFields[field].headings)
        expect([heading, matchHeading(heading)]).toMatchObject([heading, { kind: "exact", target: { field } }]);
    }
  });
});

describe("guessColumns", () => {
  it("steps over titles and reads two lines of headings, merged or not", () => {
    const rows = rowsOf([
      ["Plan d’actions CTG – Action commune des partenaires", null, null, null],
      [null],
      ["N°", "Action", "Budget", null],
      [null, null, "2024", "2025"],
      ["1", "Ouvrir un relais", 100, 200],
    ]);
    const guess = guessColumns(rows);
    expect([guess?.headerFrom, guess?.headerTo]).toEqual([2, 4]);
    expect(guess?.columns.map(({ target }) => [target?.field, target?.year])).toEqual([
      ["number", null],
      ["title", null],
      ["costOfYear", 2024],
      ["costOfYear", 2025],
    ]);
    expect(guess?.columns.every(({ confidence }) => confidence > 0 && confidence <= 1)).toBe(true);
  });

  it("does not take the first action for a second line of headings", () => {
    const guess = guessColumns(
      rowsOf([
        ["Action", "Porteur", "Statut"],
        ["Forum", "Caf", "En cours"],
        ["Guide", "MSA", "Réalisé"],
      ]),
    );
    expect([guess?.headerFrom, guess?.headerTo]).toEqual([0, 1]);
  });

  it("gives a field to its surest column only, but several to those that take several", () => {
    const rows = rowsOf([
      ["Action", "Intitulé de l’action", "Observations", "Remarques"],
      ["x", "Ouvrir un relais", "a", "b"],
    ]);
    expect(fieldsOf(rows)).toEqual(["title", undefined, "notes", "notes"]);
  });

  it("looks into the cells when the heading says nothing", () => {
    const known = {
      ...nothingKnown,
      communes: [
        { id: "1", name: "Vecoux" },
        { id: "2", name: "Éloyes" },
      ],
    };
    const rows = rowsOf([
      ["Action", "Porteur", "Où ?", "Rubrique 7"],
      ["Relais du soir", "Caf", "Vecoux", "En cours"],
      ["Guide papier", "MSA", "Éloyes, Vecoux", "Réalisé"],
    ]);
    expect(guessColumns(rows, known)?.columns.slice(2)).toMatchObject([
      { target: { field: "communes" }, why: "content", confidence: 0.5 },
      { target: { field: "status" }, why: "content" },
    ]);
  });

  it("trusts a heading less when its cells contradict it", () => {
    const good = guessColumns(
      rowsOf([
        ["Action", "Coût"],
        ["A", "3 k€"],
        ["B", 12],
      ]),
    )?.columns[1];
    const bad = guessColumns(
      rowsOf([
        ["Action", "Coût"],
        ["A", "élevé"],
        ["B", "faible"],
      ]),
    )?.columns[1];
    expect(good?.confidence).toBeGreaterThan(0.9);
    expect(bad?.confidence).toBeLessThan(0.6);
  });

  it("remembers what a person corrected, left columns included", () => {
    const rows = rowsOf([
      ["Action", "Qui fait", "Porteur"],
      ["Relais", "Caf", "x"],
    ]);
    const target = { field: "lead", year: null, scale: 1, tax: null } as const;
    const memory = rememberHeading(rememberHeading(emptyMemory, "QUI FAIT ?", target), "Porteur", null);
    expect(guessColumns(rows, nothingKnown, memory)?.columns).toMatchObject([
      { target: { field: "title" } },
      { target: { field: "lead" }, why: "remembered", confidence: 1 },
      { target: undefined, why: "left" },
    ]);
  });

  it("finds no plan where there is none", () => {
    expect(guessColumns(rowsOf([["Bonjour"], ["ceci est une lettre"]]))).toBeUndefined();
    expect(guessColumns([])).toBeUndefined();
  });

  it("never throws, and its confidence is a share", () => {
    const cell = fc.oneof(
      fc.constant(null),
      fc.integer(),
      fc.string(),
      fc.constantFrom("Action", "Porteur", "2024", "Coût", "Axe", "N°"),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), (rows) => {
        for (const { confidence } of guessColumns(rowsOf(rows))?.columns ?? []) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe("guessSheet", () => {
  const sheet = (name: string, rows: Cell[][], hidden = false): Sheet => ({ name, rows, hidden });
  const plan = rowsOf([
    ["N°", "Action", "Porteur", "Coût"],
    ["1", "Relais", "Caf", 12],
  ]);
  it("finds the plan among others, and prefers what is shown", () => {
    const dates = sheet(
      "Dates",
      rowsOf([
        ["Réunion", "Date", "Lieu"],
        ["COTECH", "12/03/2025", "Remiremont"],
      ]),
    );
    expect(guessSheet([sheet("Lisez-moi", rowsOf([["Bonjour"]])), sheet("Plan", plan), dates])).toMatchObject({ index: 1 });
    expect(guessSheet([sheet("Ancien", plan, true), sheet("Plan", plan)])).toMatchObject({ index: 1 });
    expect(guessSheet([sheet("Lisez-moi", rowsOf([["Bonjour"]]))])).toBeUndefined();
  });
});

describe("readStatus", () => {
  it.each([
    ["En cours", "ongoing"],
    ["EN COURS DE RÉALISATION", "ongoing"],
    ["démarrée", "ongoing"],
    ["50 %", "ongoing"],
    ["Réalisé", "done"],
    ["Terminées", "done"],
    ["100%", "done"],
    ["à venir", "planned"],
    ["Non démarré", "planned"],
    ["non réalisée", "planned"],
    ["Pas encore commencé", "planned"],
    ["0 %", "planned"],
    ["Suspendu", "paused"],
    ["reportée", "paused"],
    ["Abandonné", "dropped"],
    ["✔ Réalisé", "done"],
  ])("reads %s", (text, status) => {
    expect(readStatus(text)).toMatchObject({ kind: "status", status });
  });
  it("keeps why it is blocked", () => {
    expect(readStatus("Bloqué : pas de local")).toEqual({
      kind: "status",
      status: "blocked",
      percent: null,
      rest: "pas de local",
    });
    expect(readStatus("Abandonné (faute de candidats)")).toMatchObject({ status: "dropped", rest: "faute de candidats" });
  });
  it("does not guess", () => {
    for (const text of ["", "vert", "150 %", "voir avec Mme X"]) expect(readStatus(text)).toEqual({ kind: "unknown" });
  });
});
