import type { Actor } from "../actor.ts";
import type { FileStore } from "../files/file-store.ts";
import type { TerritoryId } from "../model.ts";
import { may } from "../rights.ts";
import { refuse, sayRefusal } from "../spreadsheet/refusal.ts";
import type { Runtime } from "../use-case.ts";
import type { Lang } from "../words.ts";
import type { DraftKind, OpenedReading } from "./draft-kind.ts";
import { keepReading, loadReading } from "./kept-reading.ts";
import type { ImportDraft, ImportId } from "./model.ts";
import { draftById } from "./store.ts";

/** A draft with what was read of its file. */
export interface OpenedDraft<Target, Decisions, Result> {
  readonly draft: ImportDraft<Target, Decisions, Result>;
  readonly reading: OpenedReading;
}

/** Opens a draft for those who may import, outside of any transaction; `null` where there is none, or none for them. */
export async function openDraft<Target, Decisions, Result>(
  runtime: Pick<Runtime, "database" | "files">,
  kind: DraftKind<Target, Decisions, Result>,
  actor: Actor,
  id: ImportId,
  lang: Lang,
): Promise<OpenedDraft<Target, Decisions, Result> | null> {
  if (!may(kind.right, actor, {})) return null;
  const draft = await runtime.database.inTerritory(actor.territory, (tx) => draftById(tx, kind, id));
  return draft === undefined ? null : { draft, reading: await readingOf(runtime.files, actor.territory, kind, draft, lang) };
}

/** What was read of a draft's file. A reading that is not there, as after a restoration, is made anew from the file. */
export async function readingOf<Target, Decisions, Result>(
  files: FileStore,
  territory: TerritoryId,
  kind: DraftKind<Target, Decisions, Result>,
  { file, reading }: Pick<ImportDraft<Target, Decisions, Result>, "file" | "reading">,
  lang: Lang,
): Promise<OpenedReading> {
  const kept = reading === null ? null : await loadReading(files, territory, reading);
  if (kept !== null) return kept;
  const lost = { kind: "unreadable", why: sayRefusal(refuse("corrupt"), lang) } as const;
  try {
    const opened = await kind.open(
      { name: file.name, size: file.size, pieces: () => piecesOf(files, territory, file.hash) },
      lang,
    );
    if (opened.kind === "unreadable") return opened;
    return (await loadReading(files, territory, await keepReading(files, territory, opened))) ?? lost;
  } catch (error) {
    if (error instanceof LostFile) return lost;
    throw error;
  }
}

class LostFile extends Error {}

async function* piecesOf(files: FileStore, territory: TerritoryId, hash: string): AsyncGenerator<Uint8Array> {
  try {
    yield* files.read(territory, hash);
  } catch (cause) {
    throw new LostFile("the file of an import is missing or damaged", { cause });
  }
}
