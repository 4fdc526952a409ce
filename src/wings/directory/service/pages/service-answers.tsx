import type { Child } from "hono/jsx";
import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { Facts } from "../../../../ui/facts.tsx";
import { Section } from "../../../../ui/heading.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { Table } from "../../../../ui/table.tsx";
import { dayOf } from "../../../../platform/clock.ts";
import { cardWords } from "../../card/words.ts";
import { daysText, hoursWords, spansText } from "../../hours/words.ts";
import { weeksOf, type PeriodHours } from "../../hours/opening.ts";
import { communeOf } from "../../card/names.ts";
import { publicWords } from "../../search/words.ts";
import type { OpenCard } from "../../card/pages/card-read.ts";
import { agesText, capacityText, choiceText, languageText, roundText } from "../../card/card-text.ts";
import { Contact } from "./contact.tsx";
import { timeText } from "../../../../platform/french/time.ts";

interface Props {
  readonly visit: TerritoryVisit;
  readonly card: OpenCard;
}

/** The answer to one question that a family asks; said as not known rather than left out where it decides. */
const Answer = ({ id, title, children }: { readonly id: string; readonly title: string; readonly children: Child }) => (
  <Section id={id} title={title} sheet>
    {children}
  </Section>
);

const NotSaid = ({ visit }: Pick<Props, "visit">) => <p class="missing">{publicWords(visit.lang)("notSaid")}</p>;

const listed = (visit: TerritoryVisit, field: string, values: readonly string[]): string | null =>
  values.length === 0 ? null : values.map((value) => choiceText(visit.lang, field, value)).join(", ");

export const ForWhom = ({ visit, card: { service } }: Props) => {
  const say = publicWords(visit.lang);
  const { publics, publicsDetails, conditions, disability } = service.forWhom;
  const facts = [
    { term: say("forWhom.ages"), value: agesText(visit.lang, service.forWhom) },
    { term: say("forWhom.publics"), value: listed(visit, "publics", publics) },
    { term: say("forWhom.conditions"), value: [publicsDetails, conditions].filter((text) => text !== null).join("\n") },
    {
      term: say("forWhom.disability"),
      value: disability === "unknown" ? null : choiceText(visit.lang, "disability", disability),
    },
    { term: say("languages"), value: languagesText(visit, service.offer.languages) },
  ].filter(({ value }) => value !== null && value !== "");
  return (
    <Answer id="pour-qui" title={say("forWhom")}>
      {facts.length === 0 ? <NotSaid visit={visit} /> : <Facts columns={1} facts={facts} />}
    </Answer>
  );
};

const languagesText = ({ lang }: TerritoryVisit, codes: readonly string[]): string | null =>
  codes.length === 0 ? null : codes.map((code) => languageText(lang, code)).join(", ");

const PeriodTable = ({ visit, period }: { readonly visit: TerritoryVisit; readonly period: PeriodHours }) => {
  const { lang } = visit;
  const season = cardWords(lang)(`season.${period.season}`);
  if (period.kind === "written")
    return (
      <div class="stack">
        <h3>{season}</h3>
        <p>{hoursWords(lang)("written", { text: period.text })}</p>
        <p class="hint">{hoursWords(lang)("written.why")}</p>
      </div>
    );
  return (
    <Table
      caption={season}
      dense
      rows={period.rows}
      columns={[
        { key: "days", label: publicWords(lang)("when.days"), cell: (row) => daysText(lang, row) },
        { key: "hours", label: publicWords(lang)("when.hours"), cell: ({ spans }) => spansText(lang, spans) },
      ]}
    />
  );
};

export const When = ({ visit, card: { service } }: Props) => {
  const say = publicWords(visit.lang);
  const { closures, notice, noticeUntil } = service.opening;
  const now = visit.runtime.clock.now();
  const today = dayOf(now);
  const coming = closures.filter(({ to }) => to >= today);
  const periods = weeksOf(service.opening, now);
  return (
    <Answer id="quand" title={say("when")}>
      <div class="stack">
        {notice !== null && (noticeUntil === null || noticeUntil >= today) && <Notice kind="warning">{notice}</Notice>}
        {periods.length === 0 && service.where.rounds.length === 0 && <NotSaid visit={visit} />}
        {periods.map((period) => (
          <PeriodTable visit={visit} period={period} />
        ))}
        {coming.length > 0 && (
          <ul>
            {coming.map(({ from, to, reason }) => {
              const days = { from: timeText(visit.lang, from), to: timeText(visit.lang, to) };
              return <li>{reason === null ? say("when.closed", days) : say("when.closed.why", { ...days, reason })}</li>;
            })}
          </ul>
        )}
        {periods.some(({ kind }) => kind === "week") && <p class="hint">{say("when.holidays")}</p>}
      </div>
    </Answer>
  );
};

