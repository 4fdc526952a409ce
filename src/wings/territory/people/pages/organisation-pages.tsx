import { Hono } from "hono";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { readForm } from "../../../../platform/http/form.ts";
import { commonWords } from "../../../../platform/common-words.ts";
import { may } from "../../../../platform/rights.ts";
import { answer } from "../../../../ui/answer.tsx";
import { ExampleMark } from "../../../../ui/badge.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { Empty } from "../../../../ui/empty.tsx";
import { Facts } from "../../../../ui/facts.tsx";
import { SelectField } from "../../../../ui/form/choice.tsx";
import { ErrorSummary, errorList, FieldRow, Form, FormActions } from "../../../../ui/form/form.tsx";
import { TextField } from "../../../../ui/form/text-field.tsx";
import { typedText, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { Table } from "../../../../ui/table.tsx";
import { removeOrganisation } from "../use-cases/remove-organisation.ts";
import { saveOrganisation } from "../../organisations/use-cases/save-organisation.ts";
import { OrganisationId, type Commune } from "../../territories/model.ts";
import { OrganisationKind, type Organisation } from "../../organisations/model.ts";
import type { Person } from "../model.ts";
import { territoryRights } from "../../territories/rights.ts";
import { listCommunes } from "../../territories/store.ts";
import { listOrganisations, organisationById } from "../../organisations/store.ts";
import { listPeople } from "../store.ts";
import { words } from "../../organisations/words.ts";
import { closed, TerritoryScreen } from "../../territories/pages/frame.tsx";

const list = "/territoire/organisations";
type Errors = Readonly<Record<string, string>>;

/** The organisations of the address book: list, card, form. */
export function organisationPages(): Hono<TerritoryEnv> {
  const app = new Hono<TerritoryEnv>();

  app.get(list, async (c) => {
    const shut = closed(c, territoryRights.read);
    if (shut !== undefined) return shut;
    const { visit } = c.var;
    const [organisations, communes] = await visit.read(
      async (tx) => [await listOrganisations(tx), await listCommunes(tx)] as const,
    );
    return c.html(<ListPage visit={visit} organisations={organisations} communes={communes} />);
  });

  app.get(`${list}/nouvelle`, async (c) => {
    const shut = closed(c, territoryRights.manage);
    if (shut !== undefined) return shut;
    const communes = await c.var.visit.read(listCommunes);
    return c.html(<FormPage visit={c.var.visit} known={null} communes={communes} typed={{}} errors={{}} />);
  });

  app.post(list, async (c) => {
    const { visit } = c.var;
    const raw = readForm(await c.req.formData());
    const outcome = await visit.perform(saveOrganisation, raw);
    const id = OrganisationId.safeParse(raw["id"]);
    const [known, communes] = await visit.read(
      async (tx) => [id.success ? await organisationById(tx, id.data) : undefined, await listCommunes(tx)] as const,
    );
    return answer(c, outcome, {
      done: ({ id: saved, name }) => ({
        to: visit.at(`${list}/${saved}`),
        said: words(visit.lang)("organisation.saved", { name }),
      }),
      again: (errors) => <FormPage visit={visit} known={known ?? null} communes={communes} typed={raw} errors={errors} />,
    });
  });

  app.get(`${list}/:id`, async (c) => {
    const shut = closed(c, territoryRights.read);
    return shut ?? (await show(c.var.visit, c.req.param("id"), {}).then((page) => c.html(page.html, page.status)));
  });

  app.get(`${list}/:id/modifier`, async (c) => {
    const shut = closed(c, territoryRights.manage);
    if (shut !== undefined) return shut;
    const { visit } = c.var;
    const id = OrganisationId.safeParse(c.req.param("id"));
    const [known, communes] = await visit.read(
      async (tx) => [id.success ? await organisationById(tx, id.data) : undefined, await listCommunes(tx)] as const,
    );
    if (known === undefined) return c.html(<MissingPage visit={visit} />, 404);
    return c.html(<FormPage visit={visit} known={known} communes={communes} typed={known} errors={{}} />);
  });

  app.post(`${list}/:id/retirer`, async (c) => {
    const { visit } = c.var;
    const outcome = await visit.perform(removeOrganisation, { id: c.req.param("id") });
    const page =
      outcome.kind === "invalid" ? await show(visit, c.req.param("id"), { id: outcome.problems[0]?.message ?? "" }) : null;
    return answer(c, outcome, {
      done: ({ name }) => ({ to: visit.at(list), said: words(visit.lang)("organisation.removed", { name }) }),
      again: () => page?.html ?? null,
    });
  });

  return app;
}

async function show(visit: TerritoryVisit, id: string, errors: Errors) {
  const known = OrganisationId.safeParse(id);
  const found = await visit.read(async (tx) => {
    const organisation = known.success ? await organisationById(tx, known.data) : undefined;
    return organisation && { organisation, people: await listPeople(tx), communes: await listCommunes(tx) };
  });
  if (found === undefined) return { html: <MissingPage visit={visit} />, status: 404 as const };
  return { html: <CardPage visit={visit} {...found} errors={errors} />, status: 200 as const };
}

const communeName = (communes: readonly Commune[], code: string | null): string | null =>
  communes.find((each) => each.code === code)?.name ?? null;

const ListPage = ({
  visit,
  organisations,
  communes,
}: {
  readonly visit: TerritoryVisit;
  readonly organisations: readonly Organisation[];
  readonly communes: readonly Commune[];
}) => {
  const say = words(visit.lang);
  const add = may(territoryRights.manage, visit.actor, {}) && (
    <ButtonLink look="main" icon="plus" href={visit.at(`${list}/nouvelle`)}>
      {say("organisations.add")}
    </ButtonLink>
  );
  return (
    <TerritoryScreen visit={visit} part={list}>
      <PageHeading
        title={say("organisations.title", { count: organisations.length })}
        intro={say("organisations.intro")}
        actions={organisations.length > 0 && add}
      />
      <Table
        caption={say("organisations.caption")}
        hideCaption
        rows={organisations}
        columns={[
          {
            key: "name",
            label: say("organisation.name"),
            cell: ({ id, name, provenance }) => (
              <>
                <a href={visit.at(`${list}/${id}`)}>{name}</a> {provenance.kind === "example" && <ExampleMark />}
              </>
            ),
          },
          { key: "kind", label: say("organisation.kind"), cell: ({ kind }) => say(`kind.${kind}`) },
          {
            key: "commune",
            label: say("organisation.commune"),
            cell: ({ communeCode }) => communeName(communes, communeCode) ?? "—",
          },
          {
            key: "contact",
            label: say("organisation.contact"),
            cell: ({ email, phone }) => <Contact email={email} phone={phone} none="—" />,
          },
        ]}
        empty={
          <Empty icon="users" title={say("organisations.title", { count: 0 })} action={add}>
            {say("organisations.empty")}
          </Empty>
        }
      />
    </TerritoryScreen>
  );
};

interface ContactProps {
  readonly email: string | null;
  readonly phone: string | null;
  readonly none: string;
}

/** An address and a number, each a link to what it is for. */
export const Contact = ({ email, phone, none }: ContactProps) => (
  <>
    {email !== null && <a href={`mailto:${email}`}>{email}</a>}
    {email !== null && phone !== null && <br />}
    {phone !== null && <a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone}</a>}
    {email === null && phone === null && none}
  </>
);

