import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { Badge } from "../../../../ui/badge.tsx";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { UploadForm } from "../../../../ui/import-draft/upload-form.tsx";
import { Table } from "../../../../ui/table.tsx";
import { Time } from "../../../../ui/time.tsx";
import type { DirectoryImport } from "../import/draft-kind.ts";
import { FeedFormat } from "../import/model.ts";
import { importWords } from "../import/words.ts";
import { directoryLook, ImportFrame } from "./import-look.tsx";

interface Props {
  readonly visit: TerritoryVisit;
  readonly imports: readonly DirectoryImport[];
  readonly errors: Readonly<Record<string, string>>;
}

export const ImportStartPage = ({ visit, imports, errors }: Props) => {
  const say = importWords(visit.lang);
  return (
    <ImportFrame visit={visit} title={say("title")} isStart width="text">
      <PageHeading title={say("title")} intro={say("intro")} />
      <UploadForm visit={visit} look={directoryLook} errors={errors} />
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
                cell: ({ id, file }) => <a href={visit.at(`${directoryLook.path}/${id}`)}>{file.name}</a>,
              },
              {
                key: "when",
                label: say("imports.when"),
                narrow: true,
                cell: ({ startedAt }) => <Time value={startedAt} look="day" />,
              },
              { key: "who", label: say("imports.who"), cell: ({ startedBy }) => startedBy },
              {
                key: "what",
                label: say("imports.what"),
                cell: ({ result }) =>
                  result === null ? <Badge tone="wait">{say("imports.waits")}</Badge> : say("done.short", { ...result }),
              },
            ]}
          />
        </Section>
      )}
      <Section title={say("lists.title")} intro={say("lists.intro")}>
        <ul>
          {FeedFormat.options.map((format) => (
            <li>
              <strong>{say(`format.${format}`)}</strong> : {say(`lists.${format}`)}
            </li>
          ))}
        </ul>
      </Section>
    </ImportFrame>
  );
};
