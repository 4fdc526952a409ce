import { Hono } from "hono";
import { z } from "zod";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { answer } from "../../../../ui/answer.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { ErrorSummary, errorList, Form, FormActions, FormGroup } from "../../../../ui/form/form.tsx";
import { TextArea, TextField } from "../../../../ui/form/text-field.tsx";
import { fieldErrors, typedPart, typedText, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { Screen } from "../../../../ui/screen.tsx";
import { show } from "../../../../ui/show.tsx";
import { commonWords } from "../../../../platform/common-words.ts";
import { cardWords } from "../../card/words.ts";
import { proposeChange } from "../use-cases/proposals.ts";
import { slowDown } from "../../../../ui/slow-down.tsx";
import { upkeepWords } from "../words.ts";
import { serviceRights } from "../../card/rights.ts";
import { readCard, type OpenCard } from "../../card/pages/card-read.ts";
import type { PartState } from "../../../../ui/record/part-form.tsx";
import { PartForm, readPartForm } from "../../card/pages/part-form.tsx";
import { typedOf } from "../../card/pages/typed.ts";

/** What a reader may put right, in the order in which a family asks. */
const openParts = ["forWhom", "opening", "where", "wayIn", "fees", "capacity", "offer"] as const;
type OpenPart = (typeof openParts)[number];
const OpenPartName = z.enum(openParts);

interface Props {
  readonly visit: TerritoryVisit;
  readonly card: OpenCard;
}

const crumbsOf = ({ visit, card: { service } }: Props) => [
  { label: upkeepWords(visit.lang)("propose.crumb"), href: visit.at("/annuaire") },
  { label: service.offer.name, href: visit.at(`/annuaire/services/${service.id}`) },
];

interface AuthorProps {
  readonly visit: TerritoryVisit;
  readonly typed: Typed;
  readonly errors: Readonly<Record<string, string>>;
}

/** Who proposes, if they wish to say it. */
const AuthorFields = ({ visit, typed, errors }: AuthorProps) => {
  const say = upkeepWords(visit.lang);
  const author = typedPart(typed, "author");
  return (
    <FormGroup legend={say("author")} hint={say("author.hint")}>
      <TextField
        name="author.name"
        label={say("author.name")}
        autocomplete="name"
        markOptional
        value={typedText(author, "name")}
        error={errors["author.name"]}
      />
      <TextField
        name="author.email"
        label={say("author.email")}
        type="email"
        autocomplete="email"
        markOptional
        value={typedText(author, "email")}
        error={errors["author.email"]}
      />
    </FormGroup>
  );
};

interface TellProps extends Props {
  readonly typed: Typed;
  readonly errors?: Readonly<Record<string, string>>;
}

const TellPage = ({ visit, card, typed, errors = {} }: TellProps) => {
  const say = upkeepWords(visit.lang);
  const { service } = card;
  const at = visit.at(`/annuaire/services/${service.id}`);
  return (
    <Screen visit={visit} title={say("propose.title")} crumbs={crumbsOf({ visit, card })} width="text">
      <PageHeading above={service.offer.name} title={say("propose.title")} intro={say("propose.intro")} />
      <Form action={`${at}/proposer`}>
        <ErrorSummary errors={errorList(errors)} />
        <TextArea
          name="message"
          label={say("propose.message")}
          hint={say("propose.message.hint")}
          required
          max={2_000}
          value={typedText(typed, "message")}
          error={errors["message"]}
        />
        <AuthorFields visit={visit} typed={typed} errors={errors} />
        <FormActions>
          <Button look="main">{say("propose.send")}</Button>
          <ButtonLink look="quiet" href={at}>
            {commonWords(visit.lang)("cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
      <Section title={say("propose.parts")} intro={say("propose.parts.intro")}>
        <ul class="tags">
          {openParts.map((part) => (
            <li>
              <a href={`${at}/proposer/${part}`}>{cardWords(visit.lang)(`part.${part}`)}</a>
            </li>
          ))}
        </ul>
      </Section>
    </Screen>
  );
};

const PartPage = ({ visit, card, part, state }: Props & { readonly part: OpenPart; readonly state: PartState }) => {
  const say = upkeepWords(visit.lang);
  const { service } = card;
  const title = cardWords(visit.lang)(`part.${part}`);
  const at = visit.at(`/annuaire/services/${service.id}/proposer`);
  const { typed, errors = {} } = state;
  return (
    <Screen
      visit={visit}
      title={`${title} · ${service.offer.name}`}
      crumbs={[...crumbsOf({ visit, card }), { label: say("propose.title"), href: at }]}
    >
      <PageHeading above={service.offer.name} title={title} intro={say("propose.part.intro")} />
      <PartForm
        visit={visit}
        context={card}
        part={part}
        action={`${at}/${part}`}
        draft={`propose-${service.id}-${part}`}
        back={at}
        save={say("propose.send")}
        state={state}
      >
        <FormGroup legend={say("propose.why")}>
          <TextArea
            name="message"
            label={say("propose.note")}
            markOptional
            max={2_000}
            value={typedText(typed, "message")}
            error={errors["message"]}
          />
        </FormGroup>
        <AuthorFields visit={visit} typed={typed} errors={errors} />
      </PartForm>
    </Screen>
  );
};

const said = ({ message, author }: Typed) => ({ message, author });

/** A change that anyone proposes, in their own words or field by field: `/annuaire/services/:id/proposer`. */
export const proposePages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>()
    .use("/annuaire/services/:id/proposer", slowDown())
    .use("/annuaire/services/:id/proposer/:part", slowDown())
    .get("/annuaire/services/:id/proposer", async (c) =>
      show(c, await readCard(c.var.visit, c.req.param("id"), serviceRights.propose), (card) => (
        <TellPage visit={c.var.visit} card={card} typed={{}} />
      )),
    )
    .post("/annuaire/services/:id/proposer", async (c) => {
      const { visit } = c.var;
      const found = await readCard(visit, c.req.param("id"), serviceRights.propose);
      if (found.kind !== "found") return show(c, found, () => null);
      const typed = readForm(await c.req.formData());
      const serviceId = found.value.service.id;
      return answer(c, await visit.perform(proposeChange, { serviceId, ...said(typed) }), {
        done: () => ({ to: visit.at(`/annuaire/services/${serviceId}`), said: upkeepWords(visit.lang)("propose.thanks") }),
        again: (errors) => <TellPage visit={visit} card={found.value} typed={typed} errors={errors} />,
      });
    })
    .get("/annuaire/services/:id/proposer/:part", async (c) => {
      const { visit } = c.var;
      const part = OpenPartName.safeParse(c.req.param("part"));
      if (!part.success) return c.html(<MissingPage visit={visit} />, 404);
      return show(c, await readCard(visit, c.req.param("id"), serviceRights.propose), (card) => (
        <PartPage
          visit={visit}
          card={card}
          part={part.data}
          state={{ typed: typedOf(card.service, part.data), seen: card.seq }}
        />
      ));
    })
    .post("/annuaire/services/:id/proposer/:part", async (c) => {
      const { visit } = c.var;
      const part = OpenPartName.safeParse(c.req.param("part"));
      if (!part.success) return c.html(<MissingPage visit={visit} />, 404);
      const found = await readCard(visit, c.req.param("id"), serviceRights.propose);
      if (found.kind !== "found") return show(c, found, () => null);
      const { service } = found.value;
      const sent = await readPartForm(c, service, part.data);
      const page = { visit, card: found.value, part: part.data };
      if (sent.kind === "redraw") return c.html(<PartPage {...page} state={sent.state} />);
      const asked = { serviceId: service.id, ...said(sent.value), change: { part: part.data, value: sent.value } };
      return answer(c, await visit.perform(proposeChange, asked), {
        done: () => ({ to: visit.at(`/annuaire/services/${service.id}`), said: upkeepWords(visit.lang)("propose.thanks") }),
        again: (errors) => <PartPage {...page} state={{ ...sent.state, errors: fieldErrors(errors) }} />,
      });
    });
