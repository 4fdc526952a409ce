import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { Confidentiality } from "../../../../platform/model.ts";
import { may } from "../../../../platform/rights.ts";
import { ConfidentialityMark } from "../../../../ui/badge.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { ChoiceGroup, SelectField } from "../../../../ui/form/choice.tsx";
import { FileField } from "../../../../ui/form/file-field.tsx";
import { ErrorSummary, errorList, Form, FormActions } from "../../../../ui/form/form.tsx";
import { TextArea } from "../../../../ui/form/text-field.tsx";
import { typedText, type Typed } from "../../../../ui/form/typed.ts";
import { FicheBlock } from "../../../../ui/layouts/fiche.tsx";
import { Time } from "../../../../ui/time.tsx";
import { attachmentExtensions } from "../../action/attachment.ts";
import { actionWords } from "../../action/words.ts";
import type { Note } from "../../notes/model.ts";
import { noteRights } from "../../notes/rights.ts";
import { choiceText } from "../../action/field-words.ts";
import type { Fiche } from "./fiche-read.ts";
import { sizeText } from "../../../../platform/french/number.ts";

/** A form of the page that came back: which one, with what was typed and what is wrong. */
export interface CameBack {
  readonly form: "note" | "file";
  readonly typed: Typed;
  readonly errors: Readonly<Record<string, string>>;
}

interface Props {
  readonly visit: TerritoryVisit;
  readonly fiche: Fiche;
  readonly back: CameBack | null;
}

const levels = (visit: TerritoryVisit) =>
  Confidentiality.options.map((value) => ({ value, label: choiceText(visit.lang, "confidentiality", value) }));

/** The fields of a note. It says what must never be written in one. */
export const NoteFormFields = ({
  visit,
  typed,
  errors,
}: {
  readonly visit: TerritoryVisit;
  readonly typed: Typed;
  readonly errors: CameBack["errors"];
}) => {
  const say = actionWords(visit.lang);
  return (
    <>
      <TextArea
        name="body"
        label={say("note.body")}
        value={typedText(typed, "body")}
        error={errors["body"]}
        max={10_000}
        rows={4}
        hint={say("hint.noFamily")}
      />
      <ChoiceGroup
        name="confidentiality"
        label={say("field.confidentiality")}
        pick="one"
        values={[typedText(typed, "confidentiality") || "shared"]}
        error={errors["confidentiality"]}
        choices={levels(visit)}
      />
    </>
  );
};

const OneNote = ({ visit, fiche, note }: Omit<Props, "back"> & { readonly note: Note }) => {
  const say = actionWords(visit.lang);
  const subject = { action: fiche.subject, confidentiality: note.confidentiality, authorPerson: note.author.person };
  const at = visit.at(`/plan/actions/${note.actionId}/notes/${note.id}`);
  const { organisationId } = note.author;
  return (
    <li id={`note-${note.id}`}>
      <p class="history-line">
        <strong>{note.author.name}</strong>
        {organisationId !== null && `, ${fiche.names.organisation(organisationId)}`}{" "}
        <ConfidentialityMark level={note.confidentiality} />
      </p>
      <p class="history-when">
        <Time value={note.at} look="moment" />
      </p>
      <div class="prose">
        <p class="typed">{note.body}</p>
      </div>
      {may(noteRights.edit, visit.actor, subject) && (
        <ButtonLink look="quiet" href={`${at}/modifier`} about={say("note.by", { name: note.author.name })}>
          {say("note.edit")}
        </ButtonLink>
      )}
      {may(noteRights.remove, visit.actor, subject) && (
        <Form action={`${at}/supprimer`} inline>
          <Button look="quiet" about={say("note.by", { name: note.author.name })}>
            {say("note.remove")}
          </Button>
        </Form>
      )}
    </li>
  );
};

export const NotesBlock = ({ visit, fiche, back }: Props) => {
  const say = actionWords(visit.lang);
  const { notes, action, can } = fiche;
  const mine = back?.form === "note" ? back : null;
  if (!can.comment && notes.length === 0) return null;
  return (
    <FicheBlock id="notes" title={say("notes.title", { count: notes.length })}>
      {notes.length > 0 && (
        <ol class="history">
          {notes.map((note) => (
            <OneNote visit={visit} fiche={fiche} note={note} />
          ))}
        </ol>
      )}
      {can.comment && (
        <Form action={visit.at(`/plan/actions/${action.id}/notes`)} draft={`note-${action.id}`} label={say("note.add")}>
          <ErrorSummary errors={errorList(mine?.errors ?? {})} />
          <NoteFormFields visit={visit} typed={mine?.typed ?? {}} errors={mine?.errors ?? {}} />
          <FormActions>
            <Button>{say("note.add")}</Button>
          </FormActions>
        </Form>
      )}
    </FicheBlock>
  );
};

export const FilesBlock = ({ visit, fiche, back }: Props) => {
  const say = actionWords(visit.lang);
  const { files, action, can } = fiche;
  const mine = back?.form === "file" ? back : null;
  const at = visit.at(`/plan/actions/${action.id}/fichiers`);
  if (!can.attachFile && files.length === 0) return null;
  return (
    <FicheBlock id="files" title={say("files.title", { count: files.length })}>
      {files.length > 0 && (
        <ul>
          {files.map(({ fileId, name, size, confidentiality }) => (
            <li>
              <a href={`${at}/${fileId}`} download>
                {name}
              </a>{" "}
              ({sizeText(visit.lang, size)}) <ConfidentialityMark level={confidentiality} />
              {can.attachFile && (
                <Form action={`${at}/${fileId}/retirer`} inline>
                  <Button look="quiet" about={name}>
                    {say("file.remove")}
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {can.attachFile && (
        <Form action={at} files label={say("file.add")}>
          <ErrorSummary errors={errorList(mine?.errors ?? {})} />
          <FileField
            name="file"
            label={say("file.label")}
            error={mine?.errors["file"]}
            accept={attachmentExtensions.map((extension) => `.${extension}`).join(",")}
            maxSize={say("file.max")}
            hint={say("hint.file")}
          />
          <SelectField
            name="confidentiality"
            label={say("field.confidentiality")}
            emptyLabel={null}
            value="shared"
            choices={levels(visit)}
          />
          <FormActions>
            <Button icon="paperclip">{say("file.add")}</Button>
          </FormActions>
        </Form>
      )}
    </FicheBlock>
  );
};

export const LinksBlock = ({ visit, fiche }: Omit<Props, "back">) => {
  const say = actionWords(visit.lang);
  const { links, action, can, plan } = fiche;
  if (links.length === 0 && (!can.edit || plan.actions.length < 2)) return null;
  return (
    <FicheBlock id="links" title={say("links.title", { count: links.length })}>
      {links.length > 0 && (
        <ul>
          {links.map(({ link, action: other }) => (
            <li>
              {say(link.from === action.id ? `link.${link.kind}` : `link.${link.kind}.back`)}{" "}
              <a href={visit.at(`/plan/actions/${other.id}`)}>
                {other.identity.number} {other.identity.title}
              </a>
              {can.edit && (link.from === action.id || link.kind === "relates_to") && (
                <Form
                  action={visit.at(`/plan/actions/${action.id}/liens/retirer`)}
                  hidden={{ to: other.id, kind: link.kind }}
                  inline
                >
                  <Button look="quiet" about={other.identity.title}>
                    {say("link.remove")}
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {can.edit && (
        <p>
          <ButtonLink icon="link" href={visit.at(`/plan/actions/${action.id}/liens`)}>
            {say("link.new")}
          </ButtonLink>
        </p>
      )}
    </FicheBlock>
  );
};
