/**
 * What real workbooks carry that is no content, and would be read as millions of cells: formatting to the last row, rows repeated a
 * million times. Worked on the text of the parts, before any reader builds cells from it.
 */

const rowOrCell = /<table:(table-row|table-cell|covered-table-cell)\b([^>]*?)(\/?)>/g;
const repeated = (attributes: string, what: "rows" | "columns"): number =>
  Math.max(1, Number(new RegExp(`table:number-${what}-repeated="(\\d{1,9})"`).exec(attributes)?.[1] ?? 1));

/** Drops empty formatted cells and rows of a worksheet. */
export const leanWorksheet = (xml: string): string =>
  xml.replace(/<c\b[^>]*\/>/g, "").replace(/<row\b[^>]*\/>|<row\b[^>/]*><\/row>/g, "");

/** How many cells the rectangle of a worksheet holds. */
export function worksheetArea(xml: string): number {
  let [rows, columns] = [0, 0];
  for (const [, letters, row] of xml.matchAll(/<c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"/g)) {
    rows = Math.max(rows, Number(row));
    columns = Math.max(
      columns,
      Array.from(letters ?? "").reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0),
    );
  }
  return rows * columns;
}

/** Header rows and groups are only wrappers here, and empty cells need no style. */
export const leanContent = (xml: string): string =>
  xml
    .replace(/<\/?table:(?:table-header-rows|table-row-group|table-rows)\b[^>]*>/g, "")
    .replace(/<table:table-cell\b[^>]*\/>/g, (cell) =>
      cell.includes("office:") ? cell : cell.replace(/ table:style-name="[^"]*"/, ""),
    );

/** How many cells the tables of a lean `content.xml` hold, repetitions counted. */
export function contentArea(xml: string): number {
  let [total, rowRepeat, width, filled] = [0, 1, 0, 0];
  for (const [, tag, attributes = "", closed] of xml.matchAll(rowOrCell)) {
    if (tag === "table-row") {
      total += rowRepeat * filled;
      [rowRepeat, width, filled] = [repeated(attributes, "rows"), 0, 0];
    } else {
      width += repeated(attributes, "columns");
      if (closed === "" || attributes.includes("office:")) filled = width;
    }
  }
  return total + rowRepeat * filled;
}

/** The names of the tables that the file hides. */
export function hiddenTables(xml: string): Set<string> {
  const hiddenStyles = new Set<string>();
  for (const [, name, body = ""] of xml.matchAll(/<style:style\b[^>]*?style:name="([^"]*)"[^>]*>(.*?)<\/style:style>/gs)) {
    if (/table:display="false"/.test(body)) hiddenStyles.add(name ?? "");
  }
  const hidden = new Set<string>();
  for (const [tag] of xml.matchAll(/<table:table\b[^>]*>/g)) {
    const [name, style] = [/table:name="([^"]*)"/.exec(tag)?.[1], /table:style-name="([^"]*)"/.exec(tag)?.[1]];
    if (name !== undefined && style !== undefined && hiddenStyles.has(style)) hidden.add(name);
  }
  return hidden;
}
