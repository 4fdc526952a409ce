import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { CsvError, parse } from "csv-parse/sync";
import { z } from "zod";
import { InputError } from "./input-error.ts";
import { writeWhole } from "./written-file.ts";

/** A row as it was written, and the line where it begins (in JSON, its place in the list, from 1). */
export interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface Table {
  /** As sentences name it. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

const Json = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()])));
const Csv = z.array(z.object({ record: z.record(z.string(), z.string()), info: z.object({ lines: z.number() }) }));

/** Whether the titles of columns are words (`Demand` is `demand`), or names that the file gives and that come back as they are. */
export type Titles = "words" | "names";

/** Reads a table with the columns it must have, from CSV (comma or semicolon) or JSON (a list of objects). */
export async function readTable(path: string, needed: readonly string[], titles: Titles = "words"): Promise<Table> {
  const name = basename(path);
  const text = await readFile(path, "utf8").catch(() => {
    throw new InputError(`Le fichier ${path} ne peut pas être lu : vérifiez son nom.`);
  });
  const table = path.endsWith(".json") ? fromJson(name, text) : fromCsv(name, text, titles);
  const missing = needed.filter((column) => !table.columns.includes(column));
  if (missing.length > 0)
    throw new InputError(
      `${name} n’a pas la colonne ${missing.join(", ")} : ses colonnes sont ${table.columns.join(", ") || "absentes"}.`,
    );
  return table;
}

function fromJson(name: string, text: string): Table {
  const list = Json.safeParse(orUndefined(() => JSON.parse(text)));
  if (!list.success) throw new InputError(`${name} n’est pas une liste d’objets JSON : [{ "id": "a", … }, …].`);
  const rows = list.data.map((cells, at): Row => ({
    line: at + 1,
    cells: Object.fromEntries(Object.entries(cells).map(([column, value]) => [column, value === null ? "" : String(value)])),
  }));
  return { name, columns: [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))], rows };
}

function fromCsv(name: string, text: string, titles: Titles): Table {
  let columns: readonly string[] = [];
  const [first = ""] = text.split("\n", 1);
  try {
    const read: unknown = parse(text, {
      bom: true,
      columns: (header: readonly string[]) => {
        const written = header.map((column) => column.trim());
        columns = titles === "names" ? written : written.map((column) => column.toLowerCase());
        return [...columns];
      },
      delimiter: first.includes(";") ? ";" : ",",
      info: true,
      skip_empty_lines: true,
      trim: true,
    });
    const rows = Csv.parse(read).map(({ record, info }): Row => ({ line: info.lines, cells: record }));
    return { name, columns, rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new InputError(`${name} n’est pas un tableau CSV régulier : ${error.message}.`);
  }
}

function orUndefined(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** The number in a cell, 0 or more unless it is said that any will do. */
export function numberIn({ name }: Table, { line, cells }: Row, column: string, which: "positive" | "any" = "positive"): number {
  const written = cells[column] ?? "";
  const number = written === "" ? Number.NaN : Number(written.replace(",", "."));
  if (Number.isFinite(number) && (which === "any" || number >= 0)) return number;
  const remedy = which === "any" ? "écrivez un nombre" : "écrivez un nombre positif ou nul";
  throw new InputError(`${name}, ligne ${line} : « ${written} » dans la colonne ${column} ; ${remedy}.`);
}

/** The place of each row by its `id`. */
export function placesById(table: Table): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [at, { line, cells }] of table.rows.entries()) {
    const id = cells["id"] ?? "";
    if (id === "") throw new InputError(`${table.name}, ligne ${line} : il manque l’identifiant (colonne id).`);
    if (places.has(id))
      throw new InputError(`${table.name}, ligne ${line} : l’identifiant « ${id} » est déjà pris par une autre ligne.`);
    places.set(id, at);
  }
  if (places.size === 0) throw new InputError(`${table.name} n’a aucune ligne sous ses titres.`);
  return places;
}

/** The row that an id of another table names. */
export function placeOf(places: ReadonlyMap<string, number>, { name }: Table, { line, cells }: Row, column: string): number {
  const place = places.get(cells[column] ?? "");
  if (place !== undefined) return place;
  throw new InputError(
    `${name}, ligne ${line} : « ${cells[column] ?? ""} » (colonne ${column}) n’est dans aucune ligne de l’autre fichier.`,
  );
}

/** Writes rows of the same columns, as CSV or JSON by the name of the file: all of them, or nothing. */
export async function writeTable(path: string, rows: readonly Readonly<Record<string, string | number>>[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns.join(","), ...rows.map((row) => csvLine(columns.map((column) => row[column] ?? "")))];
  await writeWhole(path, [path.endsWith(".json") ? `${JSON.stringify(rows, null, 1)}\n` : `${lines.join("\n")}\n`]);
}

/** The cells of a line, without its end. */
export const csvLine = (cells: readonly (string | number)[]): string => cells.map((cell) => quoted(String(cell))).join(",");

const quoted = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
