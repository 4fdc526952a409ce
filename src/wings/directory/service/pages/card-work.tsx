import { Hono, type Context } from "hono";
import type { Child } from "hono/jsx";
import type { Outcome } from "../../../../platform/use-case.ts";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { dayOf } from "../../../../platform/clock.ts";
import { commonWords } from "../../../../platform/common-words.ts";
import { answer } from "../../../../ui/answer.tsx";
import { Badge, ExampleMark } from "../../../../ui/badge.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { Facts } from "../../../../ui/facts.tsx";
import { ErrorSummary, errorList, Form, FormActions } from "../../../../ui/form/form.tsx";
import { DateField, TextField } from "../../../../ui/form/text-field.tsx";
import { typedText, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading } from "../../../../ui/heading.tsx";
import { FicheBlock, Fiche } from "../../../../ui/layouts/fiche.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { show } from "../../../../ui/show.tsx";
import { closeService, publishService } from "../../card/use-cases/move-service.ts";
import { verifyService } from "../../card/use-cases/verify-service.ts";
import { cardWords } from "../../card/words.ts";
import { communeOf } from "../../card/names.ts";
import { planLinkWords } from "../../plan-links/words.ts";
import { qualityOf } from "../../upkeep/quality.ts";
import { upkeepWords } from "../../upkeep/words.ts";
import { serviceRights } from "../../card/rights.ts";
import { readCard, type OpenCard } from "../../card/pages/card-read.ts";
import { fieldLabel } from "../../card/card-text.ts";
import { cardCrumbs, DirectoryScreen } from "../../card/pages/frame.tsx";
import { PlanLinksWork, readPlanLinks, type LinkedAction } from "../../plan-links/pages/plan-links.tsx";
import { improveHref } from "../../upkeep/pages/improve.ts";
import { PartBlock } from "../../card/pages/part-block.tsx";
import { formParts } from "../../card/pages/part-fields.tsx";
import { stateTones } from "../../card/pages/card-state.tsx";
import { placeWords } from "../../places/words.ts";
import { timeText } from "../../../../platform/french/time.ts";

interface Props {
  readonly visit: TerritoryVisit;
  readonly card: OpenCard;
}

const StateIntro = ({ visit, card: { service } }: Props): Child => {
  const say = cardWords(visit.lang);
  return service.state.kind === "closed"
    ? say("card.intro.closed", { date: timeText(visit.lang, service.state.on) })
    : say(`card.intro.${service.state.kind}`);
};

const Doings = ({ visit, card }: Props) => {
  const say = cardWords(visit.lang);
  const { service, can } = card;
  const at = visit.at(`/annuaire/services/${service.id}`);
  const isPublished = service.state.kind === "published";
  return (
    <>
      {can.publish && (service.state.kind === "draft" || service.state.kind === "closed") && (
        <Form action={`${at}/publier`} inline>
          <Button look="main">{say(service.state.kind === "draft" ? "card.publish" : "card.publishAgain")}</Button>
        </Form>
      )}
      {can.verify && isPublished && (
        <Form action={`${at}/verifier`} inline>
          <Button look="main" icon="check">
            {say("card.verify")}
          </Button>
        </Form>
      )}
      {isPublished && <ButtonLink href={at}>{say("card.see")}</ButtonLink>}
    </>
  );
};

const PlaceBlock = ({ visit, card: { place, lists, names, can } }: Props) => {
  const say = cardWords(visit.lang);
  return (
    <FicheBlock
      id="place"
      title={say("card.place")}
      editHref={can.edit ? visit.at(`/annuaire/lieux/${place.id}/modifier`) : undefined}
    >
      <Facts
        columns={1}
        facts={[
          { term: placeWords(visit.lang)("place.name"), value: place.name },
          { term: placeWords(visit.lang)("place.organisation"), value: names.organisation(place.organisationId) },
          { term: fieldLabel(visit.lang, "address"), value: place.address },
          { term: placeWords(visit.lang)("place.commune"), value: communeOf(place, lists) },
        ]}
      />
    </FicheBlock>
  );
};

