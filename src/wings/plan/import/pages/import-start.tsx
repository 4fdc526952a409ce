import type { ExampleFile } from "../../../../platform/wing/contributions.ts";
import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { FileField } from "../../../../ui/form/file-field.tsx";
import { ErrorSummary, errorList, Form, FormActions } from "../../../../ui/form/form.tsx";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { Screen } from "../../../../ui/screen.tsx";
import { Time } from "../../../../ui/time.tsx";
import { importWords } from "../import-words.ts";
import type { WaitingDraft } from "./import-read.ts";

interface Props {
  readonly visit: TerritoryVisit;
  readonly drafts: readonly WaitingDraft[];
  readonly examples: readonly ExampleFile[];
  readonly errors?: Readonly<Record<string, string>>;
}

const accepted = ["any", "cells", "dates", "amounts", "again"] as const;

export const StartPage = ({ visit, drafts, examples, errors = {} }: Props) => {
  const say = importWords(visit.lang);
  return (
    <Screen visit={visit} title={say("title")} crumbs={[{ label: say("crumb.plan"), href: visit.at("/plan") }]} width="text">
      <PageHeading title={say("title")} intro={say("intro")} />
      <Form action={visit.at("/plan/import")} files>
        <ErrorSummary errors={errorList(errors)} />
        <FileField
          name="file"
          label={say("file")}
          hint={say("file.hint")}
          accept=".xlsx,.ods,.csv"
          maxSize={say("file.max")}
          error={errors["file"]}
        />
        <FormActions>
          <Button look="main" icon="upload">
            {say("read")}
          </Button>
          <ButtonLink look="quiet" href={visit.at("/plan")}>
            {say("confirm.back")}
          </ButtonLink>
        </FormActions>
      </Form>
      <Drafts visit={visit} drafts={drafts} />
      <Section title={say("accepted.title")}>
        <ul>
          {accepted.map((key) => (
            <li>{say(`accepted.${key}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={say("examples.title")} intro={say("examples.intro")}>
        <ul>
          {examples.map(({ name, said }) => (
            <li>
              <a href={visit.at(`/plan/import/exemples/${name}`)} download>
                {said[visit.lang]}
              </a>{" "}
              ({name.slice(name.lastIndexOf(".") + 1)})
            </li>
          ))}
        </ul>
      </Section>
    </Screen>
  );
};

const Drafts = ({ visit, drafts }: Pick<Props, "visit" | "drafts">) => {
  const say = importWords(visit.lang);
  if (drafts.length === 0) return null;
  return (
    <Section title={say("drafts.title", { count: drafts.length })}>
      <ul class="plain-list stack">
        {drafts.map(({ draft, fileName }) => (
          <li>
            <a href={visit.at(`/plan/import/${draft.id}`)}>{fileName}</a>, {say("drafts.by", { who: draft.startedBy })},{" "}
            <Time value={draft.startedAt} look="moment" />{" "}
            <Form action={visit.at(`/plan/import/${draft.id}/abandonner`)} inline>
              <Button look="quiet" about={say("abandon.about", { name: fileName })}>
                {say("abandon")}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  );
};
