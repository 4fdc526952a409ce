import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { stringify } from "csv-stringify/sync";
import { type Cell, type CellStyle, type CellValue, type MergeRange, writeOds, type WriteSheet, writeXlsx } from "hucre";
import { axes, axisName, byAxis, dashboard, ficheHeadings, fiches, notice } from "./example-plans.ts";

/**
 * Makes the three example files that a coordinator can try the import with. They look like the files of real territories: titles above
 * the table, merged cells, colours, two lines of headings, several ways to write amounts and dates. The same bytes each time.
 *
 * Run: `npx tsx src/demo/files/make-examples.ts`
 */
const writtenAt = new Date("2026-11-02T08:00:00Z");
const properties = {
  title: "Plan d’actions CTG (exemple)",
  description: notice,
  keywords: "exemple",
  created: writtenAt,
  modified: writtenAt,
};

const bold: CellStyle = { font: { bold: true } };
const coloured: CellStyle = {
  font: { bold: true, color: { rgb: "FFFFFF" } },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "2F6B4F" } },
};

function styled(rows: readonly (readonly CellValue[])[], styles: ReadonlyMap<number, CellStyle>): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const [row, style] of styles) {
    (rows[row] ?? []).forEach((value, column) => {
      if (value !== null)
        cells.set(`${String(row)},${String(column)}`, { value, type: typeof value === "number" ? "number" : "string", style });
    });
  }
  return cells;
}

const across = (row: number, from: number, to: number): MergeRange => ({
  startRow: row,
  startCol: from,
  endRow: row,
  endCol: to,
});
const down = (column: number, from: number, to: number): MergeRange => ({
  startRow: from,
  startCol: column,
  endRow: to,
  endCol: column,
});

function dashboardSheet(): WriteSheet {
  const top = [
    "Axe",
    "N°",
    "Intitulé de l’action",
    "Porteur",
    "Partenaires",
    "Élu·e référent·e",
    "Échéancier",
    "Coût prévisionnel",
    null,
    null,
    "Financeurs",
    "Communes concernées",
    "État d’avancement",
    "Indicateurs",
    "Cible",
    "Observations",
  ];
  const below = [...Array.from({ length: 7 }, () => null), "2024", "2025", "2026"];
  const rows: CellValue[][] = [["CTG 2023-2027 – tableau de bord du COTECH (exemple)"], [notice], [], top, below];
  const merges = [
    across(0, 0, 15),
    across(1, 0, 15),
    across(3, 7, 9),
    ...top.flatMap((_, column) => (column < 7 || column > 9 ? [down(column, 3, 4)] : [])),
  ];
  for (const { axis, rows: actions } of dashboard) {
    const from = rows.length;
    actions.forEach((action, index) => rows.push([index === 0 ? axisName(axis) : null, ...action]));
    merges.push(down(0, from, rows.length - 1));
  }
  // One structure carries two actions in a row: its cell is merged, as people do.
  const shared = rows.findIndex((row) => row[1] === "3.1");
  const sharedNext = rows[shared + 1];
  if (sharedNext) sharedNext[3] = null;
  merges.push(down(3, shared, shared + 1));
  rows.push(
    [],
    ["Total", null, null, null, null, null, null, 31_700, 173_300, 86_300],
    ["Document de travail, mis à jour le 12/10/2026"],
  );
  const styles = new Map([
    [0, bold],
    [3, coloured],
    [4, coloured],
  ]);
  return {
    name: "Tableau de bord",
    rows,
    merges,
    cells: styled(rows, styles),
    columns: [14, 6, 40, 26, 30, 20, 18, 12, 12, 12, 28, 28, 16, 24, 8, 30].map((width) => ({ width })),
  };
}

const cotechDates: WriteSheet = {
  name: "Dates COTECH",
  rows: [
    ["Réunion", "Date", "Lieu"],
    ["COTECH de printemps (exemple)", new Date("2026-03-17T00:00:00Z"), "Remiremont"],
    ["COTECH d’automne (exemple)", new Date("2026-10-12T00:00:00Z"), "Saint-Nabord"],
  ],
  columns: [{ width: 34 }, { width: 14, numFmt: "dd/mm/yyyy" }, { width: 20 }],
};
const readMe: WriteSheet = {
  name: "Lisez-moi",
  rows: [[notice], ["La feuille « Tableau de bord » est celle que le COTECH suit."]],
};

function byAxisSheet(): WriteSheet {
  const headings = [
    "Action",
    "Porteur / Partenaires",
    "2023",
    "2024",
    "2025",
    "2026",
    "2027",
    "Total",
    "Période",
    "Avancement",
    "Public",
    "Territoire",
  ];
  const rows: CellValue[][] = [["Plan d’actions par axe (exemple)"], [notice], []];
  const merges = [across(0, 0, 11), across(1, 0, 11)];
  const styles = new Map<number, CellStyle>([[0, bold]]);
  for (const { axis, rows: actions } of byAxis) {
    merges.push(across(rows.length, 0, 11));
    styles.set(rows.length, bold);
    rows.push([`AXE ${String(axis)} – ${axes[axis - 1] ?? ""}`]);
    styles.set(rows.length, coloured);
    rows.push([...headings], ...actions.map((action) => [...action]));
    const sums = [2, 3, 4, 5, 6, 7].map((column) => actions.reduce((sum, action) => sum + Number(action[column] ?? 0), 0));
    rows.push([`Sous-total axe ${String(axis)}`, null, ...sums], []);
  }
  const cells = styled(rows, styles);
  rows.forEach((row, index) => {
    const share = row[9];
    if (typeof share === "number") cells.set(`${String(index)},9`, { value: share, type: "number", style: { numFmt: "0%" } });
  });
  return { name: "Plan 2023-2027", rows, merges, cells };
}

/** Windows-1252, as Excel saves "CSV (séparateur : point-virgule)" on an office machine. */
function windows1252(text: string): Uint8Array {
  const bytes = new Map(
    Array.from(new TextDecoder("windows-1252").decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)), (sign, byte) => [
      sign,
      byte,
    ]),
  );
  return Uint8Array.from(Array.from(text), (sign) => {
    const byte = bytes.get(sign);
    if (byte === undefined) throw new Error(`"${sign}" does not exist in Windows-1252`);
    return byte;
  });
}

const ficheText = (): string =>
  stringify(
    [
      [`Plan d’actions de la CTG – ${notice}`],
      [],
      [...ficheHeadings],
      ...fiches.map((fiche) => fiche.map((cell) => String(cell ?? ""))),
    ],
    {
      delimiter: ";",
      record_delimiter: "\r\n",
      quoted_match: /[\r\n]/,
    },
  );

/** The three files, by name. */
export async function makeExamples(): Promise<ReadonlyMap<string, Uint8Array>> {
  return new Map([
    ["exemple-tableau-de-bord-cotech.xlsx", await writeXlsx({ sheets: [readMe, dashboardSheet(), cotechDates], properties })],
    ["exemple-plan-par-axe.ods", await writeOds({ sheets: [byAxisSheet()], properties })],
    ["exemple-fiches-actions.csv", windows1252(ficheText())],
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = await makeExamples();
  for (const [name, bytes] of files) await writeFile(new URL(name, import.meta.url), bytes);
}
