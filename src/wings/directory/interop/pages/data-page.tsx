import { Hono } from "hono";
import { dayOf } from "../../../../platform/clock.ts";
import { publicLimit } from "../../../../platform/http/public-data.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { may } from "../../../../platform/rights.ts";
import { ButtonLink } from "../../../../ui/button.tsx";
import { Card, Cards } from "../../../../ui/card.tsx";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { Table } from "../../../../ui/table.tsx";
import { checkDataInclusion } from "../data-inclusion/faults.ts";
import { unsaidIn } from "../data-inclusion/unsaid.ts";
import { dataWords } from "../words.ts";
import { roundCommunes } from "../open-data/calendar.ts";
import { lastChange } from "../open-data/catalogue.ts";
import { dataInclusionOf, files, type FileName } from "../open-data/files.ts";
import { licence } from "../../../../platform/licence.ts";
import { readOpenData, type OpenData } from "../open-data/open-data.ts";
import { publicWords } from "../../search/words.ts";
import { directoryRights } from "../../card/rights.ts";
import { DirectoryScreen } from "../../card/pages/frame.tsx";
import { timeText } from "../../../../platform/french/time.ts";

interface Props {
  readonly visit: TerritoryVisit;
  readonly data: OpenData;
}

/** In the order in which people, then programs, take them. */
const shown = [
  "annuaire.xlsx",
  "annuaire.csv",
  "annuaire.geojson",
  "annuaire.json",
  "data-inclusion.json",
] as const satisfies readonly FileName[];

const at = (visit: TerritoryVisit, file: string): string => visit.at(`/annuaire/donnees/${file}`);

const WholeFiles = ({ visit }: Pick<Props, "visit">) => {
  const say = dataWords(visit.lang);
  return (
    <Section
      title={say("files")}
      intro={
        <>
          <p>{say("files.intro")}</p>
          <p>{say("never")}</p>
        </>
      }
    >
      <Table
        caption={say("files")}
        hideCaption
        narrowly="blocks"
        rows={shown}
        columns={[
          { key: "file", label: say("file"), cell: (name) => <a href={at(visit, name)}>{name}</a> },
          { key: "format", label: say("file.format"), narrow: true, cell: (name) => files[name].format },
          { key: "for", label: say("file.for"), cell: (name) => say(`file.${name}`) },
        ]}
      />
    </Section>
  );
};

const Follow = ({ visit, data }: Props) => {
  const say = dataWords(visit.lang);
  const communes = roundCommunes(data);
  return (
    <Section title={say("follow")} intro={<p>{say("subscribe")}</p>}>
      <Cards size="wide">
        {communes.length > 0 && (
          <Card
            title={say("follow.calendar")}
            foot={
              <ul class="tags">
                <li>
                  <a href={at(visit, "tournees.ics")}>{say("follow.calendar.all")}</a>
                </li>
                {communes.map(({ code, name }) => (
                  <li>
                    <a href={at(visit, `tournees.ics?commune=${code}`)}>{name}</a>
                  </li>
                ))}
              </ul>
            }
          >
            <p>{say("follow.calendar.text")}</p>
          </Card>
        )}
        <Card
          title={say("follow.changes")}
          foot={
            <ul class="tags">
              <li>
                <a href={at(visit, "changements.atom")}>Atom</a>
              </li>
              <li>
                <a href={at(visit, "changements.rss")}>RSS</a>
              </li>
            </ul>
          }
        >
          <p>{say("follow.changes.text")}</p>
        </Card>
      </Cards>
    </Section>
  );
};

const ForPrograms = ({ visit }: Pick<Props, "visit">) => {
  const say = dataWords(visit.lang);
  const addresses = [
    { href: `/api/v1/annuaire?territory=${visit.territory.siren}`, word: "api.annuaire" },
    { href: `/api/v1/services?territory=${visit.territory.siren}`, word: "api.services" },
    { href: `/api/v1/structures?territory=${visit.territory.siren}`, word: "api.structures" },
    { href: "/api/v1/openapi.json", word: "api.openapi" },
    { href: at(visit, "catalogue.jsonld"), word: "api.catalogue" },
  ] as const;
  return (
    <Section title={say("api")} intro={<p>{say("api.text", { requests: publicLimit.requests })}</p>}>
      <Table
        caption={say("api")}
        hideCaption
        narrowly="blocks"
        rows={addresses}
        columns={[
          { key: "what", label: say("file.for"), cell: ({ word }) => say(word) },
          {
            key: "address",
            label: say("address"),
            cell: ({ href }) => (
              <a class="typed" href={href}>
                {href}
              </a>
            ),
          },
        ]}
      />
    </Section>
  );
};

