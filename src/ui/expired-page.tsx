import { commonWords } from "../platform/common-words.ts";
import type { Visit } from "../platform/http/visit.ts";
import { Actions, Button } from "./button.tsx";
import { Form } from "./form/form.tsx";
import { PageHeading } from "./heading.tsx";
import { Screen } from "./screen.tsx";

/** A form that comes back after the session has ended: all that was typed is kept, and sent again with one press. */
export const ExpiredPage = ({
  visit,
  fields,
}: {
  readonly visit: Visit;
  readonly fields: readonly (readonly [string, string])[];
}) => {
  const say = commonWords(visit.lang);
  return (
    <Screen visit={visit} title={say("expired.title")} width="text">
      <PageHeading title={say("expired.title")} intro={say("expired.intro")} />
      <p>
        <a href={`/connexion?retour=${encodeURIComponent(visit.address)}`} target="_blank">
          {say("expired.signIn")}
        </a>
      </p>
      <Form action={visit.address}>
        {fields.map(([name, value]) =>
          value.length > 80 || value.includes("\n") ? (
            <textarea class="input" name={name} aria-label={name} readonly>
              {value}
            </textarea>
          ) : (
            <input type="hidden" name={name} value={value} />
          ),
        )}
        <Actions>
          <Button look="main">{say("expired.again")}</Button>
        </Actions>
      </Form>
    </Screen>
  );
};
