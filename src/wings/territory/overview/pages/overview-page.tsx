import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { Tags } from "../../../../ui/badge.tsx";
import { Facts } from "../../../../ui/facts.tsx";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { Table } from "../../../../ui/table.tsx";
import type { Commune, Territory, Theme } from "../../territories/model.ts";
import { populationOf } from "../../territories/rules.ts";
import { words } from "../../territories/words.ts";
import { TerritoryScreen } from "../../territories/pages/frame.tsx";
import { numberText } from "../../../../platform/french/number.ts";

interface OverviewProps {
  readonly visit: TerritoryVisit;
  readonly territory: Territory;
  readonly communes: readonly Commune[];
  readonly themes: readonly Theme[];
  readonly counts: { readonly organisations: number; readonly people: number };
}

/** What a territory is made of: its communes with their population, its département, its region, its fields of action. */
export const OverviewPage = ({ visit, territory, communes, themes, counts }: OverviewProps) => {
  const say = words(visit.lang);
  const number = (value: number): string => numberText(visit.lang, value);
  const population = populationOf(communes);
  const vintage = communes[0]?.vintage ?? "";
  const title =
    population === null
      ? say("overview.titleUnknown", { communes: communes.length })
      : say("overview.title", { communes: communes.length, population });
  return (
    <TerritoryScreen visit={visit} title={say("nav.territory")} part="/territoire">
      <PageHeading above={territory.name} title={title} intro={say("overview.people", counts)} />
      <Facts
        columns={3}
        facts={[
          { term: say("overview.siren"), value: territory.siren },
          { term: say("overview.departement"), value: `${territory.departement.name} (${territory.departement.code})` },
          { term: say("overview.region"), value: territory.region.name },
        ]}
      />
      <Section title={say("overview.communes")}>
        <Table
          caption={say("overview.communes")}
          hideCaption
          rows={communes}
          columns={[
            { key: "name", label: say("overview.commune"), cell: ({ name }) => name },
            {
              key: "population",
              label: say("overview.population"),
              numeric: true,
              cell: (commune) => (commune.population === null ? say("overview.unpublished") : number(commune.population)),
            },
            { key: "code", label: say("overview.code"), cell: ({ code }) => code },
            { key: "vintage", label: say("overview.vintage"), cell: (commune) => commune.vintage },
          ]}
          footer={[say("overview.total"), population === null ? "—" : number(population), "", vintage]}
          note={say("overview.source", { vintage })}
        />
      </Section>
      <Section title={say("overview.themes")}>
        <Tags items={themes.map(({ name }) => ({ label: name[visit.lang] }))} />
      </Section>
    </TerritoryScreen>
  );
};
