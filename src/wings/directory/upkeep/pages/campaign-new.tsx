import { Hono } from "hono";
import { z } from "zod";
import { commonWords } from "../../../../platform/common-words.ts";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { answer } from "../../../../ui/answer.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { ChoiceGroup } from "../../../../ui/form/choice.tsx";
import { ErrorSummary, errorList, Form, FormActions, FormGroup } from "../../../../ui/form/form.tsx";
import { DateField, TextField } from "../../../../ui/form/text-field.tsx";
import { typedMany, typedText, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading } from "../../../../ui/heading.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { show } from "../../../../ui/show.tsx";
import { startCampaign } from "../use-cases/start-campaign.ts";
import { whoToAsk } from "../rules.ts";
import { upkeepWords } from "../words.ts";
import { directoryRights } from "../../card/rights.ts";
import { directoryContextFor, type DirectoryContext } from "../../card/pages/card-read.ts";
import { DirectoryScreen } from "../../card/pages/frame.tsx";

export const home = "/annuaire/gestion";
export const campaigns = `${home}/campagnes`;

export const crumbsOf = (visit: TerritoryVisit) => [{ label: upkeepWords(visit.lang)("work.crumb"), href: visit.at(home) }];

interface Props {
  readonly visit: TerritoryVisit;
  readonly context: DirectoryContext;
}

/** Whom this choice would ask, before any mail leaves. */
const Preview = ({ visit, context, typed }: Props & { readonly typed: Typed }) => {
  const say = upkeepWords(visit.lang);
  const choice = { kinds: typedMany(typed, "kinds"), communes: typedMany(typed, "communes") };
  const { keepers, unkept } = whoToAsk(context.directory, choice);
  const cards = keepers.reduce((sum, keeper) => sum + keeper.cards.length, 0);
  return (
    <Notice title={say("preview.title", { keepers: keepers.length, cards })}>
      {keepers.length > 0 && <p>{say("preview.mail")}</p>}
      {unkept.length > 0 && (
        <details class="fold">
          <summary>{say("preview.unkept", { count: unkept.length })}</summary>
          <ul class="plain-list">
            {unkept.map(({ service }) => (
              <li>
                <a href={visit.at(`/annuaire/services/${service.id}/modifier/internal`)}>{service.offer.name}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Notice>
  );
};

interface NewProps extends Props {
  readonly typed: Typed;
  readonly errors?: Readonly<Record<string, string>>;
}

const NewPage = ({ visit, context, typed, errors = {} }: NewProps) => {
  const say = upkeepWords(visit.lang);
  const { directory, lists } = context;
  const used = new Set([...directory.services.values()].map(({ offer }) => offer.kind));
  return (
    <DirectoryScreen visit={visit} title={say("campaign.new")} tab={home} crumbs={crumbsOf(visit)}>
      <PageHeading title={say("campaign.new")} intro={say("campaign.intro")} />
      <Form action={visit.at(`${campaigns}/nouvelle`)} draft="new-campaign">
        <ErrorSummary errors={errorList(errors)} />
        <FormGroup legend={say("campaign.which")}>
          <ChoiceGroup
            name="kinds"
            label={say("campaign.kinds")}
            hint={say("campaign.kinds.hint")}
            pick="many"
            inline
            values={typedMany(typed, "kinds")}
            error={errors["kinds"]}
            choices={directory.kinds
              .filter(({ key }) => used.has(key))
              .map(({ key, name }) => ({ value: key, label: name[visit.lang] }))}
          />
          <ChoiceGroup
            name="communes"
            label={say("campaign.communes")}
            hint={say("campaign.communes.hint")}
            pick="many"
            inline
            values={typedMany(typed, "communes")}
            error={errors["communes"]}
            choices={lists.communes.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <div class="actions">
            <Button name="_preview" value="on" novalidate>
              {say("campaign.count")}
            </Button>
          </div>
          <Preview visit={visit} context={context} typed={typed} />
        </FormGroup>
        <FormGroup legend={say("campaign.when")}>
          <TextField
            name="name"
            label={say("campaign.name")}
            hint={say("campaign.name.hint")}
            required
            value={typedText(typed, "name")}
            error={errors["name"]}
          />
          <DateField
            name="closesOn"
            label={say("campaign.closesOn")}
            hint={say("campaign.closesOn.hint")}
            required
            value={typedText(typed, "closesOn")}
            error={errors["closesOn"]}
          />
        </FormGroup>
        <FormActions>
          <Button look="main">{say("campaign.send")}</Button>
          <ButtonLink look="quiet" href={visit.at(home)}>
            {commonWords(visit.lang)("cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </DirectoryScreen>
  );
};

const Chosen = z.object({ kind: z.string().max(60).catch("").default("") });

/** A new campaign: `/annuaire/gestion/campagnes/nouvelle`. */
export const campaignNewPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>()
    .get(`${campaigns}/nouvelle`, async (c) => {
      const { kind } = Chosen.parse(c.req.query());
      return show(c, await directoryContextFor(c.var.visit, directoryRights.campaign), (context) => (
        <NewPage visit={c.var.visit} context={context} typed={kind === "" ? {} : { kinds: [kind] }} />
      ));
    })
    .post(`${campaigns}/nouvelle`, async (c) => {
      const { visit } = c.var;
      const found = await directoryContextFor(visit, directoryRights.campaign);
      if (found.kind !== "found") return show(c, found, () => null);
      const data = await c.req.formData();
      const typed = readForm(data);
      const page = { visit, context: found.value, typed };
      if (data.has("_preview")) return c.html(<NewPage {...page} />);
      return answer(c, await visit.perform(startCampaign, typed), {
        done: (id) => ({ to: visit.at(`${campaigns}/${id}`), said: upkeepWords(visit.lang)("campaign.started") }),
        again: (errors) => <NewPage {...page} errors={errors} />,
      });
    });
