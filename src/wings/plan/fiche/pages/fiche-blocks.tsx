import type { Child } from "hono/jsx";
import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { Facts } from "../../../../ui/facts.tsx";
import { FicheBlock } from "../../../../ui/layouts/fiche.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { Table } from "../../../../ui/table.tsx";
import { Badge, Tags } from "../../../../ui/badge.tsx";
import { Time } from "../../../../ui/time.tsx";
import { actionWords } from "../../action/words.ts";
import { blockNames, type ActionBlock, type Measure } from "../../action/model.ts";
import { plainFields } from "../../../../platform/record/rules.ts";
import { otherFields } from "../../action/laid-out.ts";
import { tellingOf } from "./field-text.tsx";
import { choiceText } from "../../action/field-words.ts";
import { FundingTable } from "./funding-table.tsx";
import { worksHere, type Fiche } from "./fiche-read.ts";
import { numberText } from "../../../../platform/french/number.ts";

interface Props {
  readonly visit: TerritoryVisit;
  readonly fiche: Fiche;
}

/** A text as someone typed it, its lines kept. */
const Typed = ({ title, text }: { readonly title: string; readonly text: string | null }) =>
  text === null ? null : (
    <div class="prose">
      <h3>{title}</h3>
      <p class="typed">{text}</p>
    </div>
  );

const Sheet = ({
  visit,
  fiche,
  block,
  title,
  children,
}: Props & { readonly block: ActionBlock; readonly title?: string; readonly children: Child }) => (
  <FicheBlock
    id={block}
    title={title ?? actionWords(visit.lang)(`edit.${block}`)}
    editHref={fiche.can.edit ? visit.at(`/plan/actions/${fiche.action.id}/modifier/${block}`) : undefined}
  >
    {children}
    <Others visit={visit} fiche={fiche} block={block} />
  </FicheBlock>
);

/** What else is said in a block, beside what has a place of its own: for those who work here, as nobody said that a visitor may read it. */
const Others = ({ visit, fiche: { action, names }, block }: Props & { readonly block: ActionBlock }) => {
  if (!worksHere(visit)) return null;
  const { label, value } = tellingOf(visit.lang, names);
  const values = plainFields(action[block]);
  const facts = otherFields(block).map(({ name }) => ({ term: label(name), value: value(name, values.get(name) ?? null) }));
  return facts.length === 0 ? null : <Facts facts={facts} />;
};

const Nothing = ({ visit, block }: { readonly visit: TerritoryVisit; readonly block: "why" | "what" | "measures" | "how" }) => (
  <p class="missing">{actionWords(visit.lang)(`nothing.${block}`)}</p>
);

const isBlank = (block: object): boolean =>
  Object.values(block).every((value: unknown) => value === null || (Array.isArray(value) && value.length === 0));

export const Standing = ({ visit, fiche: { action } }: Props) => {
  const say = actionWords(visit.lang);
  const { status, reason, unblockedBy } = action.life;
  if (status !== "blocked" && status !== "dropped" && status !== "paused") return null;
  if (reason === null) return null;
  return (
    <Notice kind={status === "blocked" ? "warning" : "info"} title={say(`standing.${status}`)}>
      <p class="typed">{reason}</p>
      {unblockedBy !== null && status === "blocked" && (
        <p class="typed">
          <strong>{say("standing.unblocked", { label: say("field.unblockedBy") })}</strong> {unblockedBy}
        </p>
      )}
    </Notice>
  );
};

export const IdentityBlock = (props: Props) => {
  const { visit, fiche } = props;
  const { identity } = fiche.action;
  const say = actionWords(visit.lang);
  return (
    <Sheet {...props} block="identity">
      {identity.themes.length > 0 && (
        <Tags items={identity.themes.map((key) => ({ label: fiche.names.theme(key), href: visit.at(`/plan?theme=${key}`) }))} />
      )}
      <Facts
        facts={[
          { term: say("field.axisId"), value: fiche.names.axis(identity.axisId) },
          {
            term: say("field.objectiveId"),
            value: identity.objectiveId && fiche.names.objective(identity.objectiveId),
            missing: say("missing.objective"),
          },
          { term: say("field.novelty"), value: identity.novelty && say(`novelty.${identity.novelty}`) },
          { term: say("field.otherContracts"), value: identity.otherContracts, missing: say("missing.none") },
        ]}
      />
    </Sheet>
  );
};

