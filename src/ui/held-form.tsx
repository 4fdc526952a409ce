import type { Context } from "hono";
import type { Child } from "hono/jsx";
import { commonWords } from "../platform/common-words.ts";
import type { Visit } from "../platform/http/visit.ts";
import { Actions, Button } from "./button.tsx";
import { Form } from "./form/form.tsx";
import { PageHeading } from "./heading.tsx";
import { Screen } from "./screen.tsx";

type Fields = readonly (readonly [string, string])[];

/** The fields that a request sent as text; `null` for anything else. */
export async function sentFields(c: Context): Promise<Fields | null> {
  if (c.req.header("content-type")?.startsWith("application/x-www-form-urlencoded") !== true) return null;
  return [...(await c.req.formData())].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
}

interface HeldProps {
  readonly visit: Visit;
  readonly title: string;
  readonly intro: string;
  readonly fields: Fields;
  readonly children?: Child;
}

/** A form that could not be taken yet: all that was typed is kept, and sent again with one press. */
const HeldPage = ({ visit, title, intro, fields, children }: HeldProps) => (
  <Screen visit={visit} title={title} width="text">
    <PageHeading title={title} intro={intro} />
    {children}
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
        <Button look="main">{commonWords(visit.lang)("expired.again")}</Button>
      </Actions>
    </Form>
  </Screen>
);

type Props = Pick<HeldProps, "visit" | "fields">;

/** After the session has ended. */
export const ExpiredPage = ({ visit, fields }: Props) => {
  const say = commonWords(visit.lang);
  return (
    <HeldPage visit={visit} title={say("expired.title")} intro={say("expired.intro")} fields={fields}>
      <p>
        <a href={`/connexion?retour=${encodeURIComponent(visit.address)}`} target="_blank">
          {say("expired.signIn")}
        </a>
      </p>
    </HeldPage>
  );
};

/** After too many forms from the same network. */
export const TooManyPage = ({ visit, fields, minutes }: Props & { readonly minutes: number }) => {
  const say = commonWords(visit.lang);
  return <HeldPage visit={visit} title={say("tooMany.title")} intro={say("tooMany.intro", { minutes })} fields={fields} />;
};
