import { Day } from "../../../../platform/model.ts";
import { defaultKinds } from "../../kinds/default-kinds.ts";
import type { DiStructure } from "../data-inclusion/schema.ts";
import type { SourceFile } from "../../../../platform/import-draft/source-file.ts";
import type { Reading } from "./reading.ts";

/** A file of text, as a browser sends it; `pieces` cuts it where it falls. */
export function feedOf(name: string, text: string, pieces = 7): SourceFile {
  const bytes = new TextEncoder().encode(text);
  return {
    name,
    size: bytes.length,
    pieces: async function* () {
      for (let at = 0; at < bytes.length; at += pieces) yield bytes.slice(at, at + pieces);
    },
  };
}

export async function all<Value>(values: AsyncIterable<Value>): Promise<readonly Value[]> {
  const found: Value[] = [];
  for await (const each of values) found.push(each);
  return found;
}

/** What rows are read by in tests. */
export function readingOf(more: Partial<Reading> = {}): Reading {
  const structures = new Map<string, DiStructure>();
  return {
    lang: "fr",
    kinds: defaultKinds,
    themes: [
      { key: "acces-aux-droits", name: "Accès aux droits" },
      { key: "inclusion-numerique", name: "Inclusion numérique" },
    ],
    communes: [{ code: "88487", name: "Le Val-d’Ajol" }],
    today: Day.parse("2026-11-02"),
    structure: (id) => structures.get(id),
    remember: (structure) => void structures.set(structure.id, structure),
    ...more,
  };
}
