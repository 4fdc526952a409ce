import type { Block, Document } from "./model.ts";

export interface Heading {
  readonly title: string;
  readonly id: string;
  /** 1 for a section of the document itself. */
  readonly depth: number;
}

/** The headings of a document, in reading order. */
export function headingsOf(document: Document, depth = 3): readonly Heading[] {
  const within = (blocks: readonly Block[], at: number): readonly Heading[] =>
    blocks.flatMap((block) =>
      block.kind === "section" && at <= depth
        ? [{ title: block.title, id: block.id, depth: at }, ...within(block.blocks, at + 1)]
        : [],
    );
  return within(document.blocks, 1);
}