interface CardProps {
  readonly visit: TerritoryVisit;
  readonly organisation: Organisation;
  readonly people: readonly Person[];
  readonly communes: readonly Commune[];
  readonly errors: Errors;
}

const CardPage = ({ visit, organisation, people, communes, errors }: CardProps) => {
  const say = words(visit.lang);
  const { id, name, shortName, kind, communeCode, email, phone, provenance } = organisation;
  const manages = may(territoryRights.manage, visit.actor, {});
  const members = people.flatMap((person) =>
    person.mandates.filter(({ organisationId }) => organisationId === id).map((mandate) => ({ person, mandate })),
  );
  return (
    <TerritoryScreen visit={visit} title={name} part={list}>
      <ErrorSummary errors={errorList(errors).map(({ message }) => ({ message }))} />
      <PageHeading
        above={say(`kind.${kind}`)}
        title={name}
        marks={provenance.kind === "example" && <ExampleMark />}
        actions={
          manages && (
            <ButtonLink look="main" icon="pencil" href={visit.at(`${list}/${id}/modifier`)}>
              {commonWords(visit.lang)("edit")}
            </ButtonLink>
          )
        }
      />
      <Facts
        facts={[
          { term: say("organisation.shortName"), value: shortName },
          { term: say("organisation.commune"), value: communeName(communes, communeCode) },
          { term: say("organisation.contact"), value: <Contact email={email} phone={phone} none="—" /> },
        ]}
      />
      <Section title={say("organisation.members")}>
        {members.length === 0 ? (
          <p>{say("organisation.noMember")}</p>
        ) : (
          <ul>
            {members.map(({ person, mandate }) => (
              <li>
                <a href={visit.at(`/territoire/personnes/${person.id}`)}>{person.name}</a>, {mandate.function}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {manages && (
        <Section title={say("organisation.remove")} intro={say("organisation.removeHint")}>
          <Form action={visit.at(`${list}/${id}/retirer`)} label={say("organisation.remove")}>
            <FormActions>
              <Button look="danger" about={name}>
                {say("organisation.remove")}
              </Button>
            </FormActions>
          </Form>
        </Section>
      )}
    </TerritoryScreen>
  );
};

interface FormPageProps {
  readonly visit: TerritoryVisit;
  readonly known: Organisation | null;
  readonly communes: readonly Commune[];
  readonly typed: Typed;
  readonly errors: Errors;
}

const FormPage = ({ visit, known, communes, typed, errors }: FormPageProps) => {
  const say = words(visit.lang);
  const title = say(known === null ? "organisation.new" : "organisation.edit");
  const field = (name: string) => ({ name, value: typedText(typed, name), error: errors[name] });
  return (
    <TerritoryScreen visit={visit} title={title} part={list} width="text">
      <ErrorSummary errors={errorList(errors)} />
      <PageHeading above={known?.name} title={title} />
      <Form action={visit.at(list)} hidden={{ id: known?.id }} draft={`organisation-${known?.id ?? "new"}`}>
        <TextField label={say("organisation.name")} required {...field("name")} />
        <SelectField
          label={say("organisation.kind")}
          required
          choices={OrganisationKind.options.map((value) => ({ value, label: say(`kind.${value}`) }))}
          {...field("kind")}
        />
        <TextField
          label={say("organisation.shortName")}
          hint={say("organisation.shortNameHint")}
          markOptional
          width="medium"
          {...field("shortName")}
        />
        <SelectField
          label={say("organisation.commune")}
          hint={say("organisation.communeHint")}
          markOptional
          emptyLabel={say("organisation.noCommune")}
          choices={communes.map(({ code, name }) => ({ value: code, label: name }))}
          {...field("communeCode")}
        />
        <FieldRow>
          <TextField label={say("organisation.email")} type="email" markOptional {...field("email")} />
          <TextField label={say("organisation.phone")} type="tel" markOptional {...field("phone")} />
        </FieldRow>
        <FormActions>
          <Button look="main">{commonWords(visit.lang)("save")}</Button>
          <ButtonLink look="quiet" href={visit.at(known === null ? list : `${list}/${known.id}`)}>
            {commonWords(visit.lang)("cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </TerritoryScreen>
  );
};
