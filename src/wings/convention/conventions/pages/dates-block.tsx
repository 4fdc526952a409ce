import type { Child } from "hono/jsx";
import { Explain } from "../../../../ui/explain.tsx";
import { Facts } from "../../../../ui/facts.tsx";
import { FicheBlock } from "../../../../ui/layouts/fiche.tsx";
import { Time } from "../../../../ui/time.tsx";
import { nextDates, phaseOf, signedOnOf } from "../rules.ts";
import { conventionWords } from "../words.ts";
import { addressOf } from "./frame.tsx";
import { KnownTime } from "./known-time.tsx";
import type { OpenConvention } from "./read.ts";
import { knownDateText } from "../../../../platform/french/known-date.ts";

/** What to say of a fact that is not there: it was not published, or nobody has written it yet. */
export const absent = ({ visit, convention }: Pick<OpenConvention, "visit" | "convention">): string =>
  conventionWords(visit.lang)(convention.provenance.kind === "sourced" ? "absent.unpublished" : "absent.unwritten");

/** Five dates that do not line up, each explained, and what comes next. */
export const DatesBlock = ({ opened }: { readonly opened: OpenConvention }) => {
  const { visit, convention, parties, can, today } = opened;
  const say = conventionWords(visit.lang);
  const missing = absent(opened);
  const dated = (id: string, rule: string, value: Child): Child =>
    value === null ? null : (
      <Explain id={`date-${id}`} rule={rule}>
        {value}
      </Explain>
    );
  const { periodStart, periodEnd } = convention;
  const signedOn = signedOnOf(convention);
  const deliberated = parties.filter(({ party }) => party.deliberationDate !== null).length;
  return (
    <FicheBlock
      id="dates"
      title={say("dates.title")}
      intro={say("dates.intro")}
      editHref={can.edit ? addressOf(opened, "/modifier/dates") : undefined}
    >
      <Facts
        facts={[
          {
            term: say("dates.period"),
            value: dated(
              "period",
              say("dates.period.rule"),
              periodStart === null || periodEnd === null
                ? null
                : say("dates.period.value", {
                    start: knownDateText(visit.lang, periodStart),
                    end: knownDateText(visit.lang, periodEnd),
                  }),
            ),
            missing,
          },
          {
            term: say("dates.planValidated"),
            value: dated(
              "plan",
              say("dates.planValidated.rule"),
              convention.planValidatedOn === null ? null : <KnownTime value={convention.planValidatedOn} />,
            ),
            missing,
          },
          {
            term: say("dates.signed"),
            value: dated(
              "signed",
              say(convention.signedOn === null ? "dates.signed.rule.last" : "dates.signed.rule.ceremony"),
              signedOn === null ? null : <Time value={signedOn} />,
            ),
            missing: convention.state === "preparation" ? say("dates.signed.notYet") : missing,
          },
          {
            term: say("dates.deliberations"),
            value:
              deliberated === 0
                ? null
                : dated(
                    "votes",
                    say("dates.deliberations.rule"),
                    say("dates.deliberations.value", { known: deliberated, total: parties.length }),
                  ),
            missing,
          },
          {
            term: say("dates.reviewed"),
            value: dated(
              "review",
              say("dates.reviewed.rule"),
              convention.reviewedOn === null ? null : <KnownTime value={convention.reviewedOn} />,
            ),
            missing: say("dates.reviewed.notYet"),
          },
          { term: say("dates.phase"), value: <PhaseText opened={opened} />, missing },
        ]}
      />
      {convention.signingNote !== null && <p>{convention.signingNote}</p>}
      {convention.reviewSummary !== null && (
        <p>
          <strong>{say("review.label")}</strong> {convention.reviewSummary}
        </p>
      )}
      {nextDates(convention, today).length > 0 && (
        <>
          <h3>{say("next.title")}</h3>
          <ul class="plain-list">
            {nextDates(convention, today).map(({ kind, day, precision }) => (
              <li>
                {say(`next.${kind}`)}{" "}
                {precision === "day" ? (
                  <Time value={day} />
                ) : (
                  say("next.about", { date: knownDateText(visit.lang, day.slice(0, precision === "month" ? 7 : 4)) })
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </FicheBlock>
  );
};

/** Where today falls in the period, with how it is counted. */
export const PhaseText = ({ opened: { visit, convention, today } }: { readonly opened: OpenConvention }) => {
  const say = conventionWords(visit.lang);
  const phase = phaseOf(convention, today);
  if (phase.kind === "unknown") return null;
  if (phase.kind !== "running") return <>{say(`phase.${phase.kind}`, { days: phase.days })}</>;
  return (
    <Explain id="phase" rule={say(phase.precision === "day" ? "phase.rule.day" : "phase.rule.about")}>
      {say("phase.running", { year: phase.year, years: phase.years })}
      {", "}
      {say(phase.precision === "day" ? "phase.left.day" : "phase.left.about", { days: phase.daysLeft })}
    </Explain>
  );
};
