import type { TerritoryVisit } from "../../../platform/http/visit.ts";
import type { PublicPart } from "../../../platform/wing/wing.ts";
import { AxisMark, axisTone } from "../../../ui/axis-mark.tsx";
import { ExampleMark } from "../../../ui/badge.tsx";
import { Card, Cards } from "../../../ui/card.tsx";
import { Empty } from "../../../ui/empty.tsx";
import { Section } from "../../../ui/heading.tsx";
import { AxisGrid, Signatories } from "../../../ui/layouts/public-home.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { StateBar } from "../../../ui/progress.tsx";
import { State, type StateKind } from "../../../ui/state.tsx";
import { stateKind } from "../action/facts-text.ts";
import type { Action } from "../action/model.ts";
import { readPublicPlan, type PublicPlan } from "./public-facts.ts";
import { publicWords } from "./words.ts";
import { knownDateText } from "../../../platform/french/known-date.ts";
import { capitalised } from "../../../platform/french/capital.ts";

const kindsInOrder = ["done", "ongoing", "upcoming", "paused", "blocked", "abandoned"] as const;

type Part = { readonly visit: TerritoryVisit; readonly facts: PublicPlan };

const count = (actions: readonly Action[], kind: StateKind): number =>
  actions.filter(({ life }) => stateKind[life.status] === kind).length;

/** What everyone sees of the plan once the convention is signed: its public actions, how they stand, near whom, on which axis. */
export async function planPublicPart(visit: TerritoryVisit): Promise<PublicPart> {
  const facts = await visit.read((tx) => readPublicPlan(tx, visit.territory.id));
  if (facts === null) return { entries: [], sections: [] };
  const say = publicWords(visit.lang);
  const examples = facts.actions.some(({ provenance }) => provenance.kind === "example");
  return {
    entries: [{ rank: 20, href: visit.at("/plan"), label: say("seeActions") }],
    sections: [
      ...(examples ? [{ rank: 20, body: <Notice kind="warning">{say("examples")}</Notice> }] : []),
      { rank: 21, body: <HowItStands visit={visit} facts={facts} /> },
      { rank: 30, body: <Near visit={visit} facts={facts} /> },
      { rank: 50, body: <Axes visit={visit} facts={facts} /> },
    ],
  };
}

const HowItStands = ({ visit, facts: { actions, axes } }: Part) => {
  const say = publicWords(visit.lang);
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

const stateWord = ({ lang }: TerritoryVisit, kind: StateKind): string =>
  capitalised(publicWords(lang)(`state.${kind}`, { count: 1 }));

const Near = ({ visit, facts: { actions, communes } }: Part) => {
  const say = publicWords(visit.lang);
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

const Axes = ({ visit, facts: { axes, actions, framework } }: Part) => {
  const say = publicWords(visit.lang);
  return (
    <Section
      title={say("axes.title", { count: axes.length })}
      id="axes"
      intro={
        framework === null
          ? undefined
          : say("axes.shared", {
              name: framework.name,
              signed: framework.signedIn === null ? "none" : knownDateText(visit.lang, framework.signedIn),
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
