import { parseHTML } from "linkedom";

/** What a component draws, in a page of its own. */
export async function draw(node: { toString(): string | Promise<string> }): Promise<Document> {
  const { document } = parseHTML(`<html><body>${await node.toString()}</body></html>`);
  return document;
}
