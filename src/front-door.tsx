import type { HtmlEscapedString } from "hono/utils/html";
import type { TerritoryVisit, Visit } from "./platform/http/visit.ts";
import type { Territory } from "./territory/model.ts";
import { PageHeading } from "./ui/heading.tsx";
import { Screen } from "./ui/screen.tsx";

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** The home of an instance that holds several territories, or none yet. */
export const instanceHome = (visit: Visit, territories: readonly Territory[]): Html => (
  <Screen visit={visit} title="Maillage" width="text">
    <PageHeading title="Maillage" />
    <ul>
      {territories.map(({ slug, name }) => (
        <li>
          <a href={`/${slug}`}>{name}</a>
        </li>
      ))}
    </ul>
  </Screen>
);

export async function publicPage(visit: TerritoryVisit, show: (page: Html) => Response | Promise<Response>): Promise<Response> {
  return show(
    <Screen visit={visit} title={visit.territory.name}>
      <PageHeading title={visit.territory.name} />
    </Screen>,
  );
}
