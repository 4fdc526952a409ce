import { keptFile } from "../use-cases/find-import.ts";
import { dayOf } from "../../../../platform/clock.ts";
import { fileById, filesById } from "../../../../platform/files/store.ts";
import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { v7 } from "../../../../platform/id.ts";
import { decide } from "../../../../platform/rights.ts";
import type { Sheet } from "../../../../platform/spreadsheet/sheet.ts";
import type { Found } from "../../../../ui/show.tsx";
import { readImportContext } from "../import/context.ts";
import { ImportRun } from "../import/import-run.ts";
import { ImportId, type DirectoryImport, type ImportOptions } from "../import/kept-import.ts";
import { listOf, openFeed, sayUnlisted } from "../import/open-feed.ts";
import { previewOf, type Preview } from "../import/preview.ts";
import { importById, listImports } from "../import/store.ts";
import { namesOf, readLists, type Names } from "../../card/names.ts";
import { directoryRights } from "../../card/rights.ts";

interface Read {
  readonly draft: DirectoryImport;
  readonly fileName: string;
}

/** A file with what it would change in the directory of now. */
export interface DraftView extends Read {
  readonly kind: "draft";
  readonly options: ImportOptions;
  readonly preview: Preview;
  readonly names: Names;
  /** Number of the last event when it was compared. */
  readonly seq: number;
}

/** A table of someone's own, whose columns a person must say first. */
export interface TableView extends Read {
  readonly kind: "table";
  readonly sheets: readonly Sheet[];
}

export type ImportView =
  DraftView | TableView | (Read & { readonly kind: "closed" }) | (Read & { readonly kind: "unreadable"; readonly why: string });

/** The import of an address, for those who may import. */
export async function readImport(
  visit: TerritoryVisit,
  address: string,
  options: ImportOptions,
  /** `columns`: what its columns hold is looked at again. */
  look: "preview" | "columns" = "preview",
): Promise<Found<ImportView>> {
  const decision = decide(directoryRights.import, visit.actor, {});
  if (decision.kind === "refused") return decision;
  const id = ImportId.safeParse(address);
  if (!id.success) return { kind: "missing" };
  const now = visit.runtime.clock.now();
  return visit.read(async (tx) => {
    const draft = await importById(tx, id.data);
    const stored = draft && (await fileById(tx, draft.fileId));
    if (draft === undefined || stored === undefined) return { kind: "missing" };
    const read = { draft, fileName: stored.name };
    if (draft.state !== "draft") return { kind: "found", value: { kind: "closed", ...read } };
    const opened = await openFeed(keptFile(visit.runtime.files, visit.territory.id, stored));
    const { mapping } = draft;
    if (opened.kind === "table" && (mapping === null || look === "columns"))
      return { kind: "found", value: { kind: "table", ...read, sheets: opened.sheets } };
    const list = listOf(opened, mapping);
    if (list === null) {
      const why = sayUnlisted(opened, visit.lang);
      return { kind: "found", value: { kind: "unreadable", ...read, why } };
    }
    const context = await readImportContext(tx, visit.territory.id, visit.lang, dayOf(now));
    const { format, rows } = list;
    const run = new ImportRun(tx, context, {
      format,
      rows,
      options,
      origin: stored.name,
      take: new Set(),
      now,
      newId: (schema) => schema.parse(v7(now)),
    });
    const preview = await previewOf(run);
    const names = namesOf(await readLists(tx), context.directory, visit.lang);
    return { kind: "found", value: { kind: "draft", ...read, options, preview, names, seq: context.seq } };
  });
}

/** The files that were sent, for those who may import. */
export async function readImports(visit: TerritoryVisit): Promise<Found<readonly Read[]>> {
  const decision = decide(directoryRights.import, visit.actor, {});
  if (decision.kind === "refused") return decision;
  return visit.read(async (tx) => {
    const drafts = await listImports(tx);
    const files = await filesById(
      tx,
      drafts.map(({ fileId }) => fileId),
    );
    return { kind: "found", value: drafts.map((draft) => ({ draft, fileName: files.get(draft.fileId)?.name ?? "" })) };
  });
}
