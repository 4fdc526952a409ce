import type { Convention } from "../../wings/convention/conventions/model.ts";
import { sayKnownDate } from "../../platform/known-date.ts";
import type { TerritoryVisit } from "../../platform/http/visit.ts";
import { stateKind } from "../../wings/plan/action/facts-text.ts";
import type { Action } from "../../wings/plan/action/model.ts";
import { signedOnOf } from "../../wings/convention/conventions/rules.ts";
import { AxisMark, axisTone } from "../../ui/axis-mark.tsx";
import { ExampleMark } from "../../ui/badge.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Card, Cards } from "../../ui/card.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Section } from "../../ui/heading.tsx";
import { AxisGrid, Figures, Hero, PublicBody, Signatories, Story, type StoryStep } from "../../ui/layouts/public-home.tsx";
import { Notice } from "../../ui/notice.tsx";
import { StateBar } from "../../ui/progress.tsx";
import { Screen } from "../../ui/screen.tsx";
import { State, type StateKind } from "../../ui/state.tsx";
import { FindService } from "./find-service.tsx";
import type { PublicFacts } from "./public-facts.ts";
import { words } from "./words.ts";

const kindsInOrder = ["done", "ongoing", "upcoming", "paused", "blocked", "abandoned"] as const;

type Part = { readonly visit: TerritoryVisit; readonly facts: PublicFacts };
type CurrentPart = Part & { readonly current: Convention };

const count = (actions: readonly Action[], kind: StateKind): number =>
  actions.filter(({ life }) => stateKind[life.status] === kind).length;

/** The page that a parent opens on a phone: what the convention is, who signed, what is done and where it stands. */
export const PublicPage = ({ visit, facts }: Part) => {
  const say = words(visit.lang);
  const { current, communes, actions } = facts;
  const { name } = visit.territory;
  const title = say("title", { communes: communes.length });
  if (current === null) {
    return (
      <Screen
        visit={visit}
        title={name}
        hero={<Hero above={say("aboveNoPeriod")} title={name} intro={say("preparing", { name })} />}
      >
        <PublicBody>
          <FindService visit={visit} count={facts.services} />
          <What visit={visit} facts={facts} />
          <Territory visit={visit} facts={facts} />
        </PublicBody>
      </Screen>
    );
  }
  return (
    <Screen
      visit={visit}
      title={name}
      description={say("description", { name })}
      hero={
        <Hero
          above={say("above", { period: periodOf(current) })}
          title={title}
          intro={say("intro", { name, end: current.periodEnd === null ? "none" : current.periodEnd.slice(0, 4) })}
          actions={
            <>
              {facts.services > 0 && (
                <ButtonLink look="main" icon="search" href={visit.at("/annuaire")}>
                  {say("findService")}
                </ButtonLink>
              )}
              <ButtonLink look={facts.services > 0 ? "plain" : "main"} href={visit.at("/plan")}>
                {say("seeActions")}
              </ButtonLink>
              <ButtonLink href="#convention">{say("understand")}</ButtonLink>
            </>
          }
        />
      }
    >
      <PublicBody>
        <FindService visit={visit} count={facts.services} />
        {actions.some(({ provenance }) => provenance.kind === "example") && <Notice kind="warning">{say("examples")}</Notice>}
        <HowItStands visit={visit} facts={facts} />
        <Near visit={visit} facts={facts} />
        <What visit={visit} facts={facts} />
        <Axes visit={visit} facts={facts} current={current} />
        <Territory visit={visit} facts={facts} />
        <History visit={visit} facts={facts} current={current} />
        <Parties visit={visit} facts={facts} current={current} />
      </PublicBody>
    </Screen>
  );
};

const periodOf = ({ periodStart, periodEnd }: Convention): string =>
  [periodStart?.slice(0, 4), periodEnd?.slice(0, 4)].filter((year) => year !== undefined).join("-");

const HowItStands = ({ visit, facts: { actions, axes } }: Part) => {
  const say = words(visit.lang);
  const recent = actions.toSorted((a, b) => b.lastNewsAt.getTime() - a.lastNewsAt.getTime()).slice(0, 3);
  if (actions.length === 0) {
    return (
      <Section title={say("actions.title", { count: 0, done: 0 })} id="actions">
        <Empty title={say("actions.title", { count: 0, done: 0 })}>{say("actions.none")}</Empty>
      </Section>
    );
  }
  return (
    <Section
      title={say("actions.title", { count: actions.length, done: count(actions, "done") })}
      id="actions"
      intro={say("actions.intro")}
    >
      <StateBar
        counts={kindsInOrder.map((kind) => ({
          kind,
          count: count(actions, kind),
          label: say(`state.${kind}`, { count: count(actions, kind) }),
        }))}
      />
      <div class="section-more">
        <h3>{say("actions.recent")}</h3>
        <Cards>
          {recent.map((action) => {
            const number = axes.find(({ id }) => id === action.identity.axisId)?.number ?? 0;
            const kind = stateKind[action.life.status];
            return (
              <Card
                level={4}
                title={action.identity.title}
                href={visit.at(`/plan/actions/${action.id}`)}
                axisTone={axisTone(number)}
                above={<AxisMark number={number} size="small" />}
                marks={
                  <>
                    <State kind={kind} label={stateWord(visit, kind)} />
                    {action.provenance.kind === "example" && <ExampleMark />}
                  </>
                }
              >
                {action.what.goals}
              </Card>
            );
          })}
        </Cards>
      </div>
      <p class="section-more">
        <a href={visit.at("/plan")}>{say("actions.all", { count: actions.length })}</a>
      </p>
    </Section>
  );
};

