import type { Hono } from "hono";
import type { TerritoryEnv } from "../../../../platform/http/visit.ts";
import { ButtonLink } from "../../../../ui/button.tsx";
import { typedMany } from "../../../../ui/form/typed.ts";
import { PageHeading } from "../../../../ui/heading.tsx";
import { draftPages, type DraftPages } from "../../../../ui/import-draft/draft-pages.tsx";
import { directoryDraft } from "../import/draft-kind.ts";
import { tableFields, type TableField } from "../import/formats/table.ts";
import { ImportOptions, type ImportResult, type NoDecisions } from "../import/kept-import.ts";
import { importWords } from "../import/words.ts";
import { abandonDirectoryImport } from "../use-cases/abandon-directory-import.ts";
import { importDirectory } from "../use-cases/import-directory.ts";
import { mapDirectoryImport } from "../use-cases/map-directory-import.ts";
import { startDirectoryImport } from "../use-cases/start-directory-import.ts";
import { directoryLook, ImportFrame } from "./import-look.tsx";
import { ImportPreviewPage } from "./import-preview.tsx";
import { readView } from "./import-read.ts";
import { ImportStartPage } from "./import-start.tsx";

/** One group of boxes a card: `take.0`, `take.1`. */
const takenIn = (form: Readonly<Record<string, unknown>>): readonly string[] =>
  [form["take"] ?? []].flat(3).filter((each) => typeof each === "string");

const pages: DraftPages<TableField, NoDecisions, ImportResult> = {
  kind: directoryDraft,
  look: directoryLook,
  start: (visit, raw) => visit.perform(startDirectoryImport, raw),
  map: (visit, raw) => visit.perform(mapDirectoryImport, raw),
  accept: (visit, raw) => visit.perform(importDirectory, { ...raw, take: takenIn({ ...raw }) }),
  abandon: (visit, raw) => visit.perform(abandonDirectoryImport, raw),
  // Larger feeds are brought in by whoever runs the instance.
  largest: { bytes: 50 * 1024 * 1024, say: (_bytes, { lang }) => importWords(lang)("file.tooLarge") },
  listed: ["uploaded", "mapped", "accepted", "undone"],
  startPage: (visit, imports, errors) => <ImportStartPage visit={visit} imports={imports} errors={errors} />,
  choices: ({ lang }) => tableFields.map((value) => ({ value, label: importWords(lang)(`table.field.${value}`) })),
  beside: ({ at, lang }) =>
    Promise.resolve({ notice: null, fault: null, back: { href: at(directoryLook.path), label: importWords(lang)("title") } }),
  preview: async (visit, waiting, asked) => {
    const form = "form" in asked ? asked.form : {};
    const view = await readView(visit, waiting, ImportOptions.parse("form" in asked ? asked.form : asked.query));
    if (view === null) return { kind: "columns" };
    return {
      kind: "preview",
      draw: (errors, conflict) => (
        <ImportPreviewPage
          visit={visit}
          view={view}
          errors={errors}
          conflict={conflict}
          closing={typedMany(form, "closing")}
          take={takenIn(form)}
        />
      ),
    };
  },
  accepted: (visit, { file, result }) => {
    const say = importWords(visit.lang);
    const title = say("done", { ...result });
    return Promise.resolve(
      <ImportFrame visit={visit} title={title} width="text">
        <PageHeading above={file.name} title={title} />
        <ul>
          {(["createdPlaces", "closed", "same", "outside", "broken"] as const).map(
            (key) => result[key] > 0 && <li>{say(`result.${key}`, { count: result[key] })}</li>,
          )}
        </ul>
        <p>
          <ButtonLink look="main" href={visit.at(directoryLook.home)}>
            {say("done.list")}
          </ButtonLink>
        </p>
      </ImportFrame>,
    );
  },
};

/** Bringing services in from a file: `/annuaire/importer`. */
export const directoryImportPages = (): Hono<TerritoryEnv> => draftPages(pages);
