import type { Block, Document, Table } from "./model.ts";

export interface PlacedTable {
  readonly table: Table;
  /** The headings above it, from the top. */
  readonly under: readonly string[];
}

/** Every table of a document in reading order, those of its figures too, with where it stands. */
export function tablesOf(document: Document): readonly PlacedTable[] {
  const within = (blocks: readonly Block[], under: readonly string[]): readonly PlacedTable[] =>
    blocks.flatMap((block): readonly PlacedTable[] => {
      if (block.kind === "section") return within(block.blocks, [...under, block.title]);
      const table = block.kind === "table" ? block : block.kind === "figure" ? block.table : null;
      return table === null ? [] : [{ table, under }];
    });
  return within(document.blocks, []);
}
