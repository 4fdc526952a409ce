import type { TerritoryVisit } from "../../../platform/http/visit.ts";
import type { PublicPart } from "../../../platform/wing/wing.ts";
import { Section } from "../../../ui/heading.tsx";
import { Figures, Signatories, Story, type StoryStep } from "../../../ui/layouts/public-home.tsx";
import type { Convention } from "../conventions/model.ts";
import { signedOnOf } from "../conventions/rules.ts";
import { readPublicConventions, type PublicConventions } from "./public-facts.ts";
import { publicWords } from "./words.ts";
import { numberText } from "../../../platform/french/number.ts";
import { knownDateText } from "../../../platform/french/known-date.ts";
import { capitalised } from "../../../platform/french/capital.ts";

type Part = { readonly visit: TerritoryVisit; readonly facts: PublicConventions };
type CurrentPart = Part & { readonly current: Convention };

/** What everyone sees of the convention: what it is, how it came, who signed, and the territory that it serves. */
export async function conventionPublicPart(visit: TerritoryVisit): Promise<PublicPart> {
  const facts = await visit.read((tx) => readPublicConventions(tx, visit.territory.id));
  const say = publicWords(visit.lang);
  const { current, communes } = facts;
  const { name } = visit.territory;
  const always = [
    { rank: 40, body: <What visit={visit} /> },
    { rank: 60, body: <Territory visit={visit} facts={facts} /> },
  ];
  if (current === null)
    return {
      head: { above: say("aboveNoPeriod"), title: name, intro: say("preparing", { name }) },
      entries: [],
      sections: always,
    };
  return {
    head: {
      above: say("above", { period: periodOf(current) }),
      title: say("title", { communes: communes.length }),
      intro: say("intro", { name, end: current.periodEnd === null ? "none" : current.periodEnd.slice(0, 4) }),
      description: say("description", { name }),
    },
    entries: [{ rank: 40, href: "#convention", label: say("understand") }],
    sections: [
      ...always,
      { rank: 70, body: <History visit={visit} facts={facts} current={current} /> },
      { rank: 80, body: <Parties visit={visit} facts={facts} current={current} /> },
    ],
  };
}

const periodOf = ({ periodStart, periodEnd }: Convention): string =>
  [periodStart?.slice(0, 4), periodEnd?.slice(0, 4)].filter((year) => year !== undefined).join("-");

const What = ({ visit }: Pick<Part, "visit">) => {
  const say = publicWords(visit.lang);
  return (
    <Section title={say("what.title")} id="convention">
      <p>{say("what.text")}</p>
      <p>{say("what.why")}</p>
    </Section>
  );
};

const Territory = ({ visit, facts: { communes, current } }: Part) => {
  const say = publicWords(visit.lang);
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
                  value: numberText(visit.lang, population),
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
                  source: signed === null ? undefined : say("territory.signedOn", { day: knownDateText(visit.lang, signed) }),
                },
              ]),
        ]}
      />
    </Section>
  );
};

const History = ({ visit, facts: { conventions, framework }, current }: CurrentPart) => {
  const say = publicWords(visit.lang);
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

const when = (date: string, { lang }: TerritoryVisit): string => capitalised(knownDateText(lang, date));

const Parties = ({ visit, facts: { organisations }, current }: CurrentPart) => {
  const say = publicWords(visit.lang);
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