const Licence = ({ visit }: Pick<Props, "visit">) => {
  const say = dataWords(visit.lang);
  const on = timeText(visit.lang, dayOf(visit.runtime.clock.now()));
  return (
    <Section title={say("licence")} sheet>
      <p>{say("licence.text")}</p>
      <p>{say("licence.quote", { territory: visit.territory.name, on })}</p>
      <p>{say("licence.sources")}</p>
      <p>
        <a href={licence.address}>{licence.name}</a>
      </p>
    </Section>
  );
};

const Unsaid = ({ visit, data }: Props) => {
  const say = dataWords(visit.lang);
  const rows = unsaidIn(data.cards);
  return (
    <Section title={say("unsaid")} id="format" intro={<p>{say("unsaid.intro")}</p>}>
      {rows.length === 0 ? (
        <p>{say("unsaid.none")}</p>
      ) : (
        <Table
          caption={say("unsaid.caption")}
          hideCaption
          dense
          rows={rows}
          columns={[
            { key: "field", label: say("unsaid.field"), cell: ({ field }) => say(`unsaid.${field}`) },
            { key: "services", label: say("unsaid.services"), numeric: true, cell: ({ services }) => services },
          ]}
        />
      )}
    </Section>
  );
};

/** For those who keep the directory: what the format would refuse of what goes out. */
const Valid = ({ visit, data }: Props) => {
  const say = dataWords(visit.lang);
  const file = dataInclusionOf(data);
  const names = new Map([...file.structures, ...file.services].map(({ id, nom }) => [id, nom]));
  const faults = checkDataInclusion(file, dayOf(visit.runtime.clock.now()));
  return (
    <Section title={say("valid")} intro={<p>{say("valid.intro")}</p>}>
      {faults.length === 0 ? (
        <p>{say("valid.none", { services: file.services.length })}</p>
      ) : (
        <ul>
          {faults.map(({ id, field, rule }) => {
            const name = (id === null ? undefined : names.get(id)) ?? id ?? "";
            return <li>{rule === "dot" ? say("valid.dot", { name }) : say("valid.fault", { name, field })}</li>;
          })}
        </ul>
      )}
    </Section>
  );
};

const DataPage = ({ visit, data }: Props) => {
  const say = dataWords(visit.lang);
  const places = new Set(data.cards.map(({ place }) => place.id)).size;
  const examples = data.cards.filter(({ service }) => service.provenance.kind === "example").length;
  const changed = lastChange(data);
  const counted = [
    say("count", { services: data.cards.length }),
    ...(examples === 0 ? [] : [say("count.examples", { examples })]),
    say("count.places", { places }),
  ].join(", ");
  return (
    <DirectoryScreen
      visit={visit}
      tab="/annuaire/donnees"
      title={say("title")}
      description={say("description", { territory: visit.territory.name })}
      crumbs={[{ label: publicWords(visit.lang)("service.crumb"), href: visit.at("/annuaire") }]}
    >
      <PageHeading
        title={say("title")}
        intro={
          <>
            <p>{say("intro")}</p>
            <p>
              {counted}. {changed !== null && `${say("count.changed", { on: timeText(visit.lang, dayOf(new Date(changed))) })}.`}
            </p>
          </>
        }
        actions={
          <ButtonLink look="main" icon="download" href={at(visit, "annuaire.xlsx")}>
            {say("take")}
          </ButtonLink>
        }
      />
      <WholeFiles visit={visit} />
      <Follow visit={visit} data={data} />
      <Licence visit={visit} />
      <ForPrograms visit={visit} />
      <Unsaid visit={visit} data={data} />
      {may(directoryRights.work, visit.actor, {}) && <Valid visit={visit} data={data} />}
    </DirectoryScreen>
  );
};

/** The open data of the directory, and how to take it: `/annuaire/donnees`. */
export const dataPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>().get("/annuaire/donnees", async (c) => {
    const { visit } = c.var;
    const data = await visit.read((tx) => readOpenData(tx, visit.territory, visit.runtime.origin));
    return c.html(<DataPage visit={visit} data={data} />);
  });
