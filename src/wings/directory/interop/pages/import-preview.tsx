import type { Conflict } from "../../../../platform/use-case.ts";
import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { CheckField, ChoiceGroup } from "../../../../ui/form/choice.tsx";
import { ErrorSummary, errorList, Form, FormActions } from "../../../../ui/form/form.tsx";
import { Section } from "../../../../ui/heading.tsx";
import { PreviewFrame } from "../../../../ui/import-draft/preview-frame.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { importWords } from "../import/words.ts";
import { shownAtMost, type Preview } from "../import/preview.ts";
import { directoryLook } from "./import-look.tsx";
import { Broken, Changed, Created, Doubtful, KeptHere } from "./import-rows.tsx";
import type { ImportView } from "./import-read.ts";

interface Props {
  readonly visit: TerritoryVisit;
  readonly view: ImportView;
  readonly errors?: Readonly<Record<string, string>>;
  readonly conflict?: Conflict | null;
  /** What was ticked when the form came back. */
  readonly closing?: readonly string[];
  readonly take?: readonly string[];
}

/** What a file would change, before anything is. */
export const ImportPreviewPage = ({ visit, view, errors = {}, conflict = null, closing = [], take = [] }: Props) => {
  const say = importWords(visit.lang);
  const { preview, options, draft, format, seq } = view;
  const { counts } = preview;
  const here = visit.at(`${directoryLook.path}/${draft.id}`);
  const title = say("summary", { ...counts });
  return (
    <PreviewFrame
      visit={visit}
      look={directoryLook}
      id={draft.id}
      above={say("preview.above", { name: draft.file.name, format: say(`format.${format}`) })}
      title={title}
      conflict={conflict}
    >
      <Options visit={visit} view={view} here={here} />
      <Form action={`${here}/accepter`} hidden={{ seen: seq, scope: options.scope, state: options.state }}>
        <ErrorSummary errors={errorList(errors)} />
        <KeptHere visit={visit} view={view} take={take} />
        <Missing visit={visit} preview={preview} closing={closing} error={errors["shrunk"]} />
        <Broken visit={visit} view={view} />
        <Doubtful visit={visit} view={view} />
        <Changed visit={visit} view={view} />
        <Created visit={visit} view={view} />
        <Confirm visit={visit} preview={preview} />
      </Form>
      {format === "table" && (
        <p class="actions">
          <a href={`${here}/colonnes`}>{say("columns.again")}</a>
        </p>
      )}
    </PreviewFrame>
  );
};

/** Which rows are taken and what becomes of new cards: asked only where it changes something. */
const Options = ({ visit, view, here }: { readonly visit: TerritoryVisit; readonly view: ImportView; readonly here: string }) => {
  const say = importWords(visit.lang);
  const { options, preview } = view;
  const { outside, created } = preview.counts;
  if (outside === 0 && created === 0 && options.scope === "territory") return null;
  return (
    <Section title={say("options.title")} sheet>
      <form class="form" method="get" action={here}>
        <ChoiceGroup
          name="scope"
          pick="one"
          label={say("options.scope")}
          values={[options.scope]}
          choices={[
            {
              value: "territory",
              label: say("options.territory"),
              hint: outside > 0 ? say("options.outside", { outside }) : undefined,
            },
            { value: "everywhere", label: say("options.everywhere") },
          ]}
        />
        <ChoiceGroup
          name="state"
          pick="one"
          label={say("options.state")}
          values={[options.state]}
          choices={[
            { value: "published", label: say("options.published") },
            { value: "draft", label: say("options.draft") },
          ]}
        />
        <FormActions>
          <Button icon="refresh-cw">{say("options.show")}</Button>
        </FormActions>
      </form>
    </Section>
  );
};

interface MissingProps {
  readonly visit: TerritoryVisit;
  readonly preview: Preview;
  readonly closing: readonly string[];
  readonly error: string | undefined;
}

/** The services that left the file: proposed for closing, never closed by themselves. */
const Missing = ({ visit, preview: { missing, isShrunk }, closing, error }: MissingProps) => {
  const say = importWords(visit.lang);
  if (missing.length === 0) return null;
  return (
    <Section title={say("missing.title", { count: missing.length })} intro={say("missing.intro")}>
      {isShrunk && (
        <Notice kind="warning" title={say("shrunk.title")}>
          <p>{say("shrunk.text")}</p>
        </Notice>
      )}
      <ChoiceGroup
        name="closing"
        pick="many"
        label={say("missing.close")}
        values={closing}
        choices={missing.slice(0, shownAtMost.missing).map(({ id, offer }) => ({ value: id, label: offer.name }))}
      />
      {missing.length > shownAtMost.missing && <p>{say("missing.more", { count: missing.length - shownAtMost.missing })}</p>}
      {isShrunk && <CheckField name="shrunk" label={say("shrunk.agree")} error={error} />}
    </Section>
  );
};

/** What the button says is what it does. */
const Confirm = ({ visit, preview }: Pick<MissingProps, "visit" | "preview">) => {
  const say = importWords(visit.lang);
  const { created, createdPlaces, changed } = preview.counts;
  const isNothing = created + createdPlaces + changed + preview.keptCount + preview.missing.length === 0;
  return (
    <>
      {isNothing && (
        <Notice kind="success" title={say("nothing")}>
          <p>{say("nothing.text")}</p>
        </Notice>
      )}
      <FormActions>
        {isNothing ? (
          <ButtonLink href={visit.at("/annuaire/services")}>{say("back")}</ButtonLink>
        ) : (
          <Button look="main">{say("accept", { created, createdPlaces, changed })}</Button>
        )}
      </FormActions>
    </>
  );
};
