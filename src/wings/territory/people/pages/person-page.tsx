import { commonWords } from "../../../../platform/common-words.ts";
import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import type { Day } from "../../../../platform/model.ts";
import { may } from "../../../../platform/rights.ts";
import { ExampleMark } from "../../../../ui/badge.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { Facts } from "../../../../ui/facts.tsx";
import { SelectField } from "../../../../ui/form/choice.tsx";
import { ErrorSummary, errorList, FieldRow, Form, FormActions } from "../../../../ui/form/form.tsx";
import { DateField, TextField } from "../../../../ui/form/text-field.tsx";
import { typedText, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { Table } from "../../../../ui/table.tsx";
import { Time } from "../../../../ui/time.tsx";
import type { Mandate, Membership, Person } from "../model.ts";
import type { Organisation } from "../../organisations/model.ts";
import { territoryRights } from "../../territories/rights.ts";
import { isCurrent } from "../rules.ts";
import { words, type Speak } from "../words.ts";
import { AccessFields } from "./access-fields.tsx";
import { TerritoryScreen } from "../../territories/pages/frame.tsx";

interface PersonProps {
  readonly visit: TerritoryVisit;
  readonly person: Person;
  readonly organisations: readonly Organisation[];
  readonly today: Day;
  readonly again: {
    readonly part: "mandate" | "access" | "whole";
    readonly typed: Typed;
    readonly errors: Readonly<Record<string, string>>;
  } | null;
}

/** A role as it is said of someone: "Élu·e, Commune de Remiremont". */
export function roleSaid(say: Speak, membership: Membership, organisations: readonly Organisation[]): string {
  const role = say(`access.role.${membership.role}`);
  if (membership.role === "contributor")
    return say("access.on", { role, organisation: say("access.actions", { count: membership.actionIds.length }) });
  if (membership.role !== "party" && membership.role !== "elected") return role;
  const organisation = organisations.find(({ id }) => id === membership.organisationId);
  return organisation === undefined
    ? role
    : say("access.on", { role, organisation: organisation.shortName ?? organisation.name });
}

/** A person: how to reach them, what they are and have been, what they may do here. */
export const PersonPage = (props: PersonProps) => {
  const { visit, person, again } = props;
  const say = words(visit.lang);
  const manages = may(territoryRights.manage, visit.actor, {});
  const at = visit.at(`/territoire/personnes/${person.id}`);
  return (
    <TerritoryScreen visit={visit} title={person.name} part="/territoire/personnes">
      {again !== null && (
        <ErrorSummary
          errors={again.part === "whole" ? Object.values(again.errors).map((message) => ({ message })) : errorList(again.errors)}
        />
      )}
      <PageHeading
        title={person.name}
        marks={person.provenance.kind === "example" && <ExampleMark />}
        actions={
          manages && (
            <ButtonLink look="main" icon="pencil" href={`${at}/modifier`}>
              {commonWords(visit.lang)("edit")}
            </ButtonLink>
          )
        }
      />
      <Facts
        facts={[
          {
            term: say("person.email"),
            value: person.email !== null && <a href={`mailto:${person.email}`}>{person.email}</a>,
            missing: say("person.none"),
          },
          { term: say("person.phone"), value: person.phone, missing: say("person.none") },
        ]}
      />
      <Mandates {...props} manages={manages} at={at} />
      {may(territoryRights.grantAccess, visit.actor, {}) && <Access {...props} at={at} />}
      {manages && (
        <Section title={say("person.remove")} intro={say("person.removeHint")}>
          <Form action={`${at}/retirer`} label={say("person.remove")}>
            <FormActions>
              <Button look="danger" about={person.name}>
                {say("person.remove")}
              </Button>
            </FormActions>
          </Form>
        </Section>
      )}
    </TerritoryScreen>
  );
};

const Period = ({ say, mandate: { from, to } }: { readonly say: Speak; readonly mandate: Mandate }) => (
  <>
    {from !== null && (
      <>
        {say("mandate.from")} <Time value={from} />{" "}
      </>
    )}
    {to !== null && (
      <>
        {say("mandate.to")} <Time value={to} />
      </>
    )}
    {from === null && to === null && "—"}
  </>
);

const Mandates = ({
  visit,
  person,
  organisations,
  today,
  again,
  manages,
  at,
}: PersonProps & { readonly manages: boolean; readonly at: string }) => {
  const say = words(visit.lang);
  const mine = again?.part === "mandate" ? again : null;
  // Names of their own: the page holds other forms that ask for an organisation.
  const field = (name: string) => ({
    name: `mandate.${name}`,
    value: mine === null ? "" : typedText(mine.typed, name),
    error: mine?.errors[`mandate.${name}`],
  });
  const state = (mandate: Mandate): string =>
    say(
      isCurrent(mandate, today)
        ? "mandate.current"
        : mandate.from !== null && mandate.from > today
          ? "mandate.future"
          : "mandate.past",
    );
  return (
    <Section title={say("mandate.title")}>
      <Table
        caption={say("mandate.title")}
        hideCaption
        rows={person.mandates.toSorted((a, b) => Number(isCurrent(b, today)) - Number(isCurrent(a, today)))}
        columns={[
          { key: "function", label: say("mandate.function"), cell: (mandate) => mandate.function },
          {
            key: "organisation",
            label: say("mandate.organisation"),
            cell: ({ organisationId }) => (
              <a href={visit.at(`/territoire/organisations/${organisationId}`)}>
                {organisations.find(({ id }) => id === organisationId)?.name}
              </a>
            ),
          },
          { key: "period", label: say("mandate.period"), cell: (mandate) => <Period say={say} mandate={mandate} /> },
          { key: "state", label: say("mandate.state"), narrow: true, cell: state },
          ...(manages
            ? [
                {
                  key: "end",
                  label: <span class="sr-only">{say("mandate.end")}</span>,
                  cell: (mandate: Mandate) =>
                    mandate.to === null && (
                      <Form action={`${at}/mandats/${mandate.id}/fin`} inline label={`${say("mandate.end")} ${mandate.function}`}>
                        <DateField name={`to-${mandate.id}`} label={say("mandate.endOn")} hideLabel value={today} />
                        <Button look="quiet" about={mandate.function}>
                          {say("mandate.end")}
                        </Button>
                      </Form>
                    ),
                },
              ]
            : []),
        ]}
        empty={<p>{say("mandate.none")}</p>}
      />
      {manages && (
        <details open={mine !== null}>
          <summary>{say("mandate.add")}</summary>
          <Form action={`${at}/mandats`} label={say("mandate.add")}>
            <TextField label={say("mandate.function")} hint={say("mandate.functionHint")} required {...field("function")} />
            <SelectField
              label={say("mandate.organisation")}
              required
              choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
              {...field("organisationId")}
            />
            <FieldRow>
              <DateField label={say("mandate.from")} markOptional {...field("from")} />
              <DateField label={say("mandate.to")} markOptional {...field("to")} />
            </FieldRow>
            <FormActions>
              <Button>{say("mandate.add")}</Button>
            </FormActions>
          </Form>
        </details>
      )}
    </Section>
  );
};

const Access = ({ visit, person, organisations, again, at }: PersonProps & { readonly at: string }) => {
  const say = words(visit.lang);
  const { membership } = person;
  const mine = again?.part === "access" ? again : null;
  const held = membership !== null && "organisationId" in membership ? membership.organisationId : "";
  return (
    <Section title={say("access.title")}>
      <p>{membership === null ? say("access.none") : roleSaid(say, membership, organisations)}</p>
      <details open={mine !== null}>
        <summary>{say(membership === null ? "access.give" : "access.change")}</summary>
        <Form action={`${at}/acces`} label={say("access.title")}>
          <AccessFields
            say={say}
            organisations={organisations}
            role={mine === null ? (membership?.role ?? "") : typedText(mine.typed, "role")}
            organisationId={mine === null ? held : typedText(mine.typed, "organisationId")}
            errors={mine?.errors ?? {}}
          />
          <FormActions>
            <Button>{say(membership === null ? "access.give" : "access.change")}</Button>
          </FormActions>
        </Form>
      </details>
      {membership !== null && (
        <Form action={`${at}/acces/retirer`} label={say("access.revoke")}>
          <FormActions>
            <Button look="danger" about={person.name}>
              {say("access.revoke")}
            </Button>
          </FormActions>
        </Form>
      )}
    </Section>
  );
};
