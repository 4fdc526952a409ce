import { Hono } from "hono";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { answer } from "../../../../ui/answer.tsx";
import { Button } from "../../../../ui/button.tsx";
import { ErrorSummary, errorList, Form, FormActions } from "../../../../ui/form/form.tsx";
import { TextField } from "../../../../ui/form/text-field.tsx";
import { typedText, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { Table } from "../../../../ui/table.tsx";
import { Time } from "../../../../ui/time.tsx";
import { invitePerson } from "../use-cases/invite-person.ts";
import { withdrawInvitation } from "../use-cases/withdraw-invitation.ts";
import type { Invitation } from "../model.ts";
import type { Organisation } from "../../organisations/model.ts";
import { territoryRights } from "../../territories/rights.ts";
import { invitationDays, invitationState } from "../rules.ts";
import { listInvitations } from "../store.ts";
import { listOrganisations } from "../../organisations/store.ts";
import { words } from "../words.ts";
import { AccessFields } from "./access-fields.tsx";
import { closed, TerritoryScreen } from "../../territories/pages/frame.tsx";
import { roleSaid } from "./person-page.tsx";
import { timeText } from "../../../../platform/french/time.ts";

const list = "/territoire/invitations";
type Errors = Readonly<Record<string, string>>;

/** Those who are invited to work here, and what became of each invitation. */
export function invitationPages(): Hono<TerritoryEnv> {
  const app = new Hono<TerritoryEnv>();

  app.get(list, async (c) => closed(c, territoryRights.grantAccess) ?? c.html(await draw(c.var.visit, {}, {})));

  app.post(list, async (c) => {
    const { visit } = c.var;
    const raw = readForm(await c.req.formData());
    const outcome = await visit.perform(invitePerson, raw);
    const problems = outcome.kind === "invalid" ? outcome.problems : [];
    const page =
      problems.length > 0
        ? await draw(visit, raw, Object.fromEntries(problems.toReversed().map(({ path, message }) => [path, message])))
        : null;
    return answer(c, outcome, {
      done: ({ email, expiresAt }) => {
        const until = timeText(visit.lang, expiresAt);
        return { to: visit.at(list), said: words(visit.lang)("invite.sent", { email, until }) };
      },
      again: () => page,
    });
  });

  app.post(`${list}/:id/retirer`, async (c) => {
    const { visit } = c.var;
    const outcome = await visit.perform(withdrawInvitation, { id: c.req.param("id") });
    const page = outcome.kind === "invalid" ? await draw(visit, {}, { "": outcome.problems[0]?.message ?? "" }) : null;
    return answer(c, outcome, {
      done: ({ email }) => ({ to: visit.at(list), said: words(visit.lang)("invite.taken", { email }) }),
      again: () => page,
    });
  });

  return app;
}

async function draw(visit: TerritoryVisit, typed: Typed, errors: Errors) {
  const [invitations, organisations] = await visit.read(
    async (tx) => [await listInvitations(tx), await listOrganisations(tx)] as const,
  );
  return (
    <InvitationsPage
      visit={visit}
      invitations={invitations}
      organisations={organisations}
      now={visit.runtime.clock.now()}
      typed={typed}
      errors={errors}
    />
  );
}

interface InvitationsProps {
  readonly visit: TerritoryVisit;
  readonly invitations: readonly Invitation[];
  readonly organisations: readonly Organisation[];
  readonly now: Date;
  readonly typed: Typed;
  readonly errors: Errors;
}

const InvitationsPage = ({ visit, invitations, organisations, now, typed, errors }: InvitationsProps) => {
  const say = words(visit.lang);
  const dated = (day: Date): string => timeText(visit.lang, day);
  const endOf = (invitation: Invitation): string => {
    const state = invitationState(invitation, now);
    const at =
      state === "accepted" ? invitation.acceptedAt : state === "withdrawn" ? invitation.withdrawnAt : invitation.expiresAt;
    return say(`invite.${state}`, { date: dated(at ?? invitation.expiresAt) });
  };
  const waiting = invitations.filter((each) => invitationState(each, now) === "waiting");
  const field = (name: string) => ({ name, value: typedText(typed, name), error: errors[name] });
  return (
    <TerritoryScreen visit={visit} part={list}>
      <ErrorSummary
        errors={errorList(errors, (name) =>
          name === "email" ? say("invite.email") : name === "name" ? say("invite.name") : undefined,
        )}
      />
      <PageHeading title={say("invite.title", { count: waiting.length })} intro={say("invite.intro", { days: invitationDays })} />
      <Section title={say("invite.new")} sheet>
        <Form action={visit.at(list)} label={say("invite.new")} draft="invitation">
          <TextField label={say("invite.email")} type="email" required {...field("email")} />
          <TextField label={say("invite.name")} hint={say("invite.nameHint")} required {...field("name")} />
          <AccessFields
            say={say}
            organisations={organisations}
            role={typedText(typed, "role")}
            organisationId={typedText(typed, "organisationId")}
            errors={errors}
          />
          <FormActions>
            <Button look="main">{say("invite.send")}</Button>
          </FormActions>
        </Form>
      </Section>
      <Section title={say("invite.caption")}>
        <Table
          caption={say("invite.caption")}
          hideCaption
          rows={invitations}
          columns={[
            {
              key: "email",
              label: say("invite.email"),
              cell: ({ email, personId }) => <a href={visit.at(`/territoire/personnes/${personId}`)}>{email}</a>,
            },
            { key: "role", label: say("access.role"), cell: ({ membership }) => roleSaid(say, membership, organisations) },
            { key: "by", label: say("invite.by"), cell: ({ invitedBy }) => invitedBy.name },
            { key: "sent", label: say("invite.sentOn"), cell: ({ sentAt }) => <Time value={sentAt} /> },
            { key: "state", label: say("invite.state"), cell: endOf },
            {
              key: "withdraw",
              label: <span class="sr-only">{say("invite.withdraw")}</span>,
              cell: (invitation) =>
                invitationState(invitation, now) === "waiting" && (
                  <Form action={visit.at(`${list}/${invitation.id}/retirer`)} inline>
                    <Button look="quiet" about={invitation.email}>
                      {say("invite.withdraw")}
                    </Button>
                  </Form>
                ),
            },
          ]}
          empty={<p>{say("invite.empty")}</p>}
        />
      </Section>
    </TerritoryScreen>
  );
};
