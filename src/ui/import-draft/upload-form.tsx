import type { TerritoryVisit } from "../../platform/http/visit.ts";
import { Button, ButtonLink } from "../button.tsx";
import { FileField } from "../form/file-field.tsx";
import { ErrorSummary, errorList, Form, FormActions } from "../form/form.tsx";
import type { DraftLook } from "./look.ts";

interface Props {
  readonly visit: TerritoryVisit;
  readonly look: DraftLook;
  readonly errors: Readonly<Record<string, string>>;
}

/** The form that sends a file. */
export const UploadForm = ({ visit, look, errors }: Props) => {
  const say = look.words(visit.lang);
  return (
    <Form action={visit.at(look.path)} files>
      <ErrorSummary errors={errorList(errors)} />
      <FileField
        name="file"
        label={say("file")}
        hint={say("file.hint")}
        accept={look.accept}
        maxSize={say("file.max")}
        error={errors["file"]}
      />
      <FormActions>
        <Button look="main" icon="upload">
          {say("read")}
        </Button>
        <ButtonLink look="quiet" href={visit.at(look.home)}>
          {say("back")}
        </ButtonLink>
      </FormActions>
    </Form>
  );
};
