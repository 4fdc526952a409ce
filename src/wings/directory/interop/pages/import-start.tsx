import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { Badge } from "../../../../ui/badge.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { FileField } from "../../../../ui/form/file-field.tsx";
import { ErrorSummary, errorList, Form, FormActions } from "../../../../ui/form/form.tsx";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { Table } from "../../../../ui/table.tsx";
import { Time } from "../../../../ui/time.tsx";
import { importWords } from "../import/words.ts";
import type { DirectoryImport } from "../import/kept-import.ts";
import { DirectoryScreen } from "../../card/pages/frame.tsx";

interface Props {
  readonly visit: TerritoryVisit;
  readonly imports: readonly { readonly draft: DirectoryImport; readonly fileName: string }[];
  readonly errors?: Readonly<Record<string, string>>;
}

const lists = ["france-services", "conseillers-numeriques", "data-inclusion", "table"] as const;

export const importCrumbs = (visit: TerritoryVisit) => {
  const say = importWords(visit.lang);
  const cards = { label: say("crumb.cards"), href: visit.at("/annuaire/services") };
  return { start: [cards], below: [cards, { label: say("title"), href: visit.at("/annuaire/importer") }] };
};

export const ImportStartPage = ({ visit, imports, errors = {} }: Props) => {
  const say = importWords(visit.lang);
  return (
    <DirectoryScreen visit={visit} title={say("title")} tab="/annuaire/services" crumbs={importCrumbs(visit).start} width="text">
      <PageHeading title={say("title")} intro={say("intro")} />
      <Form action={visit.at("/annuaire/importer")} files>
        <ErrorSummary errors={errorList(errors)} />
        <FileField
          name="file"
          label={say("file")}
          hint={say("file.hint")}
          accept=".csv,.json,.jsonl,.xlsx,.ods"
          maxSize={say("file.max")}
          error={errors["file"]}
        />
        <FormActions>
          <Button look="main" icon="upload">
            {say("file.read")}
          </Button>
          <ButtonLink look="quiet" href={visit.at("/annuaire/services")}>
            {say("back")}
          </ButtonLink>
        </FormActions>
      </Form>
      {imports.length > 0 && (
        <Section title={say("imports.title")}>
          <Table
            caption={say("imports.title")}
            hideCaption
            narrowly="blocks"
            rows={imports}
            columns={[
              {
                key: "file",
                label: say("imports.file"),
                cell: ({ draft, fileName }) => <a href={visit.at(`/annuaire/importer/${draft.id}`)}>{fileName}</a>,
              },
              {
                key: "when",
                label: say("imports.when"),
                narrow: true,
                cell: ({ draft }) => <Time value={draft.startedAt} look="day" />,
              },
              { key: "who", label: say("imports.who"), cell: ({ draft }) => draft.startedBy },
              {
                key: "what",
                label: say("imports.what"),
                cell: ({ draft: { result } }) =>
                  result === null ? <Badge tone="wait">{say("imports.waits")}</Badge> : say("done.short", { ...result }),
              },
            ]}
          />
        </Section>
      )}
      <Section title={say("lists.title")} intro={say("lists.intro")}>
        <ul>
          {lists.map((format) => (
            <li>
              <strong>{say(`format.${format}`)}</strong> : {say(`lists.${format}`)}
            </li>
          ))}
        </ul>
      </Section>
    </DirectoryScreen>
  );
};