/** What would make the card more useful, each line where it is done. */
const QualityNotice = ({ visit, card: { service, place, directory } }: Props) => {
  const say = upkeepWords(visit.lang);
  const kind = directory.kinds.find(({ key }) => key === service.offer.kind);
  const { met, applicable, lacks } = qualityOf({ service, place, kind, today: dayOf(visit.runtime.clock.now()) });
  return (
    <Notice kind={lacks.length === 0 ? "success" : "info"} title={say("improve.card", { met, applicable })}>
      {lacks.length === 0 ? (
        <p>{say("improve.card.all")}</p>
      ) : (
        <ul class="plain-list">
          {lacks.map((lack) => (
            <li>
              <a href={improveHref(visit, service, lack)}>{say(`lack.${lack.key}`)}</a>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
};

interface WorkProps extends Props {
  readonly links: readonly LinkedAction[];
  readonly errors?: Readonly<Record<string, string>>;
}

const WorkPage = ({ visit, card, links, errors = {} }: WorkProps) => {
  const say = cardWords(visit.lang);
  const { service, place, names, can } = card;
  const shown = formParts.filter((part) => part !== "internal" || can.readInternal);
  return (
    <DirectoryScreen
      visit={visit}
      title={service.offer.name}
      tab="/annuaire/services"
      crumbs={cardCrumbs(visit, card).slice(0, 1)}
    >
      <ErrorSummary errors={errorList(errors)} />
      <PageHeading
        above={say("card.above", { kind: names.kind(service.offer.kind), place: place.name })}
        title={service.offer.name}
        marks={
          <>
            <Badge tone={stateTones[service.state.kind]}>{say(`state.${service.state.kind}`)}</Badge>
            {service.provenance.kind === "example" && <ExampleMark />}
          </>
        }
        intro={<StateIntro visit={visit} card={card} />}
        actions={<Doings visit={visit} card={card} />}
      />
      <Facts
        facts={[
          {
            term: say("card.verified"),
            value: service.verifiedOn && timeText(visit.lang, service.verifiedOn),
            missing: say("card.verified.never"),
          },
          ...(service.origin === null ? [] : [{ term: say("card.origin"), value: service.origin.source }]),
          ...(can.readInternal
            ? [
                {
                  term: say("card.history"),
                  value: <a href={visit.at(`/annuaire/services/${service.id}/histoire`)}>{say("card.history")}</a>,
                },
              ]
            : []),
        ]}
      />
      {can.edit && <QualityNotice visit={visit} card={card} />}
      <Fiche
        contentsLabel={say("card.contents")}
        contents={[
          { id: "place", label: say("card.place") },
          ...shown.map((part) => ({ id: part, label: cardWords(visit.lang)(`part.${part}`) })),
          { id: "plan", label: planLinkWords(visit.lang)("title") },
        ]}
      >
        <PlaceBlock visit={visit} card={card} />
        {shown.map((part) => (
          <PartBlock
            lang={visit.lang}
            card={card}
            part={part}
            editHref={can.edit ? visit.at(`/annuaire/services/${service.id}/modifier/${part}`) : undefined}
          />
        ))}
        <PlanLinksWork visit={visit} card={card} links={links} />
        {can.close && service.state.kind === "published" && (
          <p>
            <a href={visit.at(`/annuaire/services/${service.id}/fermer`)}>{say("card.close")}</a>
          </p>
        )}
      </Fiche>
    </DirectoryScreen>
  );
};

interface CloseProps extends Props {
  readonly typed: Typed;
  readonly errors?: Readonly<Record<string, string>>;
}

const ClosePage = ({ visit, card, typed, errors = {} }: CloseProps) => {
  const say = cardWords(visit.lang);
  const at = visit.at(`/annuaire/services/${card.service.id}`);
  return (
    <DirectoryScreen
      visit={visit}
      title={say("close.title")}
      tab="/annuaire/services"
      crumbs={cardCrumbs(visit, card)}
      width="text"
    >
      <PageHeading above={card.service.offer.name} title={say("close.title")} intro={say("close.intro")} />
      <Form action={`${at}/fermer`}>
        <ErrorSummary errors={errorList(errors)} />
        <DateField name="on" label={say("close.on")} required value={typedText(typed, "on")} error={errors["on"]} />
        <TextField
          name="reason"
          label={say("close.reason")}
          markOptional
          value={typedText(typed, "reason")}
          error={errors["reason"]}
        />
        <FormActions>
          <Button look="danger">{say("close.confirm")}</Button>
          <ButtonLink look="quiet" href={`${at}/modifier`}>
            {commonWords(visit.lang)("cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </DirectoryScreen>
  );
};

type C = Context<TerritoryEnv>;

/** Answers a press on the card: back to it, or the card with what stands in the way. */
async function answerOnCard(c: C, outcome: Outcome<void>, said: string): Promise<Response> {
  const { visit } = c.var;
  const id = c.req.param("id") ?? "";
  const found = await readCard(visit, id);
  const links = found.kind === "found" ? await readPlanLinks(visit, found.value.service.id) : [];
  return answer(c, outcome, {
    done: () => ({ to: visit.at(`/annuaire/services/${id}/modifier`), said }),
    again: (errors) =>
      found.kind === "found" ? <WorkPage visit={visit} card={found.value} links={links} errors={errors} /> : null,
  });
}

/** The card as those who keep it work on it: `/annuaire/services/:id/modifier`, and what is done to it as a whole. */
export const cardWorkPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>()
    .get("/annuaire/services/:id/modifier", async (c) =>
      show(c, await readCard(c.var.visit, c.req.param("id"), serviceRights.edit), async (card) => (
        <WorkPage visit={c.var.visit} card={card} links={await readPlanLinks(c.var.visit, card.service.id)} />
      )),
    )
    .post("/annuaire/services/:id/publier", async (c) => {
      const { visit } = c.var;
      const outcome = await visit.perform(publishService, { serviceId: c.req.param("id") });
      return answerOnCard(c, outcome, cardWords(visit.lang)("saved.published"));
    })
    .post("/annuaire/services/:id/verifier", async (c) => {
      const { visit } = c.var;
      const outcome = await visit.perform(verifyService, { serviceId: c.req.param("id") });
      return answerOnCard(c, outcome, cardWords(visit.lang)("saved.verified"));
    })
    .get("/annuaire/services/:id/fermer", async (c) =>
      show(c, await readCard(c.var.visit, c.req.param("id"), serviceRights.close), (card) => (
        <ClosePage visit={c.var.visit} card={card} typed={{}} />
      )),
    )
    .post("/annuaire/services/:id/fermer", async (c) => {
      const { visit } = c.var;
      const found = await readCard(visit, c.req.param("id"));
      if (found.kind !== "found") return show(c, found, () => null);
      const typed = readForm(await c.req.formData());
      const outcome = await visit.perform(closeService, { ...typed, serviceId: c.req.param("id") });
      return answer(c, outcome, {
        done: () => ({
          to: visit.at(`/annuaire/services/${c.req.param("id")}/modifier`),
          said: cardWords(visit.lang)("saved.closed"),
        }),
        again: (errors) => <ClosePage visit={visit} card={found.value} typed={typed} errors={errors} />,
      });
    });
