import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import type { Sheet } from "../../../../platform/spreadsheet/sheet.ts";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { ColumnChoice, SheetChoice } from "../../../../ui/columns-form.tsx";
import type { Choice, ChoiceSection } from "../../../../ui/form/choice.tsx";
import { ErrorSummary, errorList, Form, FormActions } from "../../../../ui/form/form.tsx";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { Screen } from "../../../../ui/screen.tsx";
import { guessSheet, type GuessedColumn } from "../columns.ts";
import { sayGuess, sayImportField } from "../doubt.ts";
import { importFieldNames } from "../fields.ts";
import { columnsUnder, targetKey, type SheetColumns } from "../mapping.ts";
import { importWords } from "../import-words.ts";
import type { DraftView } from "./import-read.ts";

/** What the page shows: a sheet of the file, and its columns under a row of headings. */
interface Shown {
  readonly sheetIndex: number;
  readonly sheet: Sheet;
  readonly under: SheetColumns;
  /** What each column feeds as it stands: agreed before, else guessed. */
  readonly targets: ReadonlyMap<number, string>;
}

/** The sheet and the row of headings that the address asks for, else those that were agreed to, else those that are guessed. */
export function shownColumns({ draft, sheets, context }: DraftView, asked: URLSearchParams): Shown | null {
  const number = (name: string): number | null => (/^\d{1,5}$/.test(asked.get(name) ?? "") ? Number(asked.get(name)) : null);
  const { mapping } = draft;
  const sheetIndex = number("sheet") ?? mapping?.sheet ?? guessSheet(sheets, context.memory)?.index ?? 0;
  const sheet = sheets[sheetIndex];
  if (sheet === undefined) return null;
  const isKept = mapping !== null && mapping.sheet === sheetIndex;
  const header = number("header") ?? (isKept ? mapping.headerTo : null);
  const under = columnsUnder(sheet, header, context.known, context.memory);
  const agreed = isKept && mapping.headerTo === under.headerTo ? mapping.columns : under.columns;
  return { sheetIndex, sheet, under, targets: new Map(agreed.map(({ index, target }) => [index, targetKey(target)])) };
}

interface Props {
  readonly visit: TerritoryVisit;
  readonly view: DraftView;
  readonly shown: Shown;
  readonly typed?: ReadonlyMap<number, string>;
  readonly errors?: Readonly<Record<string, string>>;
}

export const ColumnsPage = ({ visit, view, shown, typed, errors = {} }: Props) => {
  const say = importWords(visit.lang);
  const { draft, sheets, proposal } = view;
  const here = visit.at(`/plan/import/${draft.id}`);
  const { under, sheetIndex } = shown;
  return (
    <Screen
      visit={visit}
      title={say("columns.title")}
      crumbs={[
        { label: say("crumb.plan"), href: visit.at("/plan") },
        { label: say("crumb.import"), href: visit.at("/plan/import") },
      ]}
      width="text"
    >
      <PageHeading above={view.fileName} title={say("columns.title")} intro={say("columns.intro")} />
      {proposal.kind === "no-plan-found" && (
        <Notice kind="warning" title={say("columns.notFound")}>
          <p>{say("columns.notFound.text")}</p>
        </Notice>
      )}
      <Section title={say("columns.where")} sheet>
        <SheetChoice action={`${here}/colonnes`} sheets={sheets} sheet={sheetIndex} header={under.headerTo} />
      </Section>
      <Section title={say("columns.list", { count: under.columns.length, row: under.headerTo })}>
        <Form action={`${here}/colonnes`} hidden={{ sheet: sheetIndex, header: under.headerTo }}>
          <ErrorSummary errors={errorList(errors)} />
          <div class="stack">
            {under.columns.map((column, at) => (
              <ColumnField
                visit={visit}
                shown={shown}
                column={column}
                at={at}
                value={typed?.get(column.index) ?? shown.targets.get(column.index) ?? ""}
                error={errors[`columns.${at}.target`]}
              />
            ))}
          </div>
          <FormActions>
            <Button look="main">{say("columns.agree")}</Button>
            <ButtonLink look="quiet" href={proposal.kind === "proposal" ? here : visit.at("/plan/import")}>
              {say(proposal.kind === "proposal" ? "columns.back" : "crumb.import")}
            </ButtonLink>
          </FormActions>
        </Form>
      </Section>
    </Screen>
  );
};

interface ColumnProps {
  readonly visit: TerritoryVisit;
  readonly shown: Shown;
  readonly column: GuessedColumn;
  readonly at: number;
  readonly value: string;
  readonly error: string | undefined;
}

const ColumnField = ({ visit, shown, column, at, value, error }: ColumnProps) => {
  const say = importWords(visit.lang);
  return (
    <ColumnChoice
      sheet={shown.sheet}
      headerTo={shown.under.headerTo}
      column={column}
      at={at}
      value={value}
      error={error}
      why={say("sure.why", { sure: say(`sure.${sureness(column)}`), why: sayGuess(column.why, visit.lang) })}
      choices={fieldChoices(visit, shown)}
    />
  );
};

const sureness = ({ target, confidence }: GuessedColumn): "high" | "medium" | "low" | "none" =>
  target === undefined ? "none" : confidence >= 0.85 ? "high" : confidence >= 0.6 ? "medium" : "low";

function fieldChoices(visit: TerritoryVisit, { targets }: Shown): readonly (Choice | ChoiceSection)[] {
  const say = importWords(visit.lang);
  const now = visit.runtime.clock.now().getUTCFullYear();
  const named = [...targets.values()].flatMap((key) => (key.startsWith("costOfYear:") ? [Number(key.slice(11))] : []));
  const around = Array.from({ length: 11 }, (_, index) => now - 5 + index);
  const years = [...new Set([...around, ...named])].sort();
  return [
    {
      label: say("columns.fields"),
      choices: importFieldNames
        .filter((field) => field !== "costOfYear")
        .map((field) => ({ value: field, label: sayImportField(field, visit.lang) })),
    },
    {
      label: say("columns.years"),
      choices: years.map((year) => ({ value: `costOfYear:${year}`, label: say("columns.year", { year: String(year) }) })),
    },
  ];
}