export const Where = ({ visit, card: { service, place, lists, names } }: Props) => {
  const say = publicWords(visit.lang);
  const { modes, rounds, area } = service.where;
  const town = [place.postcode, communeOf(place, lists)].filter((text) => text !== null).join(" ");
  const address = [place.address, place.complement, town].filter((text) => text !== null && text !== "");
  const map =
    place.latitude === null || place.longitude === null
      ? null
      : `https://www.openstreetmap.org/?mlat=${place.latitude}&mlon=${place.longitude}#map=17/${place.latitude}/${place.longitude}`;
  return (
    <Answer id="ou" title={say("where")}>
      <address class="stack">
        <p>
          <strong>{place.name}</strong>
          {address.map((line) => (
            <>
              <br />
              {line}
            </>
          ))}
        </p>
      </address>
      {rounds.length > 0 && (
        <ul>
          {rounds.map((round) => (
            <li>{roundText(visit.lang, names, round)}</li>
          ))}
        </ul>
      )}
      <Facts
        columns={1}
        facts={[
          { term: say("where.modes"), value: listed(visit, "modes", modes) },
          {
            term: say("where.wheelchair"),
            value: place.wheelchair === "unknown" ? null : choiceText(visit.lang, "wheelchair", place.wheelchair),
          },
          {
            term: say("where.area"),
            value:
              area.kind === "codes"
                ? area.codes.map(names.commune).join(", ")
                : area.kind === "everywhere"
                  ? choiceText(visit.lang, "area", area.kind)
                  : null,
          },
        ].filter(({ value }) => value !== null)}
      />
      <p class="actions no-print">
        {map !== null && <a href={map}>{say("where.map")}</a>}
        {place.accessLink !== null && <a href={place.accessLink}>{say("where.access")}</a>}
      </p>
    </Answer>
  );
};

export const Cost = ({ visit, card: { service } }: Props) => {
  const { fee, details } = service.fees;
  return (
    <Answer id="combien" title={publicWords(visit.lang)("cost")}>
      {fee === "unknown" && details === null && <NotSaid visit={visit} />}
      {fee !== "unknown" && (
        <p>
          <strong>{choiceText(visit.lang, "fee", fee)}</strong>
        </p>
      )}
      {details !== null && <p class="typed">{details}</p>}
    </Answer>
  );
};

export const HowToRegister = ({ visit, card: { service } }: Props) => {
  const say = publicWords(visit.lang);
  const { ways, details, waiting, waitingListOn, link, means } = service.wayIn;
  const { capacities } = service.capacity;
  const on = waitingListOn === null ? null : timeText(visit.lang, waitingListOn);
  const isSaid = ways.length > 0 || details !== null || link !== null || capacities.length > 0;
  return (
    <Answer id="s-inscrire" title={say("how")}>
      {!isSaid && <NotSaid visit={visit} />}
      {ways.length > 0 && (
        <p>
          <strong>{listed(visit, "ways", ways)}</strong>
        </p>
      )}
      {details !== null && <p class="typed">{details}</p>}
      {on !== null && <p>{waiting === null ? say("how.waiting.on", { on }) : say("how.waiting", { waiting, on })}</p>}
      {means.length > 0 && <p>{listed(visit, "means", means)}</p>}
      {capacities.length > 0 && (
        <ul>
          {capacities.map((row) => (
            <li>{capacityText(visit.lang, row)}</li>
          ))}
        </ul>
      )}
      {link !== null && (
        <p>
          <a href={link}>{say("how.link")}</a>
        </p>
      )}
    </Answer>
  );
};

export const WhomToCall = ({ visit, card: { service, place } }: Props) => {
  const say = publicWords(visit.lang);
  const phone = service.wayIn.phone ?? place.phone;
  const email = service.wayIn.email ?? place.email;
  const site = service.offer.website ?? place.website;
  return (
    <Answer id="appeler" title={say("call")}>
      {phone === null && email === null && site === null && service.wayIn.contactName === null ? (
        <NotSaid visit={visit} />
      ) : (
        <Contact lang={visit.lang} name={service.wayIn.contactName} phone={phone} email={email} site={site} />
      )}
    </Answer>
  );
};

export const Carriers = ({ visit, card: { service, place, names } }: Props) => {
  const say = publicWords(visit.lang);
  const { operatorId, supporterIds } = service.carried;
  return (
    <Answer id="qui" title={say("who")}>
      <Facts
        columns={1}
        facts={[
          { term: say("who.organisation"), value: names.organisation(place.organisationId) },
          { term: say("who.operator"), value: operatorId && names.organisation(operatorId) },
          { term: say("who.supporters"), value: supporterIds.map(names.organisation).join(", ") },
        ].filter(({ value }) => value !== null && value !== "")}
      />
    </Answer>
  );
};
