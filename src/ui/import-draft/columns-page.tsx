import type { Child } from "hono/jsx";
import type { TerritoryVisit } from "../../platform/http/visit.ts";
import type { ColumnReader, DraftKind } from "../../platform/import-draft/draft-kind.ts";
import type { ImportDraft } from "../../platform/import-draft/model.ts";
import { draftWords } from "../../platform/import-draft/words.ts";
import type { Sheet } from "../../platform/spreadsheet/sheet.ts";
import { Button, ButtonLink } from "../button.tsx";
import type { Choice, ChoiceSection } from "../form/choice.tsx";
import { ErrorSummary, errorList, Form, FormActions } from "../form/form.tsx";
import { PageHeading, Section } from "../heading.tsx";
import { MissingPage } from "../missing-page.tsx";
import { ColumnChoice, SheetChoice } from "./columns-form.tsx";
import type { DraftLook } from "./look.ts";

interface Props<Target, Decisions, Result> {
  readonly visit: TerritoryVisit;
  readonly kind: DraftKind<Target, Decisions, Result>;
  readonly look: DraftLook;
  readonly draft: ImportDraft<Target, Decisions, Result>;
  readonly sheets: readonly Sheet[];
  readonly reader: ColumnReader<Target>;
  /** The sheet and the row of headings that the address asks for. */
  readonly asked: { readonly sheet?: number | undefined; readonly header?: number | undefined };
  /** What a column may feed. `keys`: what the columns feed as they stand. */
  readonly choices: (visit: TerritoryVisit, keys: readonly string[]) => readonly (Choice | ChoiceSection)[];
  readonly beside: ColumnsBeside;
  readonly typed?: ReadonlyMap<number, string> | undefined;
  readonly errors?: Readonly<Record<string, string>>;
}

/** What a kind adds to the page of its columns. */
export interface ColumnsBeside {
  /** Said above: that nothing was found, say. */
  readonly notice: Child;
  /** Why the columns, as they stand, can't be read. */
  readonly fault: string | null;
  readonly back: { readonly href: string; readonly label: string };
}

/** What each column of a sheet holds, guessed first; a person agrees before anything is read. */
export const ColumnsPage = <Target, Decisions, Result>({
  visit,
  kind,
  look: { path, words, Frame },
  draft,
  sheets,
  reader,
  asked,
  choices,
  beside,
  typed,
  errors = beside.fault === null ? {} : { "": beside.fault },
}: Props<Target, Decisions, Result>) => {
  const [say, sayOwn] = [draftWords(visit.lang), words(visit.lang)];
  const { mapping } = draft;
  const here = visit.at(`${path}/${draft.id}/colonnes`);
  const sheetIndex = asked.sheet ?? mapping?.sheet ?? reader.sheetOf(sheets);
  const sheet = sheets[sheetIndex];
  if (sheet === undefined) return <MissingPage visit={visit} />;
  const kept = mapping?.sheet === sheetIndex ? mapping : null;
  const under = reader.under(sheet, asked.header ?? kept?.headerTo ?? null);
  // What was agreed to before stands for what is guessed.
  const agreed = kept?.headerTo === under.headerTo ? kept.columns : under.columns;
  const keys = new Map(agreed.map(({ index, target }) => [index, kind.targets.keyOf(target)]));
  const offered = choices(visit, [...keys.values()]);
  return (
    <Frame visit={visit} title={say("columns.title")} width="text">
      <PageHeading above={draft.file.name} title={say("columns.title")} intro={sayOwn("columns.intro")} />
      {beside.notice}
      <Section title={sayOwn("columns.where")} sheet>
        <SheetChoice action={here} sheets={sheets} sheet={sheetIndex} header={under.headerTo} />
      </Section>
      <Section title={say("columns.list", { count: under.columns.length, row: under.headerTo })}>
        <Form action={here} hidden={{ sheet: sheetIndex, header: under.headerTo }}>
          <ErrorSummary errors={errorList(errors)} />
          <div class="stack">
            {under.columns.map((column, at) => (
              <ColumnChoice
                sheet={sheet}
                headerTo={under.headerTo}
                column={column}
                at={at}
                value={typed?.get(column.index) ?? keys.get(column.index) ?? ""}
                error={errors[`columns.${at}.target`]}
                why={column.why}
                choices={offered}
              />
            ))}
          </div>
          <FormActions>
            <Button look="main">{say("columns.agree")}</Button>
            <ButtonLink look="quiet" href={beside.back.href}>
              {beside.back.label}
            </ButtonLink>
          </FormActions>
        </Form>
      </Section>
    </Frame>
  );
};