export const WhyBlock = (props: Props) => {
  const { why } = props.fiche.action;
  const say = actionWords(props.visit.lang);
  return (
    <Sheet {...props} block="why">
      {isBlank(why) && <Nothing visit={props.visit} block="why" />}
      <Typed title={say("field.findings")} text={why.findings} />
      <Typed title={say("field.stake")} text={why.stake} />
      <Typed title={say("field.residentsWord")} text={why.residentsWord} />
    </Sheet>
  );
};

export const WhatBlock = (props: Props) => {
  const { visit, fiche } = props;
  const { what } = fiche.action;
  const say = actionWords(visit.lang);
  return (
    <Sheet {...props} block="what">
      {isBlank({ ...what, communes: [] }) && <Nothing visit={visit} block="what" />}
      <Typed title={say("field.goals")} text={what.goals} />
      <Typed title={say("field.description")} text={what.description} />
      <Facts
        facts={[
          {
            term: say("field.audiences"),
            value: what.audiences.map((each) => choiceText(visit.lang, "audiences", each)).join(", "),
            missing: say("missing.audiences"),
          },
          {
            term: say("field.communes"),
            value: what.communes.length === 0 ? say("communes.all") : what.communes.map(fiche.names.commune).join(", "),
          },
        ]}
      />
      <Typed title={say("field.expectedResults")} text={what.expectedResults} />
    </Sheet>
  );
};

export const WhoBlock = (props: Props) => {
  const { visit, fiche } = props;
  const { who } = fiche.action;
  const say = actionWords(visit.lang);
  const partners = who.partners.map(({ organisationId, role }) => (
    <li>
      {fiche.names.organisation(organisationId)} ({say(`role.${role}`)})
    </li>
  ));
  const lead = {
    term: say("field.leadId"),
    value: who.leadId && fiche.names.organisation(who.leadId),
    missing: say("lead.none"),
  };
  const people = [
    { term: say("field.leadPerson"), value: who.leadPerson, missing: say("missing.person") },
    { term: say("field.electedSponsor"), value: who.electedSponsor, missing: say("missing.person") },
    { term: say("field.cafReferent"), value: who.cafReferent, missing: say("missing.person") },
  ];
  return (
    <Sheet {...props} block="who">
      <Facts
        facts={[
          lead,
          ...(worksHere(visit) ? people : []),
          {
            term: say("field.partners"),
            value: partners.length > 0 && <ul class="plain-list">{partners}</ul>,
            missing: say("missing.partners"),
            wide: true,
          },
          { term: say("field.participation"), value: say(`participation.${who.participation}`) },
        ]}
      />
    </Sheet>
  );
};

const MilestoneTable = ({ visit, fiche }: Props) => {
  const say = actionWords(visit.lang);
  const { milestones } = fiche.action.how;
  return (
    <Table
      caption={say("field.milestones")}
      columns={[
        { key: "title", label: say("field.milestone"), cell: ({ title }) => title },
        {
          key: "due",
          label: say("field.due"),
          narrow: true,
          cell: ({ due }) => (due === null ? <span class="missing">{say("missing.date")}</span> : <Time value={due} />),
        },
        {
          key: "done",
          label: say("field.doneOn"),
          narrow: true,
          cell: ({ due, doneOn }) =>
            doneOn !== null ? (
              <Badge tone="good" icon="circle-check">
                <Time value={doneOn} />
              </Badge>
            ) : due !== null && due < fiche.today ? (
              <Badge tone="wrong" icon="timer">
                {say("milestone.passed")}
              </Badge>
            ) : (
              say("milestone.awaited")
            ),
        },
      ]}
      rows={milestones}
    />
  );
};

