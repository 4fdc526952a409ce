import type { Visit } from "../../../platform/http/visit.ts";
import { linkMinutes } from "../../../platform/identity/rules.ts";
import { Actions, Button, ButtonLink } from "../../../ui/button.tsx";
import { ErrorSummary, Form, FormActions } from "../../../ui/form/form.tsx";
import { TextField } from "../../../ui/form/text-field.tsx";
import { PageHeading, Section } from "../../../ui/heading.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Screen } from "../../../ui/screen.tsx";
import { words } from "../words.ts";
import { timeText } from "../../../platform/french/time.ts";

interface EnterProps {
  readonly visit: Visit;
  readonly hasOidc: boolean;
  readonly returnTo: string;
  readonly failed: string | null;
  readonly typed: string;
  readonly error: string | null;
}

const withReturn = (path: string, returnTo: string): string =>
  returnTo === "/" ? path : `${path}?retour=${encodeURIComponent(returnTo)}`;

/** The page of the door. Without scripts it has two ways in; with them, three. */
export const EnterScreen = ({ visit, hasOidc, returnTo, failed, typed, error }: EnterProps) => {
  const say = words(visit.lang);
  return (
    <Screen visit={visit} title={say("enter.title")} width="text">
      <div class="stack">
        <ErrorSummary errors={error === null ? [] : [{ name: "email", message: error }]} />
        {failed !== null && (
          <Notice kind="warning" live>
            {failed}
          </Notice>
        )}
        <PageHeading title={say("enter.title")} intro={say("enter.intro")} />
        {visit.account !== null && (
          <Notice>
            <p>{say("enter.already", { email: visit.account.email })}</p>
            <Form action="/connexion/continuer" hidden={{ retour: returnTo }} inline>
              <Button>{say("enter.continue")}</Button>
            </Form>
          </Notice>
        )}
        <Form action="/connexion" hidden={{ retour: returnTo }} label={say("enter.title")}>
          <TextField
            name="email"
            type="email"
            label={say("enter.email")}
            autocomplete="email"
            required
            value={typed}
            error={error ?? undefined}
          />
          <FormActions>
            <Button look="main">{say("enter.send")}</Button>
          </FormActions>
        </Form>
        {hasOidc && (
          <Section title={say("enter.oidcIntro")} level={2}>
            {/* A link and not a form: the content policy lets no form lead to another site. */}
            <ButtonLink href={withReturn("/connexion/proconnect", returnTo)} icon="log-in">
              {say("enter.oidc")}
            </ButtonLink>
          </Section>
        )}
        <div
          hidden
          class="section"
          data-passkey="enter"
          data-next={returnTo === "/" ? "/compte" : returnTo}
          data-failed={say("enter.passkeyFailed")}
        >
          <Section title={say("enter.passkeyIntro")} level={2}>
            <Button type="button">{say("enter.passkey")}</Button>
            <p role="status" data-passkey-said></p>
          </Section>
        </div>
      </div>{" "}
    </Screen>
  );
};

/** The same page for every address, known or not. */
export const SentScreen = ({
  visit,
  email,
  opensAt,
}: {
  readonly visit: Visit;
  readonly email: string;
  readonly opensAt: Date | null;
}) => {
  const say = words(visit.lang);
  const time = opensAt === null ? undefined : timeText(visit.lang, opensAt, "hour");
  return (
    <Screen visit={visit} title={say("sent.title")} width="text">
      <PageHeading
        title={say("sent.title")}
        intro={time === undefined ? say("sent.intro", { email, minutes: linkMinutes }) : say("sent.tooMany", { time })}
      />
      <p>{say("sent.nothing")}</p>
      <Actions>
        <ButtonLink href="/connexion">{say("sent.again")}</ButtonLink>
      </Actions>
    </Screen>
  );
};

interface LinkProps {
  readonly visit: Visit;
  readonly email: string;
  readonly token: string;
  readonly returnTo: string;
}

/** Where a link leads: one press enters. A program that only reads mails does not press. */
export const LinkScreen = ({ visit, email, token, returnTo }: LinkProps) => {
  const say = words(visit.lang);
  return (
    <Screen visit={visit} title={say("link.title")} width="text">
      <PageHeading title={say("link.title")} intro={say("link.intro", { email })} />
      <Form action="/connexion/lien" hidden={{ token, retour: returnTo }} label={say("link.title")}>
        <FormActions>
          <Button look="main">{say("link.enter")}</Button>
        </FormActions>
      </Form>
    </Screen>
  );
};

/** A link that was used, is over, or never was: the page offers another. */
export const LinkClosedScreen = ({ visit, returnTo }: { readonly visit: Visit; readonly returnTo: string }) => {
  const say = words(visit.lang);
  return (
    <Screen visit={visit} title={say("link.closed")} width="text">
      <PageHeading title={say("link.closed")} intro={say("link.closedIntro", { minutes: linkMinutes })} />
      <Form action="/connexion" hidden={{ retour: returnTo }} label={say("enter.send")}>
        <TextField name="email" type="email" label={say("enter.email")} autocomplete="email" required />
        <FormActions>
          <Button look="main">{say("enter.send")}</Button>
        </FormActions>
      </Form>
    </Screen>
  );
};
