import { Hono } from "hono";
import { z } from "zod";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import type { Lang } from "../../../../platform/words.ts";
import { answer } from "../../../../ui/answer.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { ColumnChoice, SheetChoice } from "../../../../ui/columns-form.tsx";
import type { Choice } from "../../../../ui/form/choice.tsx";
import { ErrorSummary, errorList, Form, FormActions } from "../../../../ui/form/form.tsx";
import { fieldErrors, typedText } from "../../../../ui/form/typed.ts";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { show } from "../../../../ui/show.tsx";
import { mapDirectoryImport } from "../use-cases/map-directory-import.ts";
import { columnsUnder, headerOf, tableFields } from "../import/formats/table.ts";
import { importWords } from "../import/words.ts";
import { ImportOptions } from "../import/kept-import.ts";
import { DirectoryScreen } from "../../card/pages/frame.tsx";
import { readImport, type TableView } from "./import-read.ts";
import { importCrumbs } from "./import-start.tsx";

const number = z.coerce.number().int().min(0).max(100_000).optional().catch(undefined);
/** The sheet and the row of headings that the address asks for. */
const Asked = z.object({ sheet: number, header: number });

interface Props {
  readonly visit: TerritoryVisit;
  readonly view: TableView;
  readonly asked: z.infer<typeof Asked>;
  readonly typed?: ReadonlyMap<number, string>;
  readonly errors?: Readonly<Record<string, string>>;
}

const fieldChoices = (lang: Lang): readonly Choice[] =>
  tableFields.map((value) => ({ value, label: importWords(lang)(`table.field.${value}`) }));

/** What each column of a table holds, guessed from its headings; a person agrees before anything is read. */
export const TableColumnsPage = ({ visit, view, asked, typed, errors = {} }: Props) => {
  const say = importWords(visit.lang);
  const { draft, sheets } = view;
  const kept = draft.mapping;
  const sheetIndex = asked.sheet ?? kept?.sheet ?? 0;
  const sheet = sheets[sheetIndex];
  const here = visit.at(`/annuaire/importer/${draft.id}/colonnes`);
  if (sheet === undefined) return <MissingPage visit={visit} />;
  const isKept = kept !== null && kept.sheet === sheetIndex;
  const header = Math.max(1, asked.header ?? (isKept ? kept.headerTo : headerOf(sheet)));
  const columns = columnsUnder(sheet, header);
  const agreed = isKept && kept.headerTo === header ? kept.columns : columns;
  const targets = new Map(agreed.map(({ index, target }) => [index, target ?? ""] as const));
  return (
    <DirectoryScreen
      visit={visit}
      title={say("table.title")}
      tab="/annuaire/services"
      crumbs={importCrumbs(visit).below}
      width="text"
    >
      <PageHeading above={view.fileName} title={say("table.title")} intro={say("table.intro")} />
      <Section title={say("table.where")} sheet>
        <SheetChoice action={here} sheets={sheets} sheet={sheetIndex} header={header} />
      </Section>
      <Section title={say("table.columns", { count: columns.length, row: header })}>
        <Form action={here} hidden={{ sheet: sheetIndex, header }}>
          <ErrorSummary errors={errorList(errors)} />
          <div class="stack">
            {columns.map((column, at) => (
              <ColumnChoice
                sheet={sheet}
                headerTo={header}
                column={column}
                at={at}
                value={typed?.get(column.index) ?? targets.get(column.index) ?? ""}
                error={errors[`columns.${at}.target`]}
                why={say(`table.sure.${column.sure}`)}
                choices={fieldChoices(visit.lang)}
              />
            ))}
          </div>
          <FormActions>
            <Button look="main">{say("table.agree")}</Button>
            <ButtonLink look="quiet" href={visit.at("/annuaire/importer")}>
              {say("title")}
            </ButtonLink>
          </FormActions>
        </Form>
      </Section>
    </DirectoryScreen>
  );
};

const Columns = z.array(z.object({ index: z.coerce.number(), target: z.string() })).catch([]);

/** `/annuaire/importer/:id/colonnes` */
export const importColumnsPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>()
    .get("/annuaire/importer/:id/colonnes", async (c) => {
      const { visit } = c.var;
      const found = await readImport(visit, c.req.param("id"), ImportOptions.parse({}), "columns");
      return show(c, found, (view) =>
        view.kind === "table" ? (
          <TableColumnsPage visit={visit} view={view} asked={Asked.parse(c.req.query())} />
        ) : (
          c.redirect(visit.at(`/annuaire/importer/${c.req.param("id")}`), 303)
        ),
      );
    })
    .post("/annuaire/importer/:id/colonnes", async (c) => {
      const { visit } = c.var;
      const importId = c.req.param("id");
      const form = readForm(await c.req.formData());
      const outcome = await visit.perform(mapDirectoryImport, { columns: [], ...form, importId });
      const found = outcome.kind === "invalid" ? await readImport(visit, importId, ImportOptions.parse({}), "columns") : null;
      const typed = new Map(Columns.parse(form["columns"]).map(({ index, target }) => [index, target] as const));
      const asked = Asked.parse({ sheet: typedText(form, "sheet"), header: typedText(form, "header") });
      return answer(c, outcome, {
        done: () => ({ to: visit.at(`/annuaire/importer/${importId}`), said: importWords(visit.lang)("table.saved") }),
        again: (errors) =>
          found?.kind === "found" && found.value.kind === "table" ? (
            <TableColumnsPage visit={visit} view={found.value} asked={asked} typed={typed} errors={fieldErrors(errors)} />
          ) : (
            <MissingPage visit={visit} />
          ),
      });
    });