const stateWord = ({ lang }: TerritoryVisit, kind: StateKind): string => {
  const word = words(lang)(`state.${kind}`, { count: 1 });
  return word.charAt(0).toUpperCase() + word.slice(1);
};

const Near = ({ visit, facts: { actions, communes } }: Part) => {
  const say = words(visit.lang);
  if (actions.length === 0) return null;
  const everywhere = actions.filter(({ what }) => what.communes.length === 0).length;
  return (
    <Section
      title={say("where.title")}
      id="communes"
      intro={`${say("where.intro")} ${say("where.everywhere", { count: everywhere })}`}
    >
      <Signatories
        parties={communes.map(({ code, name }) => {
          const here = actions.filter(({ what }) => what.communes.includes(code)).length;
          return { name: <a href={visit.at(`/plan?commune=${code}`)}>{name}</a>, detail: say("where.count", { count: here }) };
        })}
      />
    </Section>
  );
};

const What = ({ visit }: Part) => {
  const say = words(visit.lang);
  return (
    <Section title={say("what.title")} id="convention">
      <p>{say("what.text")}</p>
      <p>{say("what.why")}</p>
    </Section>
  );
};

const Axes = ({ visit, facts: { axes, actions, framework } }: CurrentPart) => {
  const say = words(visit.lang);
  return (
    <Section
      title={say("axes.title", { count: axes.length })}
      id="axes"
      intro={
        framework === null
          ? undefined
          : say("axes.shared", {
              name: framework.name,
              signed: framework.signedIn === null ? "none" : sayKnownDate(framework.signedIn, visit.lang),
            })
      }
    >
      <AxisGrid
        axes={axes.map(({ id, number, title, plainWords }) => {
          const own = actions.filter(({ identity }) => identity.axisId === id);
          return {
            number,
            title,
            plain: plainWords ?? undefined,
            foot: say("axes.foot", { count: own.length, done: count(own, "done") }),
            href: own.length === 0 ? undefined : visit.at(`/plan?axis=${number}`),
          };
        })}
      />
    </Section>
  );
};

const Territory = ({ visit, facts: { communes, current } }: Part) => {
  const say = words(visit.lang);
  const counted = communes.flatMap(({ population }) => (population === null ? [] : [population]));
  const signed = current === null ? null : signedOnOf(current);
  // A sum with a hole would be a wrong figure: shown only when every commune has its own.
  const population = counted.length === communes.length ? counted.reduce((sum, each) => sum + each, 0) : null;
  return (
    <Section title={say("territory.title")}>
      <Figures
        figures={[
          ...(population === null
            ? []
            : [
                {
                  value: population.toLocaleString(visit.lang === "fr" ? "fr-FR" : "en-GB"),
                  label: say("territory.people"),
                  source: say("territory.peopleSource", { vintage: communes[0]?.vintage ?? "" }),
                },
              ]),
          { value: String(communes.length), label: say("territory.communes", { count: communes.length }) },
          ...(current === null
            ? []
            : [
                {
                  value: String(current.parties.length),
                  label: say("territory.parties", { count: current.parties.length }),
                  source: signed === null ? undefined : say("territory.signedOn", { day: sayKnownDate(signed, visit.lang) }),
                },
              ]),
        ]}
      />
    </Section>
  );
};

const History = ({ visit, facts: { conventions, framework }, current }: CurrentPart) => {
  const say = words(visit.lang);
  const steps = [
    ...(framework?.signedIn === null || framework?.signedIn === undefined
      ? []
      : [{ on: framework.signedIn, title: say("story.framework"), text: framework.name }]),
    ...conventions.flatMap((each) => {
      const signed = signedOnOf(each);
      return [
        ...(each.planValidatedOn === null
          ? []
          : [{ on: each.planValidatedOn, title: say("story.planValidated"), text: each.title }]),
        ...(signed === null ? [] : [{ on: signed, title: say("story.signed", { title: each.title }), text: each.signingNote }]),
        ...(each.reviewedOn === null
          ? []
          : [{ on: each.reviewedOn, title: say("story.reviewed", { title: each.title }), text: each.reviewSummary }]),
      ];
    }),
  ].toSorted((a, b) => a.on.localeCompare(b.on));
  return (
    <Section title={say("story.title")} id="histoire">
      <Story
        steps={steps.map(({ on, title, text }): StoryStep => ({
          when: when(on, visit),
          title,
          ...(text === null ? {} : { text }),
        }))}
      />
      {current.sources.length > 0 && (
        <p class="source">
          {say("sources")}
          {visit.lang === "fr" ? "\u202F: " : ": "}
          {current.sources.join(" · ")}
        </p>
      )}
    </Section>
  );
};

const when = (date: string, { lang }: TerritoryVisit): string => {
  const text = sayKnownDate(date, lang);
  return text.charAt(0).toUpperCase() + text.slice(1);
};

const Parties = ({ visit, facts: { organisations }, current }: CurrentPart) => {
  const say = words(visit.lang);
  return (
    <Section title={say("parties.title", { count: current.parties.length })} id="signataires" intro={say("parties.intro")}>
      <Signatories
        parties={current.parties.flatMap(({ organisationId }) => {
          const party = organisations.find(({ id }) => id === organisationId);
          return party === undefined ? [] : [{ name: party.name, detail: say(`kind.${party.kind}`) }];
        })}
      />
    </Section>
  );
};
