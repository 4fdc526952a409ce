import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import type { ExampleFile } from "../../../../platform/wing/contributions.ts";
import { Button } from "../../../../ui/button.tsx";
import { Form } from "../../../../ui/form/form.tsx";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { UploadForm } from "../../../../ui/import-draft/upload-form.tsx";
import { Time } from "../../../../ui/time.tsx";
import type { PlanImport } from "../draft-kind.ts";
import { importWords } from "../import-words.ts";
import { PlanFrame, planLook } from "./plan-look.tsx";

interface Props {
  readonly visit: TerritoryVisit;
  readonly drafts: readonly PlanImport[];
  readonly examples: readonly ExampleFile[];
  readonly errors?: Readonly<Record<string, string>>;
}

const accepted = ["any", "cells", "dates", "amounts", "again"] as const;

export const StartPage = ({ visit, drafts, examples, errors = {} }: Props) => {
  const say = importWords(visit.lang);
  return (
    <PlanFrame visit={visit} title={say("title")} isStart width="text">
      <PageHeading title={say("title")} intro={say("intro")} />
      <UploadForm visit={visit} look={planLook} errors={errors} />
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
    </PlanFrame>
  );
};

const Drafts = ({ visit, drafts }: Pick<Props, "visit" | "drafts">) => {
  const say = importWords(visit.lang);
  if (drafts.length === 0) return null;
  return (
    <Section title={say("drafts.title", { count: drafts.length })}>
      <ul class="plain-list stack">
        {drafts.map(({ id, file, startedBy, startedAt }) => (
          <li>
            <a href={visit.at(`${planLook.path}/${id}`)}>{file.name}</a>, {say("drafts.by", { who: startedBy })},{" "}
            <Time value={startedAt} look="moment" />{" "}
            <Form action={visit.at(`${planLook.path}/${id}/abandonner`)} inline>
              <Button look="quiet" about={say("abandon.about", { name: file.name })}>
                {say("abandon")}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  );
};
