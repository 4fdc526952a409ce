import { Hono } from "hono";
import { commonWords } from "../../../platform/common-words.ts";
import { readForm } from "../../../platform/http/form.ts";
import type { Account, InstanceEnv, Visit } from "../../../platform/http/visit.ts";
import type { CurrentSession } from "../../../platform/identity/identity.ts";
import {
  endOtherSessions,
  endSession,
  listPasskeys,
  listSessions,
  removePasskey,
  type KnownPasskey,
  type OpenSession,
} from "../../../platform/identity/store.ts";
import { tell } from "../../../ui/answer.tsx";
import { Button, ButtonLink } from "../../../ui/button.tsx";
import { Form, FormActions } from "../../../ui/form/form.tsx";
import { TextField } from "../../../ui/form/text-field.tsx";
import { PageHeading, Section } from "../../../ui/heading.tsx";
import { Screen } from "../../../ui/screen.tsx";
import { deviceOf } from "../device.ts";
import { placesOf, type Place } from "../home.ts";
import { words } from "../words.ts";
import { uncached, type Ask, type Doors } from "./kit.ts";
import { timeText } from "../../../platform/french/time.ts";

/** One's own account: where one works, passkeys, devices, language. */
export function accountPages({ runtime, identity }: Doors): Hono<InstanceEnv> {
  const app = new Hono<InstanceEnv>();
  const { owner } = runtime.database;
  const toDoor = (c: Ask): Response => c.redirect("/connexion?retour=%2Fcompte", 303);

  app.get("/compte", async (c) => {
    uncached(c);
    const { visit } = c.var;
    const session = await identity.currentSession(c.req.raw.headers);
    if (visit.account === null || session === null) return toDoor(c);
    const [places, passkeys, sessions] = await Promise.all([
      placesOf(runtime, visit.account),
      listPasskeys(owner, session.userId),
      listSessions(owner, session.userId, runtime.clock.now()),
    ]);
    return c.html(
      <AccountScreen
        visit={visit}
        account={visit.account}
        session={session}
        places={places}
        passkeys={passkeys}
        sessions={sessions}
      />,
    );
  });

  app.post("/compte/appareils", async (c) => {
    const session = await identity.currentSession(c.req.raw.headers);
    if (session === null) return toDoor(c);
    const { id } = readForm(await c.req.formData());
    if (id === "others") await endOtherSessions(owner, session.userId, session.id);
    else if (typeof id === "string") await endSession(owner, session.userId, id);
    tell(c, words(c.var.visit.lang)("account.sessionEnded"));
    return c.redirect("/compte", 303);
  });

  app.post("/compte/cles", async (c) => {
    const session = await identity.currentSession(c.req.raw.headers);
    if (session === null) return toDoor(c);
    const { id } = readForm(await c.req.formData());
    if (typeof id === "string") await removePasskey(owner, session.userId, id);
    tell(c, words(c.var.visit.lang)("account.passkeyRemoved"));
    return c.redirect("/compte", 303);
  });

  return app;
}

interface AccountProps {
  readonly visit: Visit;
  readonly account: Account;
  readonly session: CurrentSession;
  readonly places: readonly Place[];
  readonly passkeys: readonly KnownPasskey[];
  readonly sessions: readonly OpenSession[];
}

const AccountScreen = ({ visit, account, session, places, passkeys, sessions }: AccountProps) => {
  const say = words(visit.lang);
  const common = commonWords(visit.lang);
  const dated = (day: Date): string => timeText(visit.lang, day);
  return (
    <Screen visit={visit} title={say("account.title")} width="text">
      <div class="stack">
        <PageHeading
          above={account.name === account.email ? undefined : account.name}
          title={say("account.title")}
          intro={say("account.intro", { email: account.email })}
        />

        <Section title={say("account.places")}>
          {places.length === 0 ? (
            <p>{say("account.noPlace")}</p>
          ) : (
            <ul>
              {places.map(({ territory, actor }) => (
                <li>
                  <a href={`/${territory.slug}/accueil`}>{territory.name}</a>, {common(`role.${actor.role}`)}
                </li>
              ))}
            </ul>
          )}
          {account.operator && (
            <p>
              <ButtonLink href="/instance">{say("account.instance")}</ButtonLink>
            </p>
          )}
        </Section>

        <Section title={say("account.passkeys")} intro={say("account.passkeysIntro")}>
          {passkeys.length === 0 && <p>{say("account.noPasskey")}</p>}
          <ul>
            {passkeys.map(({ id, name, createdAt }) => (
              <li>
                {name ?? say("account.passkeyUnnamed")}
                {createdAt !== null && `, ${say("account.passkeyAdded", { date: dated(createdAt) })} `}
                <Form action="/compte/cles" hidden={{ id }} inline>
                  <Button look="quiet" about={name ?? say("account.passkeyUnnamed")}>
                    {say("account.passkeyRemove")}
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
          {session.fresh ? (
            <>
              <div hidden data-passkey="add" data-next="/compte" data-failed={say("account.passkeyFailed")}>
                <div class="form">
                  <TextField
                    name="passkey"
                    label={say("account.passkeyName")}
                    hint={say("account.passkeyNameHint")}
                    maxlength={60}
                    width="medium"
                  />
                  <FormActions>
                    <Button type="button">{say("account.passkeyAdd")}</Button>
                  </FormActions>
                </div>
                <p role="status" data-passkey-said></p>
              </div>
              <noscript>
                <p>{say("account.passkeyNoScript")}</p>
              </noscript>
            </>
          ) : (
            <p>{say("account.passkeyStale")}</p>
          )}
        </Section>

        <Section title={say("account.sessions")}>
          <ul>
            {sessions.map(({ id, createdAt, userAgent }) => {
              const device = deviceOf(userAgent) ?? say("account.sessionUnknown");
              return (
                <li>
                  {device}, {say("account.sessionSince", { date: dated(createdAt) })}{" "}
                  {id === session.id ? (
                    `(${say("account.sessionHere")})`
                  ) : (
                    <Form action="/compte/appareils" hidden={{ id }} inline>
                      <Button look="quiet" about={device}>
                        {say("account.sessionEnd")}
                      </Button>
                    </Form>
                  )}
                </li>
              );
            })}
          </ul>
          {sessions.length > 1 && (
            <Form action="/compte/appareils" hidden={{ id: "others" }}>
              <FormActions>
                <Button>{say("account.sessionEndOthers")}</Button>
              </FormActions>
            </Form>
          )}
        </Section>

        <Section title={say("account.language")}>
          <p>
            <a href="/compte?lang=fr" lang="fr" hreflang="fr">
              {say("account.fr")}
            </a>
            {" · "}
            <a href="/compte?lang=en" lang="en" hreflang="en">
              {say("account.en")}
            </a>
          </p>
        </Section>

        <Form action="/deconnexion" label={say("account.leave")}>
          <FormActions>
            <Button icon="log-out">{say("account.leave")}</Button>
          </FormActions>
        </Form>
      </div>{" "}
    </Screen>
  );
};
