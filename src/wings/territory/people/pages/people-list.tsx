import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import type { Day } from "../../../../platform/model.ts";
import { may } from "../../../../platform/rights.ts";
import { ExampleMark } from "../../../../ui/badge.tsx";
import { ButtonLink } from "../../../../ui/button.tsx";
import { Empty } from "../../../../ui/empty.tsx";
import { PageHeading } from "../../../../ui/heading.tsx";
import { Table } from "../../../../ui/table.tsx";
import type { Organisation } from "../../organisations/model.ts";
import type { Person } from "../model.ts";
import { territoryRights } from "../../territories/rights.ts";
import { isCurrent } from "../rules.ts";
import { words } from "../words.ts";
import { TerritoryScreen } from "../../territories/pages/frame.tsx";
import { Contact } from "./organisation-pages.tsx";
import { roleSaid } from "./person-page.tsx";

interface PeopleProps {
  readonly visit: TerritoryVisit;
  readonly people: readonly Person[];
  readonly organisations: readonly Organisation[];
  readonly today: Day;
}

/** Everyone of the address book: what they are today, how to reach them, and what they may do here. */
export const PeoplePage = ({ visit, people, organisations, today }: PeopleProps) => {
  const say = words(visit.lang);
  const named = new Map(organisations.map((each) => [each.id, each.shortName ?? each.name]));
  const add = may(territoryRights.manage, visit.actor, {}) && (
    <ButtonLink look="main" icon="user-plus" href={visit.at("/territoire/personnes/nouvelle")}>
      {say("people.add")}
    </ButtonLink>
  );
  return (
    <TerritoryScreen visit={visit} part="/territoire/personnes">
      <PageHeading
        title={say("people.title", { count: people.length })}
        intro={say("people.intro")}
        actions={people.length > 0 && add}
      />
      <Table
        caption={say("people.caption")}
        hideCaption
        rows={people}
        columns={[
          {
            key: "name",
            label: say("person.name"),
            cell: ({ id, name, provenance }) => (
              <>
                <a href={visit.at(`/territoire/personnes/${id}`)}>{name}</a> {provenance.kind === "example" && <ExampleMark />}
              </>
            ),
          },
          {
            key: "function",
            label: say("people.function"),
            cell: ({ mandates }) =>
              mandates
                .filter((mandate) => isCurrent(mandate, today))
                .map((mandate) => `${mandate.function} (${named.get(mandate.organisationId) ?? ""})`)
                .join(", ") || "—",
          },
          {
            key: "contact",
            label: say("person.contact"),
            cell: ({ email, phone }) => <Contact email={email} phone={phone} none="—" />,
          },
          {
            key: "access",
            label: say("people.access"),
            cell: ({ membership }) => (membership === null ? say("people.noAccess") : roleSaid(say, membership, organisations)),
          },
        ]}
        empty={
          <Empty icon="users" title={say("people.title", { count: 0 })} action={add}>
            {say("people.empty")}
          </Empty>
        }
      />
    </TerritoryScreen>
  );
};
