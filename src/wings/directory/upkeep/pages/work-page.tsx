import { Hono } from "hono";
import type { Child } from "hono/jsx";
import { dayOf } from "../../../../platform/clock.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { may } from "../../../../platform/rights.ts";
import { answer } from "../../../../ui/answer.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { Card, Cards } from "../../../../ui/card.tsx";
import { Form } from "../../../../ui/form/form.tsx";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { TaskList } from "../../../../ui/layouts/work-home.tsx";
import { Progress, StateBar } from "../../../../ui/progress.tsx";
import { show } from "../../../../ui/show.tsx";
import { Table } from "../../../../ui/table.tsx";
import { freshnessOf, freshnesses } from "../freshness.ts";
import { lastEmptying } from "../../card/use-cases/example-services.ts";
import { closeQuestion } from "../use-cases/questions.ts";
import type { Round } from "../../../../platform/rounds/model.ts";
import { campaignKind, keeperAnswers, type Proposal, type Question } from "../model.ts";
import { qualityOf, type Quality } from "../quality.ts";
import { answeredOf, standingsOf } from "../../../../platform/rounds/rules.ts";
import { listLinks, listRounds } from "../../../../platform/rounds/store.ts";
import { listOpenQuestions, listWaitingProposals } from "../store.ts";
import { upkeepWords } from "../words.ts";
import type { Place } from "../../places/model.ts";
import type { Service } from "../../card/model.ts";
import { directoryRights, serviceRights, serviceSubject } from "../../card/rights.ts";
import { directoryContextFor, type DirectoryContext } from "../../card/pages/card-read.ts";
import { DirectoryScreen } from "../../card/pages/frame.tsx";
import { campaigns, home } from "./campaign-new.tsx";
import { ExamplesNote } from "./examples-pages.tsx";
import { improveHref } from "./improve.ts";
import { timeText } from "../../../../platform/french/time.ts";

/** How many cards to improve are shown: a few hours a week, not a list to give up on. */
const shownCards = 12;

interface Kept {
  readonly service: Service;
  readonly place: Place;
  readonly quality: Quality;
}

interface UpkeepToDo extends DirectoryContext {
  readonly visit: TerritoryVisit;
  /** The published cards that this person keeps. */
  readonly kept: readonly Kept[];
  readonly proposals: readonly Proposal[];
  readonly questions: readonly Question[];
  readonly examplesCanComeBack: boolean;
  readonly campaigns: readonly (Round & { readonly progress: { readonly done: number; readonly total: number } })[];
}

async function readUpkeepToDo(visit: TerritoryVisit, context: DirectoryContext): Promise<UpkeepToDo> {
  const today = dayOf(visit.runtime.clock.now());
  const { directory } = context;
  const kinds = new Map(directory.kinds.map((kind) => [kind.key, kind]));
  const kept = [...directory.services.values()].flatMap((service): Kept[] => {
    const place = directory.places.get(service.placeId);
    if (place === undefined || service.state.kind !== "published") return [];
    if (!may(serviceRights.edit, visit.actor, serviceSubject(service, place))) return [];
    const quality = qualityOf({ service, place, kind: kinds.get(service.offer.kind), today });
    return [{ service, place, quality }];
  });
  const reviews = may(directoryRights.review, visit.actor, {});
  return visit.read(async (tx) => {
    const running = reviews ? (await listRounds(tx, campaignKind)).slice(0, 12) : [];
    const links = Map.groupBy(
      await listLinks(
        tx,
        running.map(({ id }) => id),
      ),
      ({ roundId }) => roundId,
    );
    return {
      ...context,
      visit,
      kept,
      proposals: reviews ? await listWaitingProposals(tx) : [],
      questions: reviews ? await listOpenQuestions(tx) : [],
      examplesCanComeBack: reviews && (await lastEmptying(tx, visit.runtime.clock.now())).length > 0,
      campaigns: running.map((each) => ({ ...each, progress: answeredOf(standingsOf(links.get(each.id) ?? [], keeperAnswers)) })),
    };
  });
}

const freshTones = { recent: "done", year: "ongoing", old: "upcoming", never: "blocked" } as const;

const Freshness = ({ visit, kept }: UpkeepToDo) => {
  const say = upkeepWords(visit.lang);
  const today = dayOf(visit.runtime.clock.now());
  const counts = Map.groupBy(kept, ({ service }) => freshnessOf(service.verifiedOn, today));
  return (
    <Section title={say("fresh.title")} intro={say("fresh.intro")}>
      <StateBar
        counts={freshnesses.map((each) => ({
          kind: freshTones[each],
          label: say(`fresh.${each}`),
          count: counts.get(each)?.length ?? 0,
        }))}
      />
    </Section>
  );
};

const Proposals = ({ visit, directory, proposals }: UpkeepToDo) => {
  const say = upkeepWords(visit.lang);
  return (
    <Section id="propositions" title={say("proposals.title", { count: proposals.length })}>
      {proposals.length === 0 ? (
        <p class="missing">{say("proposals.none")}</p>
      ) : (
        <TaskList
          tasks={proposals.map(({ id, serviceId, at, message }) => ({
            title: directory.services.get(serviceId)?.offer.name ?? say("proposal.gone"),
            href: visit.at(`${home}/propositions/${id}`),
            why: message === null ? say("proposal.noMessage") : <span class="typed">{message.slice(0, 160)}</span>,
            end: timeText(visit.lang, dayOf(at)),
          }))}
        />
      )}
    </Section>
  );
};

