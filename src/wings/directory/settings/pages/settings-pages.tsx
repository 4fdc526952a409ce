import { Hono } from "hono";
import { commonWords } from "../../../../platform/common-words.ts";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { answer } from "../../../../ui/answer.tsx";
import { Badge } from "../../../../ui/badge.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { ChoiceGroup } from "../../../../ui/form/choice.tsx";
import { ErrorSummary, errorList, FieldRow, Form, FormActions } from "../../../../ui/form/form.tsx";
import { TextField } from "../../../../ui/form/text-field.tsx";
import { fieldErrors, typedMany, typedText, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { show } from "../../../../ui/show.tsx";
import { Table } from "../../../../ui/table.tsx";
import { addKind } from "../use-cases/add-kind.ts";
import { removeSynonym } from "../use-cases/remove-synonym.ts";
import { saveSynonym } from "../use-cases/save-synonym.ts";
import { defaultKinds } from "../../kinds/default-kinds.ts";
import type { Synonym } from "../../synonyms/model.ts";
import { directoryRights } from "../../card/rights.ts";
import { cardWords } from "../../card/words.ts";
import { directoryContextFor, type DirectoryContext } from "../../card/pages/card-read.ts";
import { DirectoryScreen } from "../../card/pages/frame.tsx";
import { settingsWords } from "../words.ts";

const address = "/annuaire/reglages";

interface Props {
  readonly visit: TerritoryVisit;
  readonly context: DirectoryContext;
}
interface FormProps extends Props {
  readonly typed: Typed;
  readonly errors?: Readonly<Record<string, string>>;
}

const SettingsPage = ({ visit, context: { directory, names } }: Props) => {
  const say = settingsWords(visit.lang);
  const { lang } = visit;
  const shared = new Set(defaultKinds.map(({ key }) => key));
  const counts = Map.groupBy(directory.services.values(), ({ offer }) => offer.kind);
  return (
    <DirectoryScreen visit={visit} title={say("settings.title")} tab={address}>
      <PageHeading title={say("settings.title")} intro={say("settings.intro")} />
      <Section
        id="genres"
        title={say("settings.kinds")}
        intro={say("settings.kinds.intro")}
        action={
          <ButtonLink icon="plus" href={visit.at(`${address}/nouveau-genre`)}>
            {say("kind.add")}
          </ButtonLink>
        }
      >
        <Table
          caption={say("settings.kinds.caption")}
          hideCaption
          narrowly="blocks"
          rows={directory.kinds}
          columns={[
            {
              key: "plain",
              label: say("kind.plain"),
              cell: ({ key, plain }) => (
                <>
                  {plain[lang]} {!shared.has(key) && <Badge>{say("kind.own")}</Badge>}
                </>
              ),
            },
            { key: "name", label: say("kind.name"), cell: ({ name }) => name[lang] },
            { key: "themes", label: say("kind.themes"), cell: ({ themes }) => themes.map(names.theme).join(", ") || "—" },
            {
              key: "services",
              label: say("kind.services"),
              numeric: true,
              cell: ({ key, name }) => {
                const count = counts.get(key)?.length ?? 0;
                return count === 0 ? (
                  "0"
                ) : (
                  <a href={visit.at(`/annuaire/services?kind=${key}`)}>
                    {count}
                    <span class="sr-only"> {name[lang]}</span>
                  </a>
                );
              },
            },
          ]}
        />
      </Section>
      <Section
        id="mots"
        title={say("settings.synonyms")}
        intro={say("settings.synonyms.intro")}
        action={
          <ButtonLink icon="plus" href={visit.at(`${address}/nouveaux-mots`)}>
            {say("synonym.add")}
          </ButtonLink>
        }
      >
        <Table
          caption={say("settings.synonyms.caption")}
          hideCaption
          narrowly="blocks"
          rows={directory.synonyms}
          columns={[
            { key: "words", label: say("synonym.words"), cell: ({ words }) => words },
            { key: "means", label: say("synonym.means"), cell: ({ means }) => means },
            {
              key: "do",
              label: <span class="sr-only">{commonWords(lang)("edit")}</span>,
              cell: (row) => <Doings visit={visit} synonym={row} />,
            },
          ]}
          empty={<p class="missing">{say("synonym.none")}</p>}
        />
      </Section>
    </DirectoryScreen>
  );
};

const Doings = ({ visit, synonym: { id, words } }: { readonly visit: TerritoryVisit; readonly synonym: Synonym }) => (
  <div class="actions">
    <ButtonLink look="quiet" href={visit.at(`${address}/mots/${id}`)} about={words}>
      {commonWords(visit.lang)("edit")}
    </ButtonLink>
    <Form action={visit.at(`${address}/mots/${id}/retirer`)} inline>
      <Button look="quiet" about={words}>
        {commonWords(visit.lang)("delete")}
      </Button>
    </Form>
  </div>
);

const crumbs = (visit: TerritoryVisit) => [{ label: settingsWords(visit.lang)("settings.title"), href: visit.at(address) }];

const Foot = ({ visit, save }: { readonly visit: TerritoryVisit; readonly save: string }) => (
  <FormActions>
    <Button look="main">{save}</Button>
    <ButtonLink look="quiet" href={visit.at(address)}>
      {commonWords(visit.lang)("cancel")}
    </ButtonLink>
  </FormActions>
);

const KindForm = ({ visit, context, typed, errors = {} }: FormProps) => {
  const say = settingsWords(visit.lang);
  const field = (name: "nameFr" | "nameEn" | "plainFr" | "plainEn") => ({
    name,
    label: say(`kind.${name}`),
    value: typedText(typed, name),
    error: errors[name],
  });
  return (
    <DirectoryScreen visit={visit} title={say("kind.add")} tab={address} crumbs={crumbs(visit)} width="text">
      <PageHeading title={say("kind.add")} />
      <Form action={visit.at(`${address}/nouveau-genre`)}>
        <ErrorSummary errors={errorList(errors)} />
        <FieldRow>
          <TextField {...field("nameFr")} required />
          <TextField {...field("nameEn")} markOptional />
        </FieldRow>
        <FieldRow>
          <TextField {...field("plainFr")} markOptional />
          <TextField {...field("plainEn")} markOptional />
        </FieldRow>
        <ChoiceGroup
          name="themes"
          label={say("kind.themes")}
          pick="many"
          inline
          values={typedMany(typed, "themes")}
          error={errors["themes"]}
          choices={context.lists.themes.map(({ key, name }) => ({ value: key, label: name[visit.lang] }))}
        />
        <Foot visit={visit} save={say("kind.save")} />
      </Form>
    </DirectoryScreen>
  );
};

const SynonymForm = ({ visit, typed, errors = {}, known }: Omit<FormProps, "context"> & { readonly known: Synonym | null }) => {
  const say = settingsWords(visit.lang);
  const title = say(known === null ? "synonym.add" : "synonym.edit");
  const field = (name: "words" | "means") => ({
    name,
    label: say(`synonym.${name}`),
    hint: say(`synonym.${name}.hint`),
    value: typedText(typed, name),
    error: errors[name],
    required: true,
  });
  return (
    <DirectoryScreen visit={visit} title={title} tab={address} crumbs={crumbs(visit)} width="text">
      <PageHeading title={title} intro={say("settings.synonyms.intro")} />
      <Form action={visit.at(known === null ? `${address}/nouveaux-mots` : `${address}/mots/${known.id}`)}>
        <ErrorSummary errors={errorList(errors)} />
        <TextField {...field("words")} />
        <TextField {...field("means")} />
        <Foot visit={visit} save={say("synonym.save")} />
      </Form>
    </DirectoryScreen>
  );
};

/** The lists of the directory that a territory makes its own: `/annuaire/reglages`. */
export const settingsPages = (): Hono<TerritoryEnv> => {
  const context = (visit: TerritoryVisit) => directoryContextFor(visit, directoryRights.configure);
  const app = new Hono<TerritoryEnv>()
    .get(address, async (c) =>
      show(c, await context(c.var.visit), (value) => <SettingsPage visit={c.var.visit} context={value} />),
    )
    .get(`${address}/nouveau-genre`, async (c) =>
      show(c, await context(c.var.visit), (value) => <KindForm visit={c.var.visit} context={value} typed={{}} />),
    )
    .post(`${address}/nouveau-genre`, async (c) => {
      const { visit } = c.var;
      const found = await context(visit);
      if (found.kind !== "found") return show(c, found, () => null);
      const typed = readForm(await c.req.formData());
      return answer(c, await visit.perform(addKind, typed), {
        done: ({ name }) => ({
          to: visit.at(`${address}#genres`),
          said: cardWords(visit.lang)("saved.kind", { name: name[visit.lang] }),
        }),
        again: (errors) => <KindForm visit={visit} context={found.value} typed={typed} errors={fieldErrors(errors)} />,
      });
    })
    .post(`${address}/mots/:synonym/retirer`, async (c) => {
      const { visit } = c.var;
      const outcome = await visit.perform(removeSynonym, { synonymId: c.req.param("synonym") });
      return answer(c, outcome, {
        done: (words) => ({ to: visit.at(`${address}#mots`), said: cardWords(visit.lang)("removed.synonym", { words }) }),
        again: () => null,
      });
    });
  for (const path of [`${address}/nouveaux-mots`, `${address}/mots/:synonym`] as const) {
    app.get(path, async (c) => {
      const { visit } = c.var;
      return show(c, await context(visit), ({ directory }) => {
        const id = new Map(Object.entries(c.req.param())).get("synonym");
        const known = directory.synonyms.find((each) => each.id === id) ?? null;
        if (id !== undefined && known === null) return c.html(<MissingPage visit={visit} />, 404);
        return <SynonymForm visit={visit} known={known} typed={{ ...known }} />;
      });
    });
    app.post(path, async (c) => {
      const { visit } = c.var;
      const found = await context(visit);
      if (found.kind !== "found") return show(c, found, () => null);
      const id = new Map(Object.entries(c.req.param())).get("synonym");
      const known = found.value.directory.synonyms.find((each) => each.id === id) ?? null;
      const typed = readForm(await c.req.formData());
      return answer(c, await visit.perform(saveSynonym, { ...typed, synonymId: id }), {
        done: () => ({ to: visit.at(`${address}#mots`), said: cardWords(visit.lang)("saved.synonym") }),
        again: (errors) => <SynonymForm visit={visit} known={known} typed={typed} errors={fieldErrors(errors)} />,
      });
    });
  }
  return app;
};
