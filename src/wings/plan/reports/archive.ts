import type { ArchiveEntry } from "../../../platform/archive/archive.ts";
import type { Format } from "../../../platform/document/formats.ts";
import { renderDocument } from "../../../platform/document/render-document.ts";
import type { Document } from "../../../platform/document/model.ts";
import type { Event } from "../../../platform/history/model.ts";
import type { FileStore } from "../../../platform/files/file-store.ts";
import type { StoredFile } from "../../../platform/files/store.ts";
import type { TerritoryId } from "../../../platform/model.ts";
import type { Convention } from "../../convention/conventions/model.ts";
import type { Directory } from "../action/pages/fiche-read.ts";
import type { Plan, WholeAction } from "../action/model.ts";

export interface ArchiveParts {
  readonly territory: { readonly id: TerritoryId; readonly siren: string; readonly name: string };
  readonly conventions: readonly Convention[];
  readonly plan: Plan;
  readonly directory: Directory;
  readonly whole: readonly WholeAction[];
  readonly events: readonly Event[];
  readonly files: readonly StoredFile[];
  readonly documents: readonly { readonly name: string; readonly document: Document; readonly formats: readonly Format[] }[];
}

const json = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

/** Everything that a territory has entered, in open formats: what goes in comes out. */
export async function* archiveEntries(parts: ArchiveParts, store: FileStore): AsyncGenerator<ArchiveEntry> {
  const { directory, plan } = parts;
  yield { path: "territoire.json", bytes: json({ ...parts.territory, communes: directory.communes, themes: directory.themes }) };
  yield { path: "organisations.json", bytes: json(directory.organisations) };
  yield { path: "conventions.json", bytes: json(parts.conventions) };
  yield {
    path: "plan.json",
    bytes: json({ conventionId: plan.conventionId, axes: plan.axes, objectives: plan.objectives, actions: parts.whole }),
  };
  yield {
    path: "historique.jsonl",
    bytes: new TextEncoder().encode(parts.events.map((each) => `${JSON.stringify(each)}\n`).join("")),
  };
  for (const { name, document, formats } of parts.documents) {
    for (const format of formats) {
      const made = await renderDocument(document, format);
      if (made.kind === "file") yield { path: `documents/${name}.${made.extension}`, bytes: made.bytes };
    }
  }
  for (const { hash, name } of parts.files) {
    const bytes = await store.get(parts.territory.id, hash);
    if (bytes !== undefined) yield { path: `fichiers/${hash.slice(0, 12)}-${name.replace(/[^\p{L}\p{N}._-]+/gu, "_")}`, bytes };
  }
}