const QuestionCard = ({
  visit,
  names,
  question,
}: Pick<UpkeepToDo, "visit" | "names"> & { readonly question: Question }): Child => {
  const say = upkeepWords(visit.lang);
  const { id, at, text, searched, communeCode, email } = question;
  return (
    <Card
      title={timeText(visit.lang, dayOf(at))}
      above={communeCode === null ? undefined : names.commune(communeCode)}
      foot={
        <div class="actions">
          {email !== null && <a href={`mailto:${email}`}>{say("questions.reply")}</a>}
          <Form action={visit.at(`${home}/questions/${id}/traiter`)} inline>
            <Button look="quiet" about={text.slice(0, 60)}>
              {say("questions.done")}
            </Button>
          </Form>
        </div>
      }
    >
      <p class="typed">{text}</p>
      {searched !== null && <p>{say("question.searched", { searched })}</p>}
    </Card>
  );
};

const Questions = (work: UpkeepToDo) => {
  const say = upkeepWords(work.visit.lang);
  return (
    <Section id="questions" title={say("questions.title", { count: work.questions.length })} intro={say("questions.intro")}>
      {work.questions.length === 0 ? (
        <p class="missing">{say("questions.none")}</p>
      ) : (
        <Cards>
          {work.questions.map((question) => (
            <QuestionCard visit={work.visit} names={work.names} question={question} />
          ))}
        </Cards>
      )}
    </Section>
  );
};

const Campaigns = ({ visit, campaigns: all }: UpkeepToDo) => {
  const say = upkeepWords(visit.lang);
  return (
    <Section
      id="campagnes"
      title={say("campaigns.title")}
      intro={say("campaigns.intro")}
      action={
        <ButtonLink look="main" href={visit.at(`${campaigns}/nouvelle`)}>
          {say("campaign.new")}
        </ButtonLink>
      }
    >
      {all.length === 0 ? (
        <p class="missing">{say("campaigns.none")}</p>
      ) : (
        <Cards>
          {all.map(({ id, name, closesOn, endedAt, progress }) => (
            <Card
              title={name}
              href={visit.at(`${campaigns}/${id}`)}
              foot={endedAt === null ? say("campaigns.until", { on: timeText(visit.lang, closesOn) }) : say("campaign.ended")}
            >
              <Progress {...progress} label={say("campaign.cards")} />
            </Card>
          ))}
        </Cards>
      )}
    </Section>
  );
};

const Improve = ({ visit, kept }: UpkeepToDo) => {
  const say = upkeepWords(visit.lang);
  const worst = kept
    .filter(({ quality }) => quality.lacks.length > 0)
    .toSorted((a, b) => a.quality.met / a.quality.applicable - b.quality.met / b.quality.applicable)
    .slice(0, shownCards);
  return (
    <Section id="ameliorer" title={say("improve.title")} intro={say("improve.intro")}>
      <Table
        caption={say("improve.title")}
        hideCaption
        narrowly="blocks"
        rows={worst}
        empty={<p class="missing">{say("improve.none")}</p>}
        columns={[
          {
            key: "card",
            label: say("silent.cards"),
            cell: ({ service }) => <a href={visit.at(`/annuaire/services/${service.id}/modifier`)}>{service.offer.name}</a>,
          },
          {
            key: "score",
            label: say("improve.score"),
            narrow: true,
            cell: ({ quality: { met, applicable } }) => say("improve.of", { met, applicable }),
          },
          {
            key: "first",
            label: say("improve.first"),
            cell: ({ service, quality: { lacks } }) => (
              <ul class="plain-list">
                {lacks.slice(0, 3).map((lack) => (
                  <li>
                    <a href={improveHref(visit, service, lack)}>{say(`lack.${lack.key}`)}</a>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Section>
  );
};

const WorkPage = (work: UpkeepToDo) => {
  const { visit, proposals, questions, kept } = work;
  const say = upkeepWords(visit.lang);
  const waiting = proposals.length + questions.length;
  const reviews = may(directoryRights.review, visit.actor, {});
  return (
    <DirectoryScreen visit={visit} title={say("work.title", { count: waiting })} tab={home}>
      <PageHeading title={say("work.title", { count: waiting })} intro={say("work.intro", { count: kept.length })} />
      {reviews && (
        <>
          <Proposals {...work} />
          <Questions {...work} />
          <Campaigns {...work} />
        </>
      )}
      {kept.length > 0 && <Freshness {...work} />}
      <Improve {...work} />
      {may(directoryRights.configure, visit.actor, {}) && (
        <ExamplesNote visit={visit} context={work} canComeBack={work.examplesCanComeBack} />
      )}
    </DirectoryScreen>
  );
};

/** What keeps the directory true: `/annuaire/gestion`. */
export const workPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>()
    .get(home, async (c) => {
      const { visit } = c.var;
      const found = await directoryContextFor(visit);
      if (found.kind !== "found") return show(c, found, () => null);
      const work = await readUpkeepToDo(visit, found.value);
      return c.html(<WorkPage {...work} />);
    })
    .post(`${home}/questions/:id/traiter`, async (c) => {
      const { visit } = c.var;
      return answer(c, await visit.perform(closeQuestion, { questionId: c.req.param("id") }), {
        done: () => ({ to: visit.at(`${home}#questions`), said: upkeepWords(visit.lang)("questions.closed") }),
        again: () => null,
      });
    });
