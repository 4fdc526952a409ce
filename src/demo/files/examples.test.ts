import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { sayDoubt } from "../../wings/plan/import/say-doubt.ts";
import type { ExistingAction, PlanChanges } from "../../wings/plan/import/plan-changes.ts";
import { resolveNames } from "../../wings/plan/import/plan-fields.ts";
import { proposeImport } from "../../wings/plan/import/propose-import.ts";
import { readSpreadsheet } from "../../platform/spreadsheet/read-spreadsheet.ts";
import { cellText, type Sheet } from "../../platform/spreadsheet/sheet.ts";
import { axes, notice } from "./example-plans.ts";
import { exampleTerritory } from "./example-territory.ts";
import { makeExamples } from "./make-examples.ts";

async function sheetsOf(name: string, bytes?: Uint8Array): Promise<readonly Sheet[]> {
  const read = await readSpreadsheet(bytes ?? (await readFile(new URL(name, import.meta.url))), name);
  if (read.kind === "refused") throw new Error(`${name} is refused: ${read.reason}`);
  return read.sheets;
}

function proposed(sheets: readonly Sheet[], existing: readonly ExistingAction[] = [], known = exampleTerritory) {
  const proposal = proposeImport({ sheets, known, existing });
  if (proposal.kind !== "proposal") throw new Error(proposal.kind);
  return proposal;
}

const count = (changes: PlanChanges): Record<string, number> => {
  const codes = changes.rows.flatMap(({ action }) => action.doubts.map(({ code }) => code));
  return Object.fromEntries([...Map.groupBy(codes, (code) => code)].map(([code, each]) => [code, each.length] as const));
};

const files = [
  {
    name: "exemple-tableau-de-bord-cotech.xlsx",
    sheet: "Tableau de bord",
    actions: 12,
    skipped: 1,
    doubts: {
      "amount-approximate": 1,
      "amount-not-known": 1,
      "name-near": 1,
      "name-new": 7,
      "period-approximate": 2,
      "period-school-year": 1,
      "status-reason": 1,
    },
  },
  {
    name: "exemple-plan-par-axe.ods",
    sheet: "Plan 2023-2027",
    actions: 10,
    skipped: 0,
    doubts: { "cost-mismatch": 1, "name-new": 2, "status-percent": 6 },
  },
  {
    name: "exemple-fiches-actions.csv",
    sheet: "exemple-fiches-actions",
    actions: 10,
    skipped: 0,
    doubts: { "amount-not-known": 1, "amount-separator": 1, "name-new": 3, "period-approximate": 1 },
  },
];

describe.each(files)("$name", ({ name, sheet, actions, skipped, doubts }) => {
  it("imports whole, with the doubts that it was made with", async () => {
    const { changes, sheet: found, mapping } = proposed(await sheetsOf(name));
    expect(found.name).toBe(sheet);
    expect(changes.counts).toEqual({ created: actions, changed: 0, same: 0, toChoose: 0, skipped, vanished: 0 });
    expect(count(changes)).toEqual(doubts);
    expect(mapping.columns.filter(({ target }) => target === undefined)).toEqual([]);
    expect(new Set(changes.rows.map(({ action }) => action.fields.axis)).size).toBe(axes.length);
    for (const { action } of changes.rows) {
      for (const each of action.doubts) expect(sayDoubt(each, "fr")).not.toMatch(/[{}]/);
    }
  });

  it("says in itself that it is an example, action by action", async () => {
    const sheets = await sheetsOf(name);
    const top = sheets.flatMap(({ rows }) => rows.slice(0, 2).flat().map(cellText)).join("\n");
    expect(top).toContain(notice.slice(0, 17));
    for (const { action } of proposed(sheets).changes.rows) expect(action.fields.title).toMatch(/\(exemple\)$/);
  });

  it("changes nothing when it is imported again", async () => {
    const sheets = await sheetsOf(name);
    const { changes } = proposed(sheets);
    const ids = new Map(changes.created.map(({ ref }) => [ref, `made ${ref}`]));
    const made = (kind: string) =>
      changes.created
        .filter((each) => each.kind === kind)
        .map((each) => ({ ...each, id: `made ${each.ref}`, axisId: each.axis }));
    const known = {
      ...exampleTerritory,
      organisations: [...exampleTerritory.organisations, ...made("organisation")],
      objectives: made("objective"),
    };
    const existing = changes.rows.map((row): ExistingAction => ({
      id: row.key,
      importKey: row.key,
      fields: resolveNames(row.to, ids),
      imported: resolveNames(row.action.fields, ids),
    }));
    expect(proposed(sheets, existing, known).changes.counts).toMatchObject({
      created: 0,
      changed: 0,
      same: actions,
      toChoose: 0,
      vanished: 0,
    });
  });

  it("is what the generator makes", async () => {
    const made = (await makeExamples()).get(name);
    expect(await sheetsOf(name, made)).toEqual(await sheetsOf(name));
  });
});

it("writes the CSV as an office machine does", async () => {
  const bytes = await readFile(new URL("exemple-fiches-actions.csv", import.meta.url));
  expect(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes)).toThrow();
  expect(new TextDecoder("windows-1252").decode(bytes)).toContain("3 500,00 €");
});