export const HowBlock = (props: Props) => {
  const { visit, fiche } = props;
  const { how } = fiche.action;
  const say = actionWords(visit.lang);
  const reached = how.milestones.filter(({ doneOn }) => doneOn !== null).length;
  const title = how.milestones.length === 0 ? undefined : say("how.title", { done: reached, total: how.milestones.length });
  return (
    <Sheet {...props} block="how" {...(title === undefined ? {} : { title })}>
      <Facts
        facts={[
          { term: say("field.start"), value: how.start && <Time value={how.start} />, missing: say("missing.date") },
          { term: say("field.end"), value: how.end && <Time value={how.end} />, missing: say("missing.date") },
          { term: say("field.recurrence"), value: how.recurrence, missing: say("missing.none") },
          {
            term: say("field.staff"),
            value: how.staff !== null && `${numberText(visit.lang, how.staff)} ${say("unit.fte")}`,
            missing: say("missing.unknown"),
          },
        ]}
      />
      {how.milestones.length > 0 && <MilestoneTable {...props} />}
      {worksHere(visit) && <FundingTable visit={visit} fiche={fiche} />}
    </Sheet>
  );
};

export const MeasuresBlock = (props: Props) => {
  const { visit, fiche } = props;
  const { measures } = fiche.action.measures;
  const say = actionWords(visit.lang);
  const at = (value: number | null) =>
    value === null ? <span class="missing">{say("missing.unknown")}</span> : numberText(visit.lang, value);
  const latest = ({ results }: Measure) => results.toSorted((a, b) => a.day.localeCompare(b.day)).at(-1);
  return (
    <Sheet {...props} block="measures">
      {measures.length === 0 ? (
        <Nothing visit={visit} block="measures" />
      ) : (
        <Table
          caption={say("field.measures")}
          hideCaption
          columns={[
            {
              key: "name",
              label: say("field.name"),
              cell: ({ name, unit, kind }) => (
                <>
                  {name}
                  {unit !== null && ` (${unit})`} <span class="missing">{say(`measureKind.${kind}`)}</span>
                </>
              ),
            },
            { key: "baseline", label: say("field.baseline"), numeric: true, cell: ({ baseline }) => at(baseline) },
            {
              key: "latest",
              label: say("measure.latest"),
              numeric: true,
              cell: (measure) => {
                const last = latest(measure);
                return last === undefined ? (
                  <span class="missing">{say("measure.noResult")}</span>
                ) : (
                  <>
                    {numberText(visit.lang, last.value)} (<Time value={last.day} look="month" />)
                  </>
                );
              },
            },
            { key: "target", label: say("field.target"), numeric: true, cell: ({ target }) => at(target) },
            {
              key: "source",
              label: say("field.source"),
              cell: ({ source, frequency, owner }) => [source, frequency, owner].filter((each) => each !== null).join(", "),
            },
          ]}
          rows={measures}
        />
      )}
      {measures
        .filter(({ results }) => results.length > 1)
        .map(({ name, results }) => (
          <details class="fold">
            <summary>{say("measure.all", { name, count: results.length })}</summary>
            <ul class="plain-list">
              {results.map(({ day, value }) => (
                <li>
                  <Time value={day} /> : {numberText(visit.lang, value)}
                </li>
              ))}
            </ul>
          </details>
        ))}
    </Sheet>
  );
};

export const LifeBlock = (props: Props) => {
  const { life } = props.fiche.action;
  const say = actionWords(props.visit.lang);
  return (
    <Sheet {...props} block="life">
      <Typed title={say("field.strengths")} text={life.strengths} />
      <Typed title={say("field.obstacles")} text={life.obstacles} />
      <Typed title={say("field.levers")} text={life.levers} />
      <Facts
        facts={[
          {
            term: say("field.nextStep"),
            value: life.nextStep && say(`nextStep.${life.nextStep}`),
            missing: say("missing.nextStep"),
          },
        ]}
      />
    </Sheet>
  );
};

/** The blocks that a page shows of an action, in the order of the fiche. */
export const shownBlocks = (works: boolean): readonly ActionBlock[] => blockNames.filter((block) => works || block !== "life");
